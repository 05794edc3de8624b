import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CheckoutError } from '../../src/session/errors.ts';
import { aSnapshot } from '../support/a-snapshot.ts';
import { createPaymentSession } from '../../src/session/session.ts';
import { fakeEnvironment, settle } from '../support/fake-environment.ts';
import { scriptedBackend, unreachable } from '../support/scripted-backend.ts';
import { request, setup, started, withPayment } from './setup.ts';

const paid = aSnapshot({ version: 5, status: 'success', reason: 'captured' });
const voided = aSnapshot({ version: 4, status: 'voided', reason: 'expired' });
const created = (snapshot = aSnapshot()) => ({ ...snapshot, token: 'token-of-the-create' });

describe('creating', () => {
  it('goes from the click to a payment that is followed live', async () => {
    const { session, phases } = await started();
    assert.deepEqual(phases, ['creating', 'awaiting']);
    assert.equal(withPayment(session).connection, 'live');
  });

  it('makes one create of two clicks', async () => {
    const { session, server } = setup();
    session.start(request);
    session.start(request);
    await settle();
    session.start(request);
    await settle();
    assert.equal(server.seen('create').length, 1);
  });

  it('sends what it was asked to, with the order of its target', async () => {
    const { session, server } = setup();
    session.start(request);
    await settle();
    assert.deepEqual(JSON.parse(server.seen('create')[0]!.body!), { ...request, orderId: 'A-1001' });
  });

  it('has stored the attempt before the request goes out', () => {
    const { session, environment, server } = setup();
    let storedAtSend: string | undefined;
    server.backend.create = () => {
      storedAtSend = [...environment.items.values()][0];
      return Promise.reject(unreachable());
    };
    session.start(request);
    session.disconnect();
    assert.match(storedAtSend ?? '', /"key":"[0-9a-f]{32}"/);
  });

  it('sends the same bytes under the same key again for as long as nobody has answered', async () => {
    const { session, server, clock } = setup();
    server.script.create = [unreachable(), unreachable(), created()];
    session.start(request);
    await clock.advance(20_000);
    const sent = server.seen('create').map(({ key, body }) => `${key} ${body}`);
    assert.equal(sent.length, 3);
    assert.equal(new Set(sent).size, 1);
    assert.equal(session.state.phase, 'awaiting');
  });

  it('gives up after four tries and says that it may be tried again', async () => {
    const { session, server, clock } = setup();
    server.script.create = [unreachable()];
    session.start(request);
    await clock.advance(60_000);
    assert.equal(server.seen('create').length, 4);
    assert.ok(session.state.phase === 'error' && session.state.error.retryable);
    assert.equal(clock.pending, 0);
  });

  it('resends the old attempt after an error that left its outcome open', async () => {
    const { session, server, clock } = setup();
    server.script.create = [unreachable()];
    session.start(request);
    await clock.advance(60_000);
    server.script.create = [created()];
    session.retry();
    await settle();
    assert.equal(new Set(server.seen('create').map(({ key }) => key)).size, 1);
    assert.equal(session.state.phase, 'awaiting');
  });

  it('makes a new attempt after a definite refusal', async () => {
    const { session, server } = setup();
    server.script.create = [new CheckoutError('currency_not_supported', 'No'), created()];
    session.start(request);
    await settle();
    assert.equal(session.state.phase, 'error');
    session.start(request);
    await settle();
    assert.equal(new Set(server.seen('create').map(({ key }) => key)).size, 2);
  });

  it('waits as long as a server that is still at it asks for', async () => {
    const { session, server, clock } = setup();
    const busy = new CheckoutError('idempotency_in_progress', 'Busy', { retryable: true, retryAfterMs: 5_000 });
    server.script.create = [busy, created()];
    session.start(request);
    await clock.advance(4_999);
    assert.equal(server.seen('create').length, 1);
    await clock.advance(1);
    assert.equal(server.seen('create').length, 2);
  });

  it('counts an endpoint that never answers as unreachable', async () => {
    const { session, server, clock } = setup();
    server.script.create = ['never', created()];
    session.start(request);
    await clock.advance(19_999);
    assert.equal(server.seen('create').length, 1);
    await clock.advance(2_000);
    assert.equal(server.seen('create').length, 2);
  });

  it('makes one new key, and not two, where the server says that the key is taken', async () => {
    const { session, server } = setup();
    server.script.create = [new CheckoutError('idempotency_key_reused', 'Other parameters')];
    session.start(request);
    await settle();
    assert.equal(new Set(server.seen('create').map(({ key }) => key)).size, 2);
    assert.equal(session.state.phase, 'error');
  });

  it('shows success where the order has been paid already, and follows nothing', async () => {
    const { session, server, clock } = setup();
    server.script.create = [new CheckoutError('order_already_paid', 'Paid', { snapshot: paid })];
    session.start(request);
    await settle();
    assert.equal(session.state.phase, 'success');
    assert.equal(server.pending() + clock.pending, 0);
  });
});

describe('a payment that has ended when the create is answered', () => {
  it('is shown where this click has created it', async () => {
    const { session, server } = setup();
    server.script.create = [created(aSnapshot({ status: 'failed', reason: 'risk_rejected' }))];
    session.start(request);
    await settle();
    assert.equal(session.state.phase, 'failed');
    assert.equal(server.seen('create').length, 1);
  });

  it('is shown where nobody has clicked since the reload', async () => {
    const first = setup();
    first.server.script.create = ['never'];
    first.session.start(request);
    first.session.disconnect();
    const again = scriptedBackend(first.clock);
    again.script.create = [created(voided)];
    const session = createPaymentSession(fakeEnvironment({ clock: first.clock, items: first.environment.items }));
    session.target({ ...first.target, backend: again.backend });
    await settle();
    assert.equal(session.state.phase, 'voided');
    assert.equal(again.seen('create').length, 1);
  });
});
