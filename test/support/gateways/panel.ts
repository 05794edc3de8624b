import type { Sandbox } from '../../../demo/gateways/support/sandbox.ts';
import type { PaymentReport } from '../../../demo/gateways/support/simulated-gateway.ts';
import type { GatewayFixture, Move } from '../../../src/testing/gateway.ts';
import { panelOf, panelReports } from '../gateway-pages.ts';

const EVENTS: Readonly<Record<Move, string>> = {
  paid: 'approve',
  processing: 'pend',
  declined: 'decline',
  cancelled: 'cancel',
  expired: 'expire',
};

const ALIVE: readonly PaymentReport['stage'][] = ['open', 'pending', 'paid'];

/** What a gateway's fixture does through the panel, which all simulators have alike. */
export function drivePanel(
  sandbox: Sandbox,
  { origin, refundDone }: { origin: string; /** The gateway's word for a refund that is done. */ refundDone: string },
): Pick<GatewayFixture, 'move' | 'endRefund' | 'returned' | 'count' | 'settled'> {
  const call = panelOf(sandbox, origin);
  const reports = async (reference: string): Promise<PaymentReport[]> => {
    const { payments } = (await (await call('payments')).json()) as { payments: PaymentReport[] };
    return payments.filter((report) => report.reference === reference);
  };
  return {
    move: async (paymentId, to) => (await call(`payments/${paymentId}/${EVENTS[to]}`, {})).ok,
    endRefund: async (refundId, as) =>
      (await call(`refunds/${refundId}/${as === 'success' ? 'succeed' : 'fail'}`, {})).ok,
    async returned(paymentId) {
      const found = await reports(paymentId);
      const values = found.flatMap(({ stage, amount, refunds }) => {
        // Without a refund it was the payment itself that was cancelled after it was paid.
        if (stage === 'returned' && refunds.length === 0) return [Number(amount.value)];
        return refunds.filter(({ status }) => status === refundDone).map(({ value }) => Number(value));
      });
      return values.reduce((sum, value) => sum + value, 0);
    },
    count: async (paymentId) => (await reports(paymentId)).filter(({ stage }) => ALIVE.includes(stage)).length,
    settled: () => sandbox.settled(),
  };
}

/** Has the panel say what becomes of refunds. */
export async function endRefundsByHand(sandbox: Sandbox, origin: string): Promise<void> {
  await panelReports(sandbox, origin)('faults', { refunds: 'manual' });
}
