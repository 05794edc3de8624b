import { refundAlias } from '../aliases.ts';
import { EvidenceMismatch, Refusal } from '../errors.ts';
import { type Notice, NotificationRefused } from '../gateway.ts';
import { toPaymentLookup } from '../gateway-payment.ts';
import { readBody } from '../http.ts';
import type { Kit } from '../kit.ts';
import { applyEvidence, change } from '../ledger.ts';
import { notificationPath } from '../public-url.ts';
import { applyRefundEvidence } from '../settle-refund.ts';
import type { PaymentRecord } from '../store.ts';
import type { RouteContext } from './route.ts';

/**
 * `POST /notifications/{key}`: what a gateway says of its own accord. Verified before anything of it is read, stored
 * before it is acknowledged; a refusal or a fault makes the gateway send it again.
 */
export async function notifications(kit: Kit, { request, id: account }: RouteContext): Promise<Response> {
  const gateway = Object.hasOwn(kit.gateways, account) ? kit.gateways[account] : undefined;
  if (!gateway) throw new Refusal('payment_not_found', 'There is no gateway account of this name.');
  const body = await readBody(request);
  try {
    const notification = {
      method: request.method,
      // Signed over the public path: the one of the request may have been rewritten by a proxy.
      target: notificationPath(kit, account) + new URL(request.url).search,
      headers: request.headers,
      body,
    };
    const notice = await gateway.readNotification(notification, toPaymentLookup(kit, account));
    if (notice) await take(kit, account, notice);
  } catch (error) {
    throw toRefusal(kit, account, error);
  }
  return gateway.acknowledge();
}

async function take(kit: Kit, account: string, notice: Notice): Promise<void> {
  const record = await findPayment(kit, notice);
  if (!record) {
    // Other systems of the merchant may share the account. Refused, it would be sent again for days.
    const message = 'A genuine notification is about no payment of this shop';
    return kit.log({ level: 'warn', event: 'notification_unknown', message, gateway: account });
  }
  if (record.gateway !== account) {
    throw new Refusal('payment_not_found', 'This is a payment of another gateway account.');
  }
  if ('refund' in notice) return void (await applyRefundEvidence(kit, record.id, notice.refund));
  if ('ask' in notice) return ask(kit, record);
  const after = await applyEvidence(kit, record, notice.payment, 'notification');
  if (after.successReported && after.status !== 'success') kit.due();
}

function findPayment(kit: Kit, notice: Notice): Promise<PaymentRecord | null> {
  if ('refund' in notice) return kit.store.retrieveByAlias(refundAlias(notice.refund.refundId));
  return kit.store.retrieve('ask' in notice ? notice.ask.paymentId : notice.payment.paymentId);
}

/** Written down, so that the question is asked even where this process ends before it is. */
async function ask(kit: Kit, { id }: PaymentRecord): Promise<void> {
  await change(kit, id, 'asked_to_inquire', (record) => ({ ...record, nextInquiryAtMs: kit.environment.now() }));
  kit.due();
}

function toRefusal(kit: Kit, account: string, error: unknown): unknown {
  const isUntrue = error instanceof NotificationRefused || error instanceof EvidenceMismatch;
  if (!isUntrue && !(error instanceof Refusal)) return error;
  kit.log({ level: 'warn', event: 'notification_refused', message: error.message, gateway: account });
  if (!isUntrue) return error;
  const isForged = error instanceof NotificationRefused && error.status === 401;
  return new Refusal(isForged ? 'unauthorized' : 'invalid_request', error.message, { cause: error });
}
