import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import type { Created } from '../../src/protocol/payment.ts';
import type { PaymentRecord } from '../../src/server/store.ts';
import type { Evidence } from '../../src/server/gateway.ts';
import { createFakeGateway, type FakeFault } from '../support/fake-gateway.ts';
import { rest } from '../../src/testing/clock.ts';
import { openShop } from '../support/shop.ts';

type Step =
  | { readonly do: 'create'; readonly terminal: 'WEB' | 'WAP'; readonly again: boolean }
  | { readonly do: 'pay' | 'decline' | 'expire' | 'notify' | 'check' | 'cancel'; readonly which: number }
  | { readonly do: 'fault'; readonly fault: FakeFault }
  | { readonly do: 'wait'; readonly seconds: number }
  | { readonly do: 'sweep' | 'restart' };

const which = fc.nat(7);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('create' as const),
      terminal: fc.constantFrom('WEB', 'WAP'),
      again: fc.boolean(),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({ do: fc.constantFrom('pay', 'decline', 'expire', 'notify', 'check', 'cancel'), which }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('fault' as const), fault: fc.constantFrom<FakeFault>('unknown', 'lost') }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('wait' as const), seconds: fc.constantFrom(1, 4, 20, 70, 900) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('sweep' as const, 'restart' as const) }) },
);

/** One order, its shopper, a gateway with faults, and a server that may be restarted at any time. */
async function live(steps: readonly Step[]): Promise<void> {
  const gateway = createFakeGateway();
  const first = openShop({ rateLimit: { perOrder: 1_000 } }, { gateway });
  const { clock, store } = first;
  let shop = first;
  let lastKey = '';
  const tokens = new Map<string, string>();
  const everPaid = new Set<string>();
  const statusBefore = new Map<string, PaymentRecord>();
  const counted = new Set<string>();

  const pick = (n: number) => [...gateway.held.keys()][n % Math.max(1, gateway.held.size)];
  /** Everything that a notification may have been sent about, and may still be on its way. */
  const history: Evidence[] = [];
  const finish = (n: number, outcome: 'success' | 'failed' | 'expired') => {
    const id = pick(n);
    const before = id && gateway.held.get(id)?.outcome;
    // Money outranks: what has expired or failed may turn out to be paid after all.
    const mayTurn = before === 'awaiting' || (outcome === 'success' && (before === 'expired' || before === 'failed'));
    if (!id || !mayTurn) return;
    if (outcome === 'success') everPaid.add(id);
    gateway.move(id, { outcome });
    history.push(gateway.held.get(id)!);
  };

  const act: { [K in Step['do']]: (step: Extract<Step, { do: K }>) => unknown } = {
    async create({ terminal, again }) {
      if (!again || !lastKey)
        lastKey = `attempt-key-${tokens.size}-${clock.now()}-${Math.random()}`.replaceAll('.', '');
      const response = await shop.create({ key: lastKey, body: { terminal } });
      if (!response.ok) return;
      const { payment, token } = (await response.json()) as Created;
      tokens.set(payment.id, token);
    },
    pay: ({ which: n }) => finish(n, 'success'),
    decline: ({ which: n }) => finish(n, 'failed'),
    expire: ({ which: n }) => finish(n, 'expired'),
    async notify({ which: n }) {
      const evidence = history[n % Math.max(1, history.length)];
      if (evidence) await shop.notify(evidence.paymentId, evidence);
    },
    check: ({ which: n }) => ask('check', n),
    cancel: ({ which: n }) => ask('cancel', n),
    fault: ({ fault }) => gateway.faults.push(fault),
    wait: ({ seconds }) => clock.advance(seconds * 1_000),
    sweep: () => clock.until(shop.checkout.reconcile()),
    restart() {
      shop = openShop({ rateLimit: { perOrder: 1_000 } }, { gateway, store, clock });
      shop.told.push(...first.told);
    },
  };

  async function ask(what: 'check' | 'cancel', n: number): Promise<void> {
    const id = pick(n);
    const token = id && tokens.get(id);
    if (token) await shop.post(what, { payment: { id } as Created['payment'], token });
  }

  async function hold(): Promise<void> {
    const payable = [...gateway.held.values()].filter(({ outcome }) => outcome === 'awaiting');
    assert.ok(payable.length <= 1, `${payable.length} payments of one order can be paid`);
    for (const record of await store.list({ orderId: 'A-1' })) {
      const before = statusBefore.get(record.id);
      if (before) assert.ok(record.version >= before.version, 'a version went back');
      if (before?.status === 'success' && record.status !== 'success') assert.equal(record.reason, 'reversed');
      if (record.status === 'success') assert.ok(everPaid.has(record.id), 'paid without evidence');
      statusBefore.set(record.id, record);
    }
    for (const { id, status, surplus } of shop.told) if (status === 'success' && !surplus) counted.add(id);
    const kept = [...counted].filter((id) => statusBefore.get(id)?.reason !== 'reversed');
    assert.ok(kept.length <= 1, 'one order was fulfilled twice');
  }

  for (const one of steps) {
    await (act[one.do] as (step: Step) => unknown)(one);
    await rest();
    await hold();
  }

  // The faults end. What is left to be settled, the sweep settles.
  gateway.faults.length = 0;
  for (let hour = 0; hour < 6; hour += 1) {
    await clock.advance(60 * 60_000);
    await clock.until(shop.checkout.reconcile());
    await rest();
  }
  await hold();
  for (const record of await store.list({ orderId: 'A-1' })) {
    const held = gateway.held.get(record.id);
    const expected = {
      awaiting: 'pending',
      failed: 'failed',
      expired: 'voided',
      cancelled: 'voided',
      success: 'success',
    };
    const status = held ? expected[held.outcome as keyof typeof expected] : 'voided';
    assert.equal(
      record.status,
      status,
      `the gateway says ${held?.outcome}, the store ${record.status}/${record.reason}`,
    );
  }
  const paid = [...gateway.held.values()].filter(({ outcome }) => outcome === 'success');
  assert.ok(paid.length <= 1, 'money of a second payment was kept');
}

it('keeps its promises in whatever order shoppers, faults, notifications and restarts come', async () => {
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), live), { numRuns: 100 });
});
