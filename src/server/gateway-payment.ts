import { withReturnTicket } from '../protocol/return-ticket.ts';
import { grantAccess } from './access.ts';
import { gatewayAlias } from './aliases.ts';
import type { GatewayPayment, GatewayRefund, PaymentLookup } from './gateway.ts';
import type { Kit } from './kit.ts';
import { notificationPath } from './public-url.ts';
import type { PaymentRecord, RefundRecord } from './store.ts';

/** A stored payment as its adapter sees it. */
export function toGatewayPayment(kit: Kit, record: PaymentRecord): GatewayPayment {
  const { id, orderId, amount, createdAtMs, expiresAtMs, gatewayReference, request } = record;
  const { terminal, os, wallet, locale, clientAddress, buyerCountry } = request;
  return {
    id,
    orderId,
    amount,
    description: record.description ?? orderId,
    terminal,
    ...(os && { os }),
    ...(wallet && { wallet }),
    ...(locale && { locale }),
    returnUrl: request.returnUrl,
    notifyUrl: kit.publicUrl.origin + notificationPath(kit, record.gateway),
    ...(clientAddress && { clientAddress }),
    ...(buyerCountry && { buyerCountry }),
    ...(gatewayReference && { gatewayReference }),
    createdAtMs,
    ...(expiresAtMs !== undefined && { expiresAtMs }),
  };
}

/**
 * The same, with a return address that carries a ticket. The secret of a ticket is nowhere stored, so each call makes
 * one; a gateway that has the payment already keeps the first.
 */
export async function toNewGatewayPayment(kit: Kit, record: PaymentRecord): Promise<GatewayPayment> {
  const payment = toGatewayPayment(kit, record);
  if (!kit.returnTicket) return payment;
  const ticket = await grantAccess(kit, record.id, 'read');
  return { ...payment, returnUrl: withReturnTicket(payment.returnUrl, { paymentId: record.id, ticket }) };
}

/** A stored refund as its payment's adapter sees it. */
export function toGatewayRefund({ amount }: PaymentRecord, refund: RefundRecord): GatewayRefund {
  const { id, value, reason, gatewayReference, createdAtMs } = refund;
  return {
    id,
    amount: { ...amount, value },
    isFull: value === amount.value,
    ...(reason && { reason }),
    ...(gatewayReference && { gatewayReference }),
    createdAtMs,
  };
}

/** The payments of one gateway account, for its adapter to look up. */
export function toPaymentLookup(kit: Kit, account: string): PaymentLookup {
  const ofAccount = (record: PaymentRecord | null): GatewayPayment | null =>
    record?.gateway === account ? toGatewayPayment(kit, record) : null;
  return {
    byId: async (paymentId) => ofAccount(await kit.store.retrieve(paymentId)),
    byGatewayReference: async (reference) =>
      ofAccount(await kit.store.retrieveByAlias(gatewayAlias(account, reference))),
  };
}
