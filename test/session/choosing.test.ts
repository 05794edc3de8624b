import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Wallet } from '../../src/session/backend.ts';
import { CheckoutError } from '../../src/session/errors.ts';
import { aSnapshot } from '../support/a-snapshot.ts';
import { settle } from '../support/fake-environment.ts';
import { unreachable } from '../support/scripted-backend.ts';
import { request, setup as setupSession } from './setup.ts';

const alipay: Wallet = { id: 'ALIPAY_CN', name: 'Alipay', available: true };
const alipayHk: Wallet = { id: 'ALIPAY_HK', name: 'AlipayHK', available: true };
const gcash: Wallet = { id: 'GCASH', name: 'GCash', available: false, reason: 'service_degrade' };
const voided = aSnapshot({ version: 4, status: 'voided', reason: 'cancelled_by_shopper' });

/** A session whose backend lists these wallets, or answers whatever else it is given. */
function setup(listed: readonly Wallet[] | Error | 'never' | 'not at all') {
  const all = setupSession();
  const asked: unknown[] = [];
  if (listed !== 'not at all') {
    all.server.backend.listWallets = (query) => {
      asked.push(query);
      if (listed === 'never') return new Promise(() => {});
      return listed instanceof Error ? Promise.reject(listed) : Promise.resolve(listed);
    };
  }
  const creates = () => all.server.seen('create').map(({ body }) => JSON.parse(body!) as Record<string, unknown>);
  return { ...all, asked, creates };
}

describe('the choice of wallets', () => {
  it('waits for the shopper where there are two', async () => {
    const { session, asked, creates } = setup([alipay, gcash, alipayHk]);
    session.start({ ...request, locale: 'en', choose: true });
    assert.deepEqual(session.state, { phase: 'choosing', wallets: null });
    await settle();
    assert.deepEqual(session.state, { phase: 'choosing', wallets: [alipay, gcash, alipayHk] });
    assert.deepEqual(JSON.parse(JSON.stringify(asked)), [{ orderId: 'A-1001', terminal: 'WEB', locale: 'en' }]);
    assert.deepEqual(creates(), []);
  });

  it('creates with the wallet that the shopper has chosen, and launches on that', async () => {
    const { session, creates } = setup([alipay, alipayHk]);
    session.start({ ...request, choose: true });
    await settle();
    let launches = 0;
    session.start({ ...request, wallet: 'ALIPAY_HK' }, () => launches++);
    await settle();
    assert.deepEqual(creates(), [{ ...request, wallet: 'ALIPAY_HK', orderId: 'A-1001' }]);
    assert.equal(launches, 1);
  });

  const undecided: readonly [what: string, listed: Parameters<typeof setup>[0], wallet: string | undefined][] = [
    ['the list is empty', [], undefined],
    ['one wallet is available', [gcash, alipayHk], 'ALIPAY_HK'],
    ['the endpoint does not know the question', new CheckoutError('invalid_answer', 'HTTP 404'), undefined],
    ['the endpoint cannot be reached', unreachable(), undefined],
    ['the backend offers no choice', 'not at all', undefined],
  ];
  for (const [what, listed, wallet] of undecided) {
    it(`goes on at once where ${what}`, async () => {
      const { session, creates } = setup(listed);
      let launches = 0;
      session.start({ ...request, choose: true }, () => launches++);
      await settle();
      assert.deepEqual(creates(), [{ ...request, ...(wallet && { wallet }), orderId: 'A-1001' }]);
      assert.equal(launches, 1);
    });
  }

  it('goes on without one where the endpoint has not answered in five seconds', async () => {
    const { session, creates, clock } = setup('never');
    session.start({ ...request, choose: true });
    await clock.advance(4_999);
    assert.deepEqual(creates(), []);
    await clock.advance(1);
    assert.deepEqual(creates(), [{ ...request, orderId: 'A-1001' }]);
  });

  it('shows wallets of which none is available', async () => {
    const { session, creates } = setup([gcash]);
    session.start({ ...request, choose: true });
    await settle();
    assert.deepEqual(session.state, { phase: 'choosing', wallets: [gcash] });
    assert.deepEqual(creates(), []);
  });

  it('goes back to the button, and hears no answer that comes later', async () => {
    const { session, creates, clock } = setup('never');
    session.start({ ...request, choose: true });
    session.cancel();
    assert.equal(session.state.phase, 'idle');
    await clock.advance(60_000);
    assert.equal(session.state.phase, 'idle');
    assert.deepEqual(creates(), []);
  });

  it('is asked for once, however often it is wanted', async () => {
    const { session, asked } = setup([alipay, alipayHk]);
    session.start({ ...request, choose: true });
    session.start({ ...request, choose: true });
    await settle();
    session.start({ ...request, choose: true });
    await settle();
    assert.equal(asked.length, 1);
  });

  it('leaves no timer behind when the page leaves it', async () => {
    const { session, clock } = setup('never');
    session.start({ ...request, choose: true });
    session.disconnect();
    await settle();
    assert.equal(session.state.phase, 'idle');
    assert.equal(clock.pending, 0);
  });

  it('is not offered beside a payment that can still be paid', async () => {
    const { session, asked, creates } = setup([alipay, alipayHk]);
    session.start(request);
    await settle();
    session.start({ ...request, choose: true });
    await settle();
    assert.equal(session.state.phase, 'awaiting');
    assert.deepEqual([asked.length, creates().length], [0, 1]);
  });

  it('is not offered for an attempt that may have made a payment: the same bytes go out again', async () => {
    const { session, server, asked, clock } = setup([alipay, alipayHk]);
    session.start({ ...request, choose: true });
    await settle();
    server.script.create = [unreachable()];
    session.start({ ...request, wallet: 'ALIPAY_HK' });
    await clock.advance(60_000);
    assert.equal(session.state.phase, 'error');
    session.start({ ...request, choose: true });
    await settle();
    const sent = server.seen('create').map(({ key, body }) => `${key} ${body}`);
    assert.equal(new Set(sent).size, 1);
    assert.equal(asked.length, 1);
  });

  it('is offered again after an end', async () => {
    const { session, server } = setup([alipay, alipayHk]);
    session.start({ ...request, choose: true });
    await settle();
    session.start({ ...request, wallet: 'ALIPAY_HK' });
    await settle();
    server.push(voided);
    session.start({ ...request, choose: true });
    await settle();
    assert.deepEqual(session.state, { phase: 'choosing', wallets: [alipay, alipayHk] });
  });

  it('holds for another code of the same order, also after a reload', async () => {
    const first = setup([alipay, alipayHk]);
    first.session.start({ ...request, wallet: 'ALIPAY_HK' });
    await settle();
    first.session.disconnect();
    const { session, server } = first.reload();
    await settle();
    server.push(voided);
    session.start(request);
    await settle();
    assert.equal((JSON.parse(server.seen('create').at(-1)!.body!) as { wallet?: string }).wallet, 'ALIPAY_HK');
  });
});
