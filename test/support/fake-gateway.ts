import {
  type Evidence,
  type Gateway,
  GatewayError,
  type GatewayPayment,
  type GatewayRefund,
  NotificationRefused,
  type Notice,
  type RefundEvidence,
  type WalletOption,
} from '../../src/server/gateway.ts';

export interface FakeGateway extends Gateway {
  /** What the gateway holds of each payment. */
  readonly held: Map<string, Evidence>;
  /** What the gateway holds of each refund. */
  readonly refunds: Map<string, RefundEvidence>;
  /** What it answers when asked for wallets. */
  wallets: readonly WalletOption[];
  /** Every call, in order: `create`, `retrieve`, `cancel`, `refund`, `retrieveRefund`. */
  readonly calls: { readonly call: string; readonly payment: GatewayPayment; readonly refund?: GatewayRefund }[];
  /** Faults to answer with, the next call first; `null` is a call that works. */
  readonly faults: (FakeFault | null)[];
  /** Moves a payment on, as its shopper would. */
  move(id: string, change: Partial<Evidence>): void;
  /** The body and headers of a genuine notification. */
  notify(id: string, change?: Partial<Evidence>): RequestInit;
  /** The same, of anything else that a notification may tell. */
  tell(notice: Notice | null): RequestInit;
}

/** `lost`: it acted, and its answer went missing. */
export type FakeFault = 'unknown' | 'lost' | 'misconfigured' | 'rejected';

const SEAL = 'genuine';

/** A gateway in a few lines, with a life of its own that tests drive: it can act and still not answer. */
export function createFakeGateway(capabilities: Partial<Gateway['capabilities']> = {}): FakeGateway {
  const held = new Map<string, Evidence>();
  const calls: FakeGateway['calls'][number][] = [];
  const faults: FakeGateway['faults'] = [];
  const refunds = new Map<string, RefundEvidence>();

  const seal = (notice: Notice | null): RequestInit => ({
    method: 'POST',
    headers: { seal: SEAL },
    body: JSON.stringify(notice),
  });
  const begin = (call: string, payment: GatewayPayment, act: () => void, refund?: GatewayRefund): void => {
    calls.push({ call, payment, ...(refund && { refund }) });
    const fault = faults.shift();
    if (fault === 'rejected') throw new GatewayError('rejected', 'refused', { reason: 'risk_rejected' });
    if (fault === 'misconfigured') throw new GatewayError('misconfigured', 'wrong key', { gatewayCode: 'NO_KEY' });
    if (fault !== 'unknown') act();
    if (fault) throw new GatewayError('unknown', 'no answer');
  };

  return {
    name: 'fake',
    capabilities: {
      currencies: { USD: { exponent: 2, minimum: 10, maximum: 1_000_000 } },
      terminals: ['WEB', 'WAP', 'APP'],
      wallets: ['ALIPAY_CN', 'ALIPAY_HK'],
      cancel: 'any',
      refunds: 'many',
      endCanTurnForMs: 24 * 60 * 60_000,
      createAgainAfterMs: 0,
      refundAgainAfterMs: 0,
      ...capabilities,
    },
    held,
    refunds,
    wallets: [],
    calls,
    faults,
    async createPayment(payment) {
      begin('create', payment, () => {
        if (held.has(payment.id)) return;
        held.set(payment.id, {
          paymentId: payment.id,
          outcome: 'awaiting',
          amount: payment.amount,
          gatewayReference: `G-${payment.id}`,
          action: { qrCode: { data: `https://pay.example/${payment.id}` } },
          expiresAtMs: payment.createdAtMs + 14 * 60_000,
        });
      });
      return held.get(payment.id)!;
    },
    async retrievePayment(payment) {
      begin('retrieve', payment, () => {});
      return held.get(payment.id) ?? null;
    },
    async cancelPayment(payment) {
      const before = held.get(payment.id);
      const canCancel = !!before && (before.outcome === 'awaiting' || before.outcome === 'success');
      begin('cancel', payment, () => {
        if (canCancel) held.set(payment.id, { ...before, outcome: 'cancelled' });
      });
      return canCancel ? 'cancelled' : 'refused';
    },
    async refundPayment(payment, refund) {
      const act = () => {
        if (refunds.has(refund.id)) return;
        const { id: refundId, amount } = refund;
        refunds.set(refundId, { refundId, outcome: 'processing', amount, gatewayReference: `R-${refundId}` });
      };
      begin('refund', payment, act, refund);
      return refunds.get(refund.id)!;
    },
    async retrieveRefund(payment, refund) {
      begin('retrieveRefund', payment, () => {}, refund);
      return refunds.get(refund.id) ?? null;
    },
    async listWallets() {
      return this.wallets;
    },
    async readNotification({ headers, body }) {
      if (headers.get('seal') !== SEAL) throw new NotificationRefused(401, 'The notification is not genuine');
      return JSON.parse(new TextDecoder().decode(body)) as Notice | null;
    },
    acknowledge: () => new Response('received'),
    move(id, change) {
      held.set(id, { ...held.get(id)!, ...change });
    },
    notify: (id, change = {}) => seal({ payment: { ...held.get(id)!, action: undefined, ...change } }),
    tell: seal,
  };
}
