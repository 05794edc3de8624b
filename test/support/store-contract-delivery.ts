import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import type { PaymentRecord, Store } from '../../src/server/store.ts';
import { aChange, aRecord, revised } from './records.ts';

type Write = (payment: PaymentRecord, change?: Parameters<typeof aChange>[1]) => Promise<PaymentRecord>;

/** An empty store, and how to write to it with one call where the write must be accepted. */
export interface StoreFixture {
  readonly store: Store;
  readonly insert: Write;
  readonly update: Write;
}

/** The part of the store contract by which news leaves the store: outbox, leases and watching. */
export function describeDelivery(name: string, setup: (t: TestContext) => StoreFixture): void {
  describe(`${name}: outbox`, () => {
    it('publishes only what it is told to publish', async (t) => {
      const { store, insert, update } = setup(t);
      const payment = await insert(aRecord());
      await update(revised(payment));
      assert.deepEqual(await store.listOutbox(Infinity, 10), []);
    });

    it('delivers the changes of a payment one after the other, each as it was then', async (t) => {
      const { store, insert, update } = setup(t);
      const first = await insert(aRecord(), { publish: true });
      const second = await update(revised(first, { status: 'success', reason: 'captured' }), { publish: true });

      const [head, ...none] = await store.listOutbox(1_000, 10);
      assert.deepEqual([head?.payment, none], [first, []]);
      await store.settleOutbox(head!.sequence);
      const [next] = await store.listOutbox(1_000, 10);
      assert.deepEqual(next?.payment, second);
      await store.settleOutbox(next.sequence);
      assert.deepEqual(await store.listOutbox(1_000, 10), []);
    });

    it('holds a payment back behind its failed delivery, and no other payment', async (t) => {
      const { store, insert, update } = setup(t);
      const payment = await insert(aRecord(), { publish: true });
      await update(revised(payment), { publish: true });
      const [head] = await store.listOutbox(1_000, 10);
      await store.postponeOutbox(head!.sequence, 9_000);
      const other = await insert(aRecord(), { publish: true });

      const due = (await store.listOutbox(8_999, 10)).map((entry) => entry.payment.id);
      assert.deepEqual(due, [other.id]);
      const [again] = await store.listOutbox(9_000, 1);
      assert.deepEqual(again, { ...head, attempts: 1, dueAtMs: 9_000 });
    });

    it('lists the oldest first, as many as asked for', async (t) => {
      const { store, insert } = setup(t);
      const first = await insert(aRecord(), { publish: true, atMs: 3 });
      const second = await insert(aRecord(), { publish: true, atMs: 2 });
      const third = await insert(aRecord(), { publish: true, atMs: 1 });
      const due = async (nowMs: number, limit: number): Promise<string[]> =>
        (await store.listOutbox(nowMs, limit)).map((entry) => entry.payment.id);
      assert.deepEqual(await due(3, 10), [first.id, second.id, third.id]);
      assert.deepEqual(await due(3, 2), [first.id, second.id]);
      assert.deepEqual(await due(2, 10), [second.id, third.id]);
    });

    it('never gives a sequence out twice, even when all are settled', async (t) => {
      const { store, insert } = setup(t);
      await insert(aRecord(), { publish: true });
      const [first] = await store.listOutbox(Infinity, 1);
      await store.settleOutbox(first!.sequence);
      await insert(aRecord(), { publish: true });
      const [second] = await store.listOutbox(Infinity, 1);
      assert.ok(second!.sequence > first!.sequence);
    });

    it('ignores a verdict on an entry that is out already', async (t) => {
      const { store, insert } = setup(t);
      await insert(aRecord(), { publish: true });
      const [entry] = await store.listOutbox(Infinity, 1);
      await store.settleOutbox(entry!.sequence);
      await store.settleOutbox(entry!.sequence);
      await store.postponeOutbox(entry!.sequence, 0);
      assert.deepEqual(await store.listOutbox(Infinity, 10), []);
    });
  });

  describe(`${name}: leases`, () => {
    it('has one holder until the lease ends', async (t) => {
      const { store } = setup(t);
      assert.equal(await store.acquireLease('sweep', 'a', 0, 100), true);
      assert.equal(await store.acquireLease('sweep', 'b', 99, 199), false);
      assert.equal(await store.acquireLease('other', 'b', 99, 199), true);
      assert.equal(await store.acquireLease('sweep', 'b', 100, 200), true);
      assert.equal(await store.acquireLease('sweep', 'a', 150, 250), false);
    });

    it('moves its end for its holder, also forward', async (t) => {
      const { store } = setup(t);
      await store.acquireLease('sweep', 'a', 0, 100);
      assert.equal(await store.acquireLease('sweep', 'a', 50, 300), true);
      assert.equal(await store.acquireLease('sweep', 'b', 200, 400), false);
      assert.equal(await store.acquireLease('sweep', 'a', 200, 210), true);
      assert.equal(await store.acquireLease('sweep', 'b', 210, 400), true);
    });

    it('is given back by its holder alone', async (t) => {
      const { store } = setup(t);
      await store.acquireLease('sweep', 'a', 0, 100);
      await store.releaseLease('sweep', 'b');
      assert.equal(await store.acquireLease('sweep', 'b', 1, 100), false);
      await store.releaseLease('sweep', 'a');
      assert.equal(await store.acquireLease('sweep', 'b', 1, 100), true);
    });

    it('goes to one of many that ask at once', async (t) => {
      const { store } = setup(t);
      const holders = Array.from({ length: 20 }, (_, index) => `holder ${index}`);
      const answers = await Promise.all(holders.map((holder) => store.acquireLease('sweep', holder, 0, 100)));
      assert.equal(answers.filter(Boolean).length, 1);
    });
  });

  describe(`${name}: watching`, () => {
    it('tells of every change once it can be read, and of no other payment', { timeout: 5_000 }, async (t) => {
      const { store, insert, update } = setup(t);
      const payment = aRecord();
      const heard = (): Promise<PaymentRecord | null> =>
        new Promise((resolve) => {
          const stop = store.watch(payment.id, () => {
            stop();
            resolve(store.retrieve(payment.id));
          });
        });

      const insertion = heard();
      await insert(payment);
      assert.deepEqual(await insertion, payment);

      const change = heard();
      await insert(aRecord());
      const next = await update(revised(payment));
      assert.deepEqual(await change, next);
    });

    it('tells nobody who has stopped, and everybody else', async (t) => {
      const { store, insert, update } = setup(t);
      const payment = await insert(aRecord());
      const listener = t.mock.fn();
      const stopped = store.watch(payment.id, listener);
      const others = [store.watch(payment.id, listener), store.watch(payment.id, listener)];
      stopped();
      stopped();
      await new Promise<void>((resolve) => {
        others.push(store.watch(payment.id, resolve));
        void update(revised(payment));
      });
      assert.equal(listener.mock.callCount(), 2);
      for (const stop of others) stop();
    });

    it('does not fail a write whose change was refused, nor tell of it', async (t) => {
      const { store, insert } = setup(t);
      const payment = await insert(aRecord());
      const listener = t.mock.fn();
      const stop = store.watch(payment.id, listener);
      assert.equal(await store.update({ ...payment, revision: 5 }, aChange(payment)), false);
      await new Promise((resolve) => setImmediate(resolve));
      assert.equal(listener.mock.callCount(), 0);
      stop();
    });
  });
}
