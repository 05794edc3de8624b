import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import type { RefundEvidence } from '../../src/server/gateway.ts';
import { createFakeGateway, type FakeFault } from '../support/fake-gateway.ts';
import { rest } from '../../src/testing/clock.ts';
import { openShop } from '../support/shop.ts';

const CAPTURED = 2000;
/** The gateway of these tests knows no idempotency: sent twice, a refund is paid twice. Its inquiries lag behind. */
const LAG_MS = 45_000;
const SEND_AGAIN_AFTER_MS = 60_000;

type Step =
  | { readonly do: 'refund'; readonly value: number; readonly key: number; readonly twice: boolean }
  | { readonly do: 'settle'; readonly which: number; readonly outcome: 'success' | 'failed' }
  | { readonly do: 'notify'; readonly which: number }
  | { readonly do: 'fault'; readonly fault: FakeFault }
  | { readonly do: 'wait'; readonly seconds: number }
  | { readonly do: 'sweep' | 'restart' };

const which = fc.nat(5);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('refund' as const),
      value: fc.constantFrom(300, 900, 1200, 2000),
      key: fc.nat(4),
      twice: fc.boolean(),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('settle' as const),
      which,
      outcome: fc.constantFrom('success' as const, 'success' as const, 'failed' as const),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('notify' as const), which }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('fault' as const), fault: fc.constantFrom<FakeFault>('unknown', 'lost') }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('wait' as const), seconds: fc.constantFrom(1, 11, 31, 61, 400) }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('sweep' as const, 'restart' as const) }) },
);

/** A paid payment, a back office that asks for refunds, a gateway with faults, and a server that is restarted. */
async function live(steps: readonly Step[]): Promise<void> {
  const gateway = createFakeGateway({ refundAgainAfterMs: SEND_AGAIN_AFTER_MS });
  const first = openShop({}, { gateway });
  const { clock, store } = first;
  let shop = first;
  const created = await shop.created();
  const { id } = created.payment;
  gateway.move(id, { outcome: 'success' });
  await shop.post('check', created);

  /** Every time that money has moved, or is about to. */
  const carriedOut: { readonly id: string; readonly value: number; readonly atMs: number }[] = [];
  const refundPayment = gateway.refundPayment.bind(gateway);
  const retrieveRefund = gateway.retrieveRefund.bind(gateway);
  gateway.refundPayment = async (payment, refund) => {
    const isWell = gateway.faults[0] !== 'unknown';
    if (isWell) carriedOut.push({ id: refund.id, value: refund.amount.value, atMs: clock.now() });
    return refundPayment(payment, refund);
  };
  gateway.retrieveRefund = async (payment, refund) => {
    const found = await retrieveRefund(payment, refund);
    const since = carriedOut.find((one) => one.id === refund.id)?.atMs ?? -Infinity;
    return clock.now() - since < LAG_MS ? null : found;
  };
  const pick = (n: number): RefundEvidence | undefined =>
    [...gateway.refunds.values()][n % Math.max(1, gateway.refunds.size)];

  const act: { [K in Step['do']]: (step: Extract<Step, { do: K }>) => unknown } = {
    async refund({ value, key, twice }) {
      const ask = () => shop.checkout.payments.refund(id, { value, idempotencyKey: `refund-key-${key}-00000000` });
      // Whether it is taken is for the contract's tests; here only what becomes of the money counts.
      await clock.until(Promise.allSettled(twice ? [ask(), ask()] : [ask()]));
    },
    settle({ which: n, outcome }) {
      const refund = pick(n);
      if (refund?.outcome === 'processing') gateway.refunds.set(refund.refundId, { ...refund, outcome });
    },
    async notify({ which: n }) {
      const refund = pick(n);
      if (refund) await shop.send('/notifications/main', gateway.tell({ refund }));
    },
    fault: ({ fault }) => gateway.faults.push(fault),
    wait: ({ seconds }) => clock.advance(seconds * 1_000),
    sweep: () => clock.until(shop.checkout.reconcile()),
    restart() {
      shop = openShop({}, { gateway, store, clock });
    },
  };

  async function hold(): Promise<void> {
    const ids = carriedOut.map((one) => one.id);
    assert.deepEqual(ids, [...new Set(ids)], 'one refund was carried out twice');
    const kept = carriedOut.filter((one) => gateway.refunds.get(one.id)?.outcome !== 'failed');
    const sum = kept.reduce((total, { value }) => total + value, 0);
    assert.ok(sum <= CAPTURED, `${sum} of ${CAPTURED} were returned`);
    const record = (await store.retrieve(id))!;
    assert.equal(record.status, 'success');
    for (const { id: refundId, status } of record.refunds ?? []) {
      if (status === 'success')
        assert.equal(gateway.refunds.get(refundId)?.outcome, 'success', 'done without evidence');
    }
  }

  for (const one of steps) {
    await (act[one.do] as (step: Step) => unknown)(one);
    await rest();
    await hold();
  }

  gateway.faults.length = 0;
  for (let round = 0; round < 6; round += 1) {
    await clock.advance(60 * 60_000);
    await clock.until(shop.checkout.reconcile());
    for (const [refundId, refund] of gateway.refunds) {
      if (refund.outcome === 'processing') gateway.refunds.set(refundId, { ...refund, outcome: 'success' });
    }
    await rest();
  }
  await hold();
  const record = (await store.retrieve(id))!;
  const done = [...gateway.refunds.values()].filter(({ outcome }) => outcome === 'success');
  assert.equal(
    record.refundedValue,
    done.reduce((sum, { amount }) => sum + amount!.value, 0),
  );
  assert.deepEqual(
    (record.refunds ?? []).filter(({ status }) => status === 'pending'),
    [],
    'a refund was never settled',
  );
}

it('never returns more than was captured, nor one refund twice, whatever is lost on the way', async () => {
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), live), { numRuns: 60 });
});
