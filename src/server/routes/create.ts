import { parseCreateRequest } from '../../protocol/requests.ts';
import { RETURN_PARAMETER } from '../../protocol/routes.ts';
import { safeUrl } from '../../protocol/safe-url.ts';
import { createPayment } from '../create-payment.ts';
import { Refusal } from '../errors.ts';
import { assertOrder, findOrder } from '../find-order.ts';
import { json, readIdempotencyKey, readJson, snapshotOf } from '../http.ts';
import type { Kit } from '../kit.ts';
import { limit } from '../limit.ts';
import type { RouteContext } from './route.ts';

/** `POST /payments`: creates the payment of an order, or answers the one that it has. */
export async function create(kit: Kit, { request, clientAddress }: RouteContext): Promise<Response> {
  const attemptKey = readIdempotencyKey(request);
  const body = parseCreateRequest(await readJson(request));
  if (clientAddress) limit(kit, 'client', clientAddress);
  const returnUrl = allowedReturnUrl(kit, body.returnUrl);
  const order = await findOrder(kit, body.orderId, request);
  assertOrder(order);
  limit(kit, 'order', order.id);
  const { record, token, isNew } = await createPayment(kit, {
    order,
    request: { ...body, returnUrl },
    attemptKey,
    ...(clientAddress && { clientAddress }),
  });
  kit.followers.seen(record);
  return json({ ...snapshotOf(kit, record), token }, { status: isNew ? 201 : 200 });
}

/** @throws {Refusal} `invalid_request` where the shopper must not be sent to this address after paying. */
function allowedReturnUrl(kit: Kit, returnUrl: string): string {
  const safe = safeUrl(returnUrl);
  const url = safe ? new URL(safe) : null;
  if (!url || !kit.allowedOrigins.has(url.origin)) {
    throw new Refusal('invalid_request', '"returnUrl" must be an https address of an allowed origin.');
  }
  url.searchParams.delete(RETURN_PARAMETER);
  return url.href;
}
