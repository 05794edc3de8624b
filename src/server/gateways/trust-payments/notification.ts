import { type GatewayPayment, type Notice, NotificationRefused, type PaymentLookup } from '../../gateway.ts';
import { type Currencies, toBaseAmount } from './currencies.ts';
import type { UrlNotification } from './messages.ts';

/** The kinds that are about a payment or a refund. */
const KINDS: ReadonlySet<string> = new Set(['AUTH', 'REFUND', 'TRANSACTIONUPDATE']);
const SETTLE_STATUSES: ReadonlySet<string> = new Set(['0', '1', '2', '3', '10', '100']);

/**
 * What a notification with a right hash tells: that it is time to ask, never more. Its hash covers neither the names of
 * fields nor where a value ends, so that `errorcode=5&orderreference=0A` and `errorcode=50&orderreference=A` have the
 * same one. Null where it is about nothing of ours.
 *
 * @throws {NotificationRefused} 400 where it contradicts what we know.
 */
export async function fromNotification(
  notification: UrlNotification,
  payments: PaymentLookup,
  currencies: Currencies,
): Promise<Notice | null> {
  const { requesttypedescription: kind, settlestatus } = notification;
  if (kind !== undefined && !KINDS.has(kind)) return null;
  refuse(!settlestatus || !SETTLE_STATUSES.has(settlestatus), 'settlestatus');
  const payment = await findPayment(notification, payments);
  if (!payment) return null;
  refuseContradiction(notification, payment, currencies);
  return { ask: { paymentId: payment.id } };
}

async function findPayment(
  { transactionreference, parenttransactionreference, orderreference }: UrlNotification,
  payments: PaymentLookup,
): Promise<GatewayPayment | null> {
  // The parent's for a refund whose answer was lost, our own for such a payment.
  for (const reference of [transactionreference, parenttransactionreference]) {
    const payment = reference ? await payments.byGatewayReference(reference) : null;
    if (payment) return payment;
  }
  return orderreference ? payments.byId(orderreference) : null;
}

function refuseContradiction(notification: UrlNotification, payment: GatewayPayment, currencies: Currencies): void {
  const { requesttypedescription: kind, transactionreference, orderreference } = notification;
  // Of a refund it says how much was returned, under references of the refund's own.
  const isItself = transactionreference === payment.gatewayReference || orderreference === payment.id;
  if (!isItself || kind === 'REFUND') return;
  const { baseamount, currencyiso3a } = notification;
  refuse(orderreference !== undefined && orderreference !== payment.id, 'orderreference');
  refuse(baseamount !== undefined && baseamount !== toBaseAmount(currencies, payment.amount), 'baseamount');
  refuse(currencyiso3a !== undefined && currencyiso3a !== payment.amount.currency, 'currencyiso3a');
}

function refuse(isWrong: boolean, field: string): void {
  if (isWrong) throw new NotificationRefused(400, `The notification has a "${field}" that is not ours`);
}
