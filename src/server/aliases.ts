import type { PaymentRecord } from './store.ts';

/** What a payment is found by when a gateway speaks of its own id, for the payment or for a refund of it. */
export function gatewayAlias(account: string, gatewayReference: string): string {
  return `gateway:${account}:${gatewayReference}`;
}

/** What a payment is found by when a gateway speaks of a refund by our id. */
export function refundAlias(refundId: string): string {
  return `refund:${refundId}`;
}

/** Every alias that a payment has by now. */
export function aliasesOf({ gateway, gatewayReference, refunds = [] }: PaymentRecord): readonly string[] {
  const references = [gatewayReference, ...refunds.map((refund) => refund.gatewayReference)];
  return [
    ...references.flatMap((reference) => (reference ? [gatewayAlias(gateway, reference)] : [])),
    ...refunds.map(({ id }) => refundAlias(id)),
  ];
}
