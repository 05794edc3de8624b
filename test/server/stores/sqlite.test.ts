import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { MIGRATIONS } from '../../../src/server/stores/sqlite-schema.ts';
import { sqliteStore } from '../../../src/server/stores/sqlite.ts';
import { aChange, aGrant, aRecord, revised } from '../../support/records.ts';
import { describeStore } from '../../support/store-contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'alipay-checkout-'));
after(() => rmSync(folder, { recursive: true }));
let files = 0;
const newFile = (): string => join(folder, `${++files}.db`);

describeStore('sqliteStore', () => sqliteStore(newFile()));

describe('sqliteStore: durability', () => {
  it('has everything again after it was closed', async (t) => {
    const file = newFile();
    const payment = aRecord({ nextInquiryAtMs: 10 });
    const grant = aGrant({ paymentId: payment.id });
    const before = sqliteStore(file);
    await before.insert(payment, [grant], aChange(payment, { publish: true }));
    const [published] = await before.listOutbox(Infinity, 1);
    await before.postponeOutbox(published!.sequence, 2_000);
    await before.acquireLease('sweep', 'a', 0, 100);
    await before.close();

    const store = sqliteStore(file);
    t.after(() => store.close());
    assert.deepEqual(await store.retrieve(payment.id), payment);
    assert.deepEqual(await store.retrieveByAttempt(payment.attemptHash), payment);
    assert.deepEqual(await store.listDue(10, 10), [payment]);
    assert.deepEqual(await store.findGrant(grant.hash), grant);
    assert.equal((await store.events(payment.id)).length, 1);
    assert.deepEqual(await store.listOutbox(2_000, 10), [{ ...published, attempts: 1, dueAtMs: 2_000 }]);
    assert.equal(await store.acquireLease('sweep', 'b', 99, 200), false);
  });

  it('has all that it had acknowledged, and nothing by halves, after it was killed while writing', async (t) => {
    const file = newFile();
    const acknowledged = await killWhileWriting(file);
    assert.ok(acknowledged.size > 0);

    const store = sqliteStore(file);
    t.after(() => store.close());
    for (const [id, revision] of acknowledged) {
      const payment = await store.retrieve(id);
      assert.ok(payment && payment.revision >= revision, `${id} was acknowledged at revision ${revision}`);
      assert.equal((await store.events(id)).length, payment.revision);
    }
    // Each change was published: the outbox of every payment is complete, in order and of whole records.
    for (let entries = await store.listOutbox(Infinity, 1_000); entries.length > 0;) {
      for (const { sequence } of entries) await store.settleOutbox(sequence);
      const next = await store.listOutbox(Infinity, 1_000);
      const revisions = new Map(entries.map(({ payment }) => [payment.id, payment.revision]));
      for (const { payment } of next) assert.equal(payment.revision, revisions.get(payment.id)! + 1);
      for (const { payment } of entries) {
        const isLast = !next.some((entry) => entry.payment.id === payment.id);
        if (isLast) assert.deepEqual(await store.retrieve(payment.id), payment);
      }
      entries = next;
    }
  });

  it('shares its file with another process', async (t) => {
    const file = newFile();
    const [ours, theirs] = [sqliteStore(file), sqliteStore(file)];
    t.after(() => Promise.all([ours.close(), theirs.close()]));
    const payment = aRecord();
    const rival = aRecord({ orderId: payment.orderId });

    await ours.insert(payment, [], aChange(payment));
    assert.deepEqual(await theirs.insert(rival, [], aChange(rival)), { inserted: false, conflict: 'order' });
    const next = revised(payment);
    assert.equal(await theirs.update(next, aChange(next)), true);
    assert.equal(await ours.update(next, aChange(next)), false);
    assert.deepEqual(await ours.retrieve(payment.id), next);
  });
});

describe('sqliteStore: its file', () => {
  for (const path of ['', '  ', ':memory:', undefined, 7]) {
    it(`refuses ${JSON.stringify(path)} as a path`, () => {
      assert.throws(() => sqliteStore(path as string), { name: 'TypeError', message: /"path"/ });
    });
  }

  it('refuses a time to wait that is no time', () => {
    assert.throws(() => sqliteStore(newFile(), { busyTimeoutMs: -1 }), { name: 'TypeError', message: /busyTimeoutMs/ });
  });

  it('says which file it cannot open', () => {
    const file = join(folder, 'no such folder', 'payments.db');
    assert.throws(
      () => sqliteStore(file),
      (error: Error) => error.message.includes(file),
    );
  });

  it('refuses a file that is no database, and leaves it as it is', () => {
    const file = newFile();
    writeFileSync(file, 'The history of tea, volume one. '.repeat(64));
    assert.throws(() => sqliteStore(file), /not a database/);
  });

  it('brings a file of the first schema up to date, and finds its payments by what they have', async (t) => {
    const file = newFile();
    const first = new DatabaseSync(file);
    first.exec(MIGRATIONS[0]!);
    first.exec('PRAGMA user_version = 1');
    const insert = first.prepare('INSERT INTO payments VALUES (?, ?, 1, ?, ?, ?, NULL, ?)');
    const payment = aRecord({ gateway: 'asia', gatewayReference: '2026112219401080' });
    const unknown = aRecord();
    for (const [at, one] of [payment, unknown].entries()) {
      insert.run(at, one.id, one.orderId, one.attemptHash, one.status, JSON.stringify(one));
    }
    first.close();
    const store = sqliteStore(file);
    t.after(() => store.close());
    assert.deepEqual(await store.retrieveByAlias('gateway:asia:2026112219401080'), payment);
    assert.deepEqual(await store.retrieve(unknown.id), unknown);
  });

  it('refuses a file whose schema is newer than it knows', async () => {
    const file = newFile();
    await sqliteStore(file).close();
    const database = new DatabaseSync(file);
    database.exec('PRAGMA user_version = 999');
    database.close();
    assert.throws(() => sqliteStore(file), /schema is version 999/);
  });
});

/** Answers the newest revision of each payment that the killed process had been promised. */
async function killWhileWriting(file: string): Promise<Map<string, number>> {
  const writer = fileURLToPath(new URL('../../support/store-writer.ts', import.meta.url));
  const child = spawn(process.execPath, [writer, file], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    if (output.split('\n').length > 200) child.kill('SIGKILL');
  });
  await new Promise((resolve) => child.once('close', resolve));
  assert.equal(child.signalCode, 'SIGKILL');
  const lines = output.split('\n').slice(0, -1);
  return new Map(lines.map((line) => line.split(' ')).map(([id, revision]) => [id!, Number(revision)]));
}
