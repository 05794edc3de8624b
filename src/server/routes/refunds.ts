import { parseRefundRequest, type Refunds } from '../../protocol/requests.ts';
import { Refusal } from '../errors.ts';
import { json, readIdempotencyKey, readJson } from '../http.ts';
import { mustRetrieve } from '../ledger.ts';
import { refundPayment } from '../refund-payment.ts';
import { toRefund } from '../snapshot.ts';
import { refundsOf } from '../refunds.ts';
import type { Kit } from '../kit.ts';
import type { Route } from './route.ts';

/** `POST /payments/{id}/refunds`: a refund for the merchant's back office. */
export const refund: Route = async (kit, { request, id }) => {
  await authorize(kit, request);
  const idempotencyKey = readIdempotencyKey(request);
  const order = parseRefundRequest(await readJson(request));
  return json(await refundPayment(kit, id, { ...order, idempotencyKey }), { status: 201 });
};

/** `GET /payments/{id}/refunds`: what has become of them, oldest first. */
export const listRefunds: Route = async (kit, { request, id }) => {
  await authorize(kit, request);
  const record = await mustRetrieve(kit, id);
  const body: Refunds = { refunds: refundsOf(record).map((one) => toRefund(record, one)) };
  return json(body);
};

/** Off unless the merchant says who may: then it looks as if there were no such address. */
async function authorize(kit: Kit, request: Request): Promise<void> {
  if (!kit.authorize) throw new Refusal('invalid_request', 'There is nothing at this address.', { status: 404 });
  if ((await kit.authorize(request)) !== true) throw new Refusal('unauthorized', 'This request may not refund.');
}
