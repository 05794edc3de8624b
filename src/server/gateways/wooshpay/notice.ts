import {
  GatewayError,
  type GatewayPayment,
  type Notice,
  NotificationRefused,
  type PaymentLookup,
} from '../../gateway.ts';
import type { Notification, PaymentIntent, Refund } from './messages.ts';
import { fromRefund } from './refund.ts';
import { fromIntent, toFailureReason } from './translate.ts';

const OUR_ID = /^[A-Za-z0-9]{24}$/;

/**
 * What a genuine notification tells. Null where it is about nothing of ours: every endpoint gets every event of the
 * account. Source: WooshPay documentation, "Webhook".
 *
 * @throws {NotificationRefused} where it names two payments, or a success that is not of the whole amount.
 */
export async function toNotice(
  notification: Notification,
  payments: PaymentLookup,
  isHosted: (payment: GatewayPayment) => boolean,
): Promise<Notice | null> {
  switch (notification.about) {
    case 'payment_intent': {
      const { id, merchant_order_id: reference, metadata } = notification.object;
      const payment = await findPayment([id], [reference, metadata.payment_id], payments);
      if (!payment) return null;
      // What we know of a payment on a page is its session, which this intent does not name.
      return isHosted(payment) ? askAbout(payment) : fromIntentEvent(notification.type, notification.object, payment);
    }
    case 'checkout_session': {
      // No proof by itself: the intent has the money, and is asked for with the session.
      const { id, client_reference_id: reference, metadata } = notification.object;
      const payment = await findPayment([id], [reference, metadata.payment_id], payments);
      return payment && askAbout(payment);
    }
    case 'refund':
      return fromRefundEvent(notification.object, payments);
    case 'other':
      return null;
  }
}

function fromIntentEvent(type: string, intent: PaymentIntent, payment: GatewayPayment): Notice {
  if (payment.gatewayReference && payment.gatewayReference !== intent.id) throw contradiction();
  const evidence = believed(() => fromIntent(payment, intent));
  // An event and its object that disagree about the money prove nothing.
  if ((type === 'payment_intent.succeeded') !== (evidence.outcome === 'success')) return askAbout(payment);
  if (type === 'payment_intent.payment_failed' && evidence.outcome === 'awaiting') {
    const { action: _, ...rest } = evidence;
    return { payment: { ...rest, outcome: 'failed', reason: toFailureReason(intent.last_payment_error) } };
  }
  return { payment: evidence };
}

// What this event holds is not documented: without our own id it only tells that there is something to ask for.
async function fromRefundEvent(refund: Refund, payments: PaymentLookup): Promise<Notice | null> {
  const { refund_id: refundId = '' } = refund.metadata;
  if (OUR_ID.test(refundId)) return { refund: believed(() => fromRefund({ id: refundId }, refund)) };
  const payment = await findPayment([refund.id, refund.payment_intent], [], payments);
  return payment && askAbout(payment);
}

/** By the gateway's ids first, which we have from itself; every id of ours that is named must then agree. */
async function findPayment(
  references: readonly (string | undefined)[],
  ids: readonly (string | undefined)[],
  payments: PaymentLookup,
): Promise<GatewayPayment | null> {
  let payment: GatewayPayment | null = null;
  for (const reference of references) if (reference) payment ??= await payments.byGatewayReference(reference);
  for (const id of ids) if (id) payment ??= await payments.byId(id);
  if (payment && ids.some((id) => id !== undefined && id !== payment.id)) throw contradiction();
  return payment;
}

function askAbout({ id }: GatewayPayment): Notice {
  return { ask: { paymentId: id } };
}

function believed<Evidence>(translate: () => Evidence): Evidence {
  try {
    return translate();
  } catch (error) {
    if (error instanceof GatewayError) throw new NotificationRefused(400, error.message, error);
    throw error;
  }
}

function contradiction(): NotificationRefused {
  return new NotificationRefused(400, 'The notification names two payments');
}
