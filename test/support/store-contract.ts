import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { MAX_PAGE, type PaymentRecord, type Store } from '../../src/server/store.ts';
import { aChange, aGrant, aRecord, revised } from './records.ts';
import { describeDelivery, type StoreFixture } from './store-contract-delivery.ts';

/** Runs every sentence of the `Store` interface against the empty stores that `create` answers. */
export function describeStore(name: string, create: () => Store): void {
  function setup(t: TestContext): StoreFixture {
    const store = create();
    t.after(() => store.close());
    return {
      store,
      insert: async (payment, change) => {
        assert.deepEqual(await store.insert(payment, [], aChange(payment, change)), { inserted: true });
        return payment;
      },
      update: async (payment, change) => {
        assert.equal(await store.update(payment, aChange(payment, change)), true);
        return payment;
      },
    };
  }

  describe(`${name}: inserting`, () => {
    it('keeps the payment, its rights, its audit event and its outbox entry', async (t) => {
      const { store } = setup(t);
      const payment = aRecord({ action: { qrCode: { data: 'https://qr.example/1' } }, expiresAtMs: 60_000 });
      const grants = [aGrant({ paymentId: payment.id }), aGrant({ paymentId: payment.id, scope: 'read' })];
      const change = aChange(payment, { atMs: 7_000, type: 'created', publish: true });

      assert.deepEqual(await store.insert(payment, grants, change), { inserted: true });

      assert.deepEqual(await store.retrieve(payment.id), payment);
      assert.deepEqual(await store.retrieveByAttempt(payment.attemptHash), payment);
      assert.deepEqual(await store.events(payment.id), [change.event]);
      for (const grant of grants) assert.deepEqual(await store.findGrant(grant.hash), grant);
      const [entry, ...others] = await store.listOutbox(7_000, 10);
      assert.deepEqual(others, []);
      assert.deepEqual(entry, { sequence: entry?.sequence, payment, attempts: 0, dueAtMs: 7_000 });
    });

    it('knows nothing of payments and rights that were never added', async (t) => {
      const { store } = setup(t);
      assert.equal(await store.retrieve('absent'), null);
      assert.equal(await store.retrieveByAttempt('absent'), null);
      assert.equal(await store.findGrant('absent'), null);
      assert.deepEqual(await store.events('absent'), []);
    });

    it('refuses a second payment of one attempt, even where the order is taken too', async (t) => {
      const { store, insert } = setup(t);
      const { attemptHash, orderId } = await insert(aRecord());
      const second = aRecord({ attemptHash, orderId });
      assert.deepEqual(await store.insert(second, [], aChange(second)), { inserted: false, conflict: 'attempt' });
    });

    it('refuses a second live payment of one order, and writes nothing of it', async (t) => {
      const { store, insert } = setup(t);
      const { orderId } = await insert(aRecord());
      const second = aRecord({ orderId });
      const grant = aGrant({ paymentId: second.id });

      const answer = await store.insert(second, [grant], aChange(second, { publish: true }));

      assert.deepEqual(answer, { inserted: false, conflict: 'order' });
      assert.equal(await store.retrieve(second.id), null);
      assert.equal(await store.retrieveByAttempt(second.attemptHash), null);
      assert.equal(await store.findGrant(grant.hash), null);
      assert.deepEqual(await store.events(second.id), []);
      assert.deepEqual(await store.listOutbox(Infinity, 10), []);
    });

    it('takes another payment of an order whose payment has ended, and an ended one beside a live one', async (t) => {
      const { insert, update } = setup(t);
      const first = await insert(aRecord());
      await update(revised(first, { status: 'voided', reason: 'expired' }));
      await insert(aRecord({ orderId: first.orderId }));
      await insert(aRecord({ orderId: first.orderId, status: 'success', reason: 'captured' }));
    });

    it('lets one of many concurrent payments of an order in', async (t) => {
      const { store } = setup(t);
      const payments = Array.from({ length: 20 }, () => aRecord({ orderId: 'A-1001' }));
      const answers = await Promise.all(payments.map((payment) => store.insert(payment, [], aChange(payment))));
      assert.equal(answers.filter(({ inserted }) => inserted).length, 1);
      assert.equal((await store.list({ orderId: 'A-1001' })).length, 1);
    });

    it('rejects an id that is taken, and writes nothing', async (t) => {
      const { store, insert } = setup(t);
      const payment = await insert(aRecord());
      const other = aRecord({ id: payment.id, orderId: 'other', attemptHash: 'other' });
      await assert.rejects(store.insert(other, [], aChange(other)));
      assert.deepEqual(await store.retrieve(payment.id), payment);
      assert.equal(await store.retrieveByAttempt('other'), null);
      assert.equal((await store.events(payment.id)).length, 1);
    });
  });

  describe(`${name}: updating`, () => {
    it('replaces the payment and adds to its audit trail, oldest first', async (t) => {
      const { store, insert, update } = setup(t);
      const first = await insert(aRecord({ expiresAtMs: 60_000 }), { type: 'created', atMs: 2_000 });
      const { expiresAtMs: _, ...second } = revised(first, { status: 'success', reason: 'captured' });
      await update(second, { type: 'evidence', atMs: 1_000 });

      assert.deepEqual(await store.retrieve(first.id), second);
      assert.deepEqual(await store.retrieveByAttempt(first.attemptHash), second);
      const types = (await store.events(first.id)).map(({ type }) => type);
      assert.deepEqual(types, ['created', 'evidence']);
    });

    it('refuses every revision but the next, and writes nothing', async (t) => {
      const { store, insert, update } = setup(t);
      const current = await update(revised(await insert(aRecord())));
      for (const revision of [1, 2, 4]) {
        const stale = { ...current, revision, status: 'failed', reason: 'declined' } as const;
        assert.equal(await store.update(stale, aChange(stale, { publish: true })), false, `revision ${revision}`);
      }
      assert.deepEqual(await store.retrieve(current.id), current);
      assert.equal((await store.events(current.id)).length, 2);
      assert.deepEqual(await store.listOutbox(Infinity, 10), []);
    });

    it('refuses a payment that is not there', async (t) => {
      const { store } = setup(t);
      const absent = aRecord({ revision: 2 });
      assert.equal(await store.update(absent, aChange(absent)), false);
      assert.equal(await store.retrieve(absent.id), null);
    });

    it('lets one of many concurrent changes through', async (t) => {
      const { store, insert } = setup(t);
      const payment = await insert(aRecord());
      const changes = Array.from({ length: 20 }, (_, index) => revised(payment, { description: `change ${index}` }));
      const answers = await Promise.all(changes.map((next) => store.update(next, aChange(next))));
      assert.equal(answers.filter(Boolean).length, 1);
      assert.equal((await store.retrieve(payment.id))?.description, changes[answers.indexOf(true)]?.description);
    });

    it('loses no change of writers that read again and try again', async (t) => {
      const { store, insert } = setup(t);
      const { id } = await insert(aRecord());
      const addOne = async (): Promise<void> => {
        const read = await store.retrieve(id);
        assert.ok(read);
        const next = revised(read, { refundedValue: read.refundedValue + 1 });
        if (!(await store.update(next, aChange(next)))) await addOne();
      };
      await Promise.all(Array.from({ length: 20 }, addOne));
      assert.equal((await store.retrieve(id))?.refundedValue, 20);
    });

    it('rejects what would give an order a second live payment, and writes nothing', async (t) => {
      const { store, insert, update } = setup(t);
      const first = await insert(aRecord());
      const ended = await update(revised(first, { status: 'voided', reason: 'expired' }));
      await insert(aRecord({ orderId: first.orderId }));
      const back = revised(ended, { status: 'pending', reason: 'awaiting_action' });
      await assert.rejects(store.update(back, aChange(back, { publish: true })));
      assert.deepEqual(await store.retrieve(first.id), ended);
      assert.deepEqual(await store.listOutbox(Infinity, 10), []);
    });
  });

  describe(`${name}: values`, () => {
    it('keeps what it was given, whatever becomes of the object', async (t) => {
      const { store } = setup(t);
      const payment = { ...aRecord(), amount: { currency: 'USD', value: 2000, exponent: 2 } };
      await store.insert(payment, [], aChange(payment));
      payment.amount.value = 1;
      assert.equal((await store.retrieve(payment.id))?.amount.value, 2000);
    });

    it('answers what a reader cannot use to change it', async (t) => {
      const { store, insert } = setup(t);
      const { id } = await insert(aRecord());
      const read = (await store.retrieve(id)) as { amount: { value: number } };
      // A store may answer a copy or a frozen object; writing to the latter throws.
      Reflect.set(read.amount, 'value', 1);
      assert.equal((await store.retrieve(id))?.amount.value, 2000);
    });

    it('takes an undefined property for an absent one', async (t) => {
      const { store } = setup(t);
      const payment = aRecord({ expiresAtMs: undefined, nextInquiryAtMs: undefined });
      await store.insert(payment, [], aChange(payment));
      assert.equal(Object.hasOwn((await store.retrieve(payment.id)) ?? {}, 'expiresAtMs'), false);
    });
  });

  describe(`${name}: aliases`, () => {
    it('finds a payment by each of its aliases, from its insertion or a change on', async (t) => {
      const { store, insert, update } = setup(t);
      const payment = await insert(aRecord({ aliases: ['refund:1'] }));
      assert.equal(await store.retrieveByAlias('refund:2'), null);
      await update(revised(payment, { aliases: ['refund:1', 'refund:2'] }));
      for (const alias of ['refund:1', 'refund:2']) {
        assert.equal((await store.retrieveByAlias(alias))?.revision, 2, alias);
      }
      assert.equal(await store.retrieveByAlias(''), null);
    });

    it('leaves an alias with the payment that had it first', async (t) => {
      const { store, insert } = setup(t);
      const first = await insert(aRecord({ aliases: ['gateway:a:1'] }));
      await insert(aRecord({ aliases: ['gateway:a:1', 'gateway:a:2'] }));
      assert.equal((await store.retrieveByAlias('gateway:a:1'))?.id, first.id);
      assert.notEqual((await store.retrieveByAlias('gateway:a:2'))?.id, first.id);
    });
  });

  describe(`${name}: listing`, () => {
    const idsOf = (payments: readonly PaymentRecord[]): string[] => payments.map(({ id }) => id);

    it('lists newest first, narrowed by order and by status', async (t) => {
      const { store, insert, update } = setup(t);
      const first = await insert(aRecord({ orderId: 'A', createdAtMs: 3_000 }));
      await update(revised(first, { status: 'failed', reason: 'declined' }));
      const second = await insert(aRecord({ orderId: 'A', createdAtMs: 2_000 }));
      const other = await insert(aRecord({ orderId: 'B', createdAtMs: 1_000 }));

      assert.deepEqual(idsOf(await store.list({})), [other.id, second.id, first.id]);
      assert.deepEqual(idsOf(await store.list({ orderId: 'A' })), [second.id, first.id]);
      assert.deepEqual(idsOf(await store.list({ status: 'pending' })), [other.id, second.id]);
      assert.deepEqual(idsOf(await store.list({ orderId: 'A', status: 'failed' })), [first.id]);
      assert.deepEqual(idsOf(await store.list({ orderId: undefined, status: undefined, before: undefined })).length, 3);
      assert.deepEqual(await store.list({ orderId: 'C' }), []);
    });

    it('pages without missing or repeating one, while newer ones come in', async (t) => {
      const { store, insert } = setup(t);
      const ids: string[] = [];
      for (let index = 0; index < 7; index += 1) ids.unshift((await insert(aRecord())).id);

      const seen: string[] = [];
      let page = await store.list({ limit: 3 });
      while (page.length > 0) {
        seen.push(...idsOf(page));
        await insert(aRecord());
        page = await store.list({ limit: 3, before: page.at(-1)!.id });
      }
      assert.deepEqual(seen, ids);
      assert.deepEqual(await store.list({ before: 'absent' }), []);
    });

    it('answers one page at most, whatever is asked for', async (t) => {
      const { store, insert } = setup(t);
      for (let index = 0; index <= MAX_PAGE; index += 1) await insert(aRecord());
      assert.equal((await store.list({})).length, MAX_PAGE);
      assert.equal((await store.list({ limit: MAX_PAGE * 2 })).length, MAX_PAGE);
    });

    it('lists what is due for an inquiry, the most overdue first', async (t) => {
      const { store, insert, update } = setup(t);
      const late = await insert(aRecord({ nextInquiryAtMs: 300 }));
      const later = await insert(aRecord({ nextInquiryAtMs: 200 }));
      const never = await insert(aRecord());
      const settled = await insert(aRecord({ nextInquiryAtMs: 50 }));
      await update(revised(settled, { nextInquiryAtMs: undefined }));
      await update(revised(never, { nextInquiryAtMs: 100 }));

      assert.deepEqual(idsOf(await store.listDue(300, 10)), [never.id, later.id, late.id]);
      assert.deepEqual(idsOf(await store.listDue(299, 10)), [never.id, later.id]);
      assert.deepEqual(idsOf(await store.listDue(300, 1)), [never.id]);
      assert.deepEqual(await store.listDue(99, 10), []);
    });
  });

  describe(`${name}: rights`, () => {
    it('replaces a right with the same hash', async (t) => {
      const { store } = setup(t);
      const grant = aGrant({ scope: 'read', expiresAtMs: 10 });
      await store.addGrant(grant);
      await store.addGrant({ ...grant, expiresAtMs: 20 });
      assert.deepEqual(await store.findGrant(grant.hash), { ...grant, expiresAtMs: 20 });
    });

    it('forgets the rights that have ended, and those alone', async (t) => {
      const { store } = setup(t);
      const [ended, ending] = [aGrant({ expiresAtMs: 999 }), aGrant({ expiresAtMs: 1_000 })];
      await store.addGrant(ended);
      await store.addGrant(ending);
      await store.prune(1_000);
      assert.equal(await store.findGrant(ended.hash), null);
      assert.deepEqual(await store.findGrant(ending.hash), ending);
    });
  });

  describeDelivery(name, setup);

  it(`${name}: closes twice as well as once`, async () => {
    const store = create();
    await store.close();
    await store.close();
  });
}
