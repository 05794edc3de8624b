import { addresses } from '../support/counter.ts';
import type { PaymentReport as CommonReport, RefundReport, Stage } from '../support/simulated-gateway.ts';
import type { Call } from './calls.ts';
import { payAddress } from './addresses.ts';
import type { IntentStatus, Payment, Refund } from './payment.ts';

/** A payment with all that the sandbox knows of it. */
export interface PaymentReport extends CommonReport {
  readonly status: IntentStatus;
  readonly sessionId?: string | undefined;
  /** The address as Alipay+ writes it, which leads to `cashierUrl`. */
  readonly payUrl: string;
  readonly calls: Readonly<Record<Call, number>>;
}

/** Everything of a report that the payment itself tells. */
export function reportOf(origin: string, payment: Payment): Omit<PaymentReport, 'possibleEvents' | LoggedFields> {
  const { id, code, amount, currency, method, methodTypes, session, lastErrorCode } = payment;
  const { wallet, cashier } = addresses(origin, code);
  return {
    reference: referenceOf(payment),
    gatewayReference: id,
    orderId: orderIdOf(payment),
    sessionId: session?.id,
    description: payment.description ?? '',
    status: payment.status,
    stage: stageOf(payment),
    remark: lastErrorCode ?? payment.cancellationReason,
    amount: { currency, value: amount },
    // A hosted page finds out for itself, when it is opened.
    terminal: method?.terminal ?? (session ? 'hosted' : ''),
    wallet: method?.type ?? methodTypes.join(', '),
    cashierUrl: method?.terminal === 'APP' ? wallet : cashier,
    payUrl: payAddress(origin, payment),
    refunds: payment.refunds.map(refundReport),
  };
}

type LoggedFields = 'calls' | 'messages' | 'notifications';

/** The merchant's reference, of which the gateway has no certain place for a payment with a hosted page. */
export function referenceOf({ id, merchantOrderId, session }: Payment): string {
  return merchantOrderId ?? session?.clientReferenceId ?? id;
}

/** The order, which merchants keep beside their reference. */
export function orderIdOf({ metadata }: Payment): string | undefined {
  return metadata['order_id'];
}

/** The merchant's reference of a refund, which has no place of its own but the metadata. */
export function refundReferenceOf({ id, metadata }: Refund): string {
  return metadata['refund_id'] ?? id;
}

function refundReport(refund: Refund): RefundReport {
  return {
    reference: refundReferenceOf(refund),
    gatewayReference: refund.id,
    status: refund.status,
    value: refund.amount,
    isSettled: refund.status !== 'pending',
  };
}

export function stageOf({ status, lastErrorCode, cancellationReason }: Payment): Stage {
  switch (status) {
    case 'requires_payment_method':
      return lastErrorCode ? 'declined' : 'open';
    case 'requires_confirmation':
    case 'requires_action':
      return 'open';
    case 'processing':
      return 'pending';
    case 'succeeded':
      return 'paid';
    case 'failed':
      return 'declined';
    case 'canceled':
      return cancellationReason === 'expired' ? 'expired' : 'cancelled';
  }
}
