import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, it } from 'node:test';
import fc from 'fast-check';
import type { Store } from '../../../src/server/store.ts';
import { memoryStore } from '../../../src/server/stores/memory.ts';
import { sqliteStore } from '../../../src/server/stores/sqlite.ts';
import { aChange, aGrant, aRecord } from '../../support/records.ts';

const folder = mkdtempSync(join(tmpdir(), 'alipay-checkout-'));
after(() => rmSync(folder, { recursive: true }));

type Step = (store: Store) => Promise<unknown>;

// Few of each, so that most steps meet what an earlier one has left.
const id = fc.constantFrom('p1', 'p2', 'p3', 'p4', 'p5');
const timeMs = fc.integer({ min: 0, max: 9 });
const limit = fc.integer({ min: 0, max: 4 });
const sequence = fc.integer({ min: 1, max: 8 });
const name = fc.constantFrom('a', 'b');
const status = fc.constantFrom('pending', 'failed', 'success');
const payment = fc.record({
  id,
  revision: fc.integer({ min: 1, max: 5 }),
  orderId: fc.constantFrom('A', 'B'),
  attemptHash: fc.constantFrom('h1', 'h2', 'h3', 'h4', 'h5'),
  status,
  nextInquiryAtMs: fc.option(timeMs, { nil: undefined }),
  aliases: fc.array(name, { maxLength: 2 }),
});
const change = fc.record({ atMs: timeMs, publish: fc.boolean() });
const grant = fc.record({ hash: name, paymentId: id, expiresAtMs: timeMs });

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(payment, change, fc.array(grant, { maxLength: 2 })).map(([fields, options, grants]): Step => {
    const added = aRecord({ ...fields, revision: 1 });
    return (store) => store.insert(added, grants.map(aGrant), aChange(added, options));
  }),
  fc.tuple(payment, change).map(([{ id, revision, status, nextInquiryAtMs, aliases }, options]): Step => {
    return async (store) => {
      const stored = await store.retrieve(id);
      // Now and then another revision than the next, as from a writer that has read too early.
      const next = { ...(stored ?? aRecord({ id })), revision: (stored?.revision ?? 1) + (revision < 5 ? 1 : 0) };
      const written = { ...next, status, nextInquiryAtMs, aliases };
      return store.update(written, aChange(written, options));
    };
  }),
  id.map((id): Step => async (store) => [await store.retrieve(id), await store.events(id)]),
  payment.map(
    ({ attemptHash }): Step =>
      (store) =>
        store.retrieveByAttempt(attemptHash),
  ),
  name.map(
    (alias): Step =>
      (store) =>
        store.retrieveByAlias(alias),
  ),
  fc.record({ orderId: fc.constantFrom('A', 'B'), status, before: id, limit }, { requiredKeys: [] }).map(
    (query): Step =>
      (store) =>
        store.list(query),
  ),
  fc.tuple(timeMs, limit).map(
    ([nowMs, limit]): Step =>
      (store) =>
        store.listDue(nowMs, limit),
  ),
  fc.tuple(timeMs, limit).map(
    ([nowMs, limit]): Step =>
      (store) =>
        store.listOutbox(nowMs, limit),
  ),
  sequence.map(
    (sequence): Step =>
      (store) =>
        store.settleOutbox(sequence),
  ),
  fc.tuple(sequence, timeMs).map(
    ([sequence, dueAtMs]): Step =>
      (store) =>
        store.postponeOutbox(sequence, dueAtMs),
  ),
  grant.map(
    (fields): Step =>
      (store) =>
        store.addGrant(aGrant(fields)),
  ),
  name.map(
    (hash): Step =>
      (store) =>
        store.findGrant(hash),
  ),
  timeMs.map(
    (nowMs): Step =>
      (store) =>
        store.prune(nowMs),
  ),
  fc.tuple(name, name, timeMs, timeMs).map(
    ([lease, holder, nowMs, untilMs]): Step =>
      (store) =>
        store.acquireLease(lease, holder, nowMs, untilMs),
  ),
  fc.tuple(name, name).map(
    ([lease, holder]): Step =>
      (store) =>
        store.releaseLease(lease, holder),
  ),
);

/** What each step answered; a rejection counts, its words do not. */
async function trace(store: Store, steps: readonly Step[]): Promise<unknown[]> {
  const answers: unknown[] = [];
  for (const run of steps) answers.push(await run(store).catch(() => 'rejected'));
  await store.close();
  return answers;
}

it('memory and SQLite answer every schedule of calls alike', async () => {
  let files = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 60, size: 'max' }), async (steps) => {
      const expected = await trace(memoryStore(), steps);
      assert.deepEqual(await trace(sqliteStore(join(folder, `${++files}.db`)), steps), expected);
    }),
    { numRuns: 150 },
  );
});
