import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Created } from '../../src/protocol/payment.ts';
import { AttemptKeeper } from '../../src/session/attempt.ts';
import { paymentSource } from '../../src/session/payment-source.ts';
import { aSnapshot } from '../support/a-snapshot.ts';
import { fakeEnvironment } from '../support/fake-environment.ts';
import { scriptedBackend, unauthorized } from '../support/scripted-backend.ts';

/** A source whose token has just been refused. */
async function setup({ isLive = true } = {}) {
  const environment = fakeEnvironment();
  const { backend, script, seen } = scriptedBackend(environment.clock);
  const attempt = new AttemptKeeper(environment);
  attempt.begin({ orderId: 'A-1001', terminal: 'WEB', returnUrl: 'https://shop.example/pay' });
  attempt.update({ token: 'old' });
  let answer = (_: Created): void => {};
  const replay = new Promise<Created>((resolve) => (answer = resolve));
  backend.create = () => replay;
  script.retrieve = [unauthorized()];
  const source = paymentSource({ backend, paymentId: aSnapshot().payment.id, attempt, isLive: () => isLive });
  const retrieve = (signal = new AbortController().signal) => source.retrieve(signal);
  await assert.rejects(retrieve());
  return { attempt, retrieve, seen, answer: () => answer({ ...aSnapshot(), token: 'new' }) };
}

describe('the source of a payment whose token was refused', () => {
  it('answers what the replay of the create answers, and goes on with its token', async () => {
    const { attempt, retrieve, answer } = await setup();
    answer();
    assert.equal((await retrieve()).payment.version, 1);
    assert.equal(attempt.current?.token, 'new');
  });

  it('stores no token that nobody waits for any more: the attempt may be that of another order', async () => {
    const { attempt, retrieve, answer } = await setup();
    const controller = new AbortController();
    const asked = retrieve(controller.signal);
    controller.abort();
    answer();
    await asked;
    assert.equal(attempt.current?.token, 'old');
  });

  it('creates nothing for a payment that has ended', async () => {
    const { retrieve, seen } = await setup({ isLive: false });
    await assert.rejects(retrieve());
    assert.equal(seen('retrieve').length, 2);
  });
});
