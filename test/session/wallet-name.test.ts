import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CheckoutError } from '../../src/session/errors.ts';
import { createPaymentSession, type PaymentSession } from '../../src/session/session.ts';
import { aSnapshot } from '../support/a-snapshot.ts';
import { fakeEnvironment, settle } from '../support/fake-environment.ts';
import { scriptedBackend } from '../support/scripted-backend.ts';
import { request, setup } from './setup.ts';

const gcash = { ...request, wallet: 'GCASH', walletName: 'GCash' } as const;
const voided = aSnapshot({ version: 4, status: 'voided', reason: 'expired' });

const nameIn = ({ state }: PaymentSession) => ('walletName' in state ? state.walletName : undefined);

/** A session whose shopper has chosen GCash. */
async function chosen() {
  const all = setup();
  all.session.start(gcash);
  await settle();
  return all;
}

describe('the name of the wallet that was chosen', () => {
  it('is told from the click on, and through every change', async () => {
    const { session, server } = setup();
    session.start(gcash);
    assert.deepEqual(session.state, { phase: 'creating', resuming: false, walletName: 'GCash' });
    await settle();
    assert.deepEqual([session.state.phase, nameIn(session)], ['awaiting', 'GCash']);
    server.push(aSnapshot({ version: 2, reason: 'processing' }));
    assert.deepEqual([session.state.phase, nameIn(session)], ['processing', 'GCash']);
    server.push(voided);
    assert.deepEqual([session.state.phase, nameIn(session)], ['voided', 'GCash']);
  });

  it('is sent to nobody', async () => {
    const { server } = await chosen();
    const bodies = server.seen('create').map(({ body }) => JSON.parse(body!) as unknown);
    assert.deepEqual(bodies, [{ ...request, wallet: 'GCASH', orderId: 'A-1001' }]);
  });

  it('is that of the one wallet that is available, where nobody had to choose', async () => {
    const { session, server } = setup();
    server.backend.listWallets = () => Promise.resolve([{ id: 'GCASH', name: 'GCash', available: true }]);
    session.start({ ...request, choose: true });
    await settle();
    assert.deepEqual([session.state.phase, nameIn(session)], ['awaiting', 'GCash']);
  });

  it('is known again after a reload, at once and when the server has answered', async () => {
    const first = await chosen();
    first.session.disconnect();
    const { session, server } = first.reload();
    assert.deepEqual([session.state.phase, nameIn(session)], ['awaiting', 'GCash']);
    await settle();
    server.push(aSnapshot({ version: 2, reason: 'processing' }));
    assert.deepEqual([session.state.phase, nameIn(session)], ['processing', 'GCash']);
  });

  it('is known again where the page was left before the server had answered', async () => {
    const first = setup();
    first.server.script.create = ['never'];
    first.session.start(gcash);
    first.session.disconnect();
    const { session } = first.reload();
    await settle();
    assert.deepEqual([session.state.phase, nameIn(session)], ['awaiting', 'GCash']);
  });

  for (const [what, again] of [
    ['starts with no other wallet', (session: PaymentSession) => session.start(request)],
    ['tries again', (session: PaymentSession) => session.retry()],
  ] as const) {
    it(`stays with a shopper who ${what} after a reload`, async () => {
      const first = await chosen();
      first.server.push(voided);
      first.session.disconnect();
      const { session, server } = first.reload();
      again(session);
      await settle();
      assert.equal(server.seen('create').length, 1);
      assert.deepEqual([session.state.phase, nameIn(session)], ['awaiting', 'GCash']);
    });
  }

  it('stays with the attempt that goes out under another key', async () => {
    const first = setup();
    first.server.script.create = ['never'];
    first.session.start(gcash);
    first.session.disconnect();
    const server = scriptedBackend(first.clock);
    const reused = new CheckoutError('idempotency_key_reused', 'Other parameters');
    server.script.create = [reused, { ...aSnapshot(), token: 'another' }];
    const session = createPaymentSession(fakeEnvironment({ clock: first.clock, items: first.environment.items }));
    session.target({ ...first.target, backend: server.backend });
    await settle();
    assert.equal(server.seen('create').length, 2);
    assert.deepEqual([session.state.phase, nameIn(session)], ['awaiting', 'GCash']);
  });

  it('is gone with the wallet, where another is named by its id alone', async () => {
    const { session, server } = await chosen();
    server.push(voided);
    server.script.create = ['never'];
    session.start({ ...request, wallet: 'ALIPAY_HK' });
    assert.deepEqual(session.state, { phase: 'creating', resuming: false });
  });

  it('is that of the payment which another tab has begun, not of the one that was wished for', async () => {
    const { reload } = await chosen();
    const { session } = reload();
    session.start({ ...request, wallet: 'ALIPAY_HK', walletName: 'AlipayHK' });
    await settle();
    assert.equal(nameIn(session), 'GCash');
  });

  it('is that of the new payment where the one of another tab turns out to be over', async () => {
    const here = setup();
    const there = here.reload();
    there.session.start(gcash);
    await settle();
    here.server.script.create = [
      { ...voided, token: 'of the old' },
      { ...aSnapshot(), token: 'of the new' },
    ];
    here.session.start({ ...request, wallet: 'ALIPAY_HK', walletName: 'AlipayHK' });
    await settle();
    assert.equal(here.server.seen('create').length, 2);
    assert.deepEqual([here.session.state.phase, nameIn(here.session)], ['awaiting', 'AlipayHK']);
  });
});
