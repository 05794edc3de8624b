import assert from 'node:assert/strict';
import { createPaymentSession, type PaymentSession } from '../../src/session/session.ts';
import { hasPayment, type PaymentState } from '../../src/session/state.ts';
import { fakeEnvironment, settle } from '../support/fake-environment.ts';
import { scriptedBackend } from '../support/scripted-backend.ts';

export const request = { terminal: 'WEB', returnUrl: 'https://shop.example/pay' } as const;

/** A session with its surroundings and its server in the hand of the test. */
export function setup(environment = fakeEnvironment()) {
  const { clock } = environment;
  const server = scriptedBackend(clock);
  const session = createPaymentSession(environment);
  const target = { backend: server.backend, endpoint: '/alipay', orderId: 'A-1001' };
  const phases: string[] = [];
  session.subscribe(({ phase }) => phases.at(-1) !== phase && phases.push(phase));
  session.target(target);
  /** Another page of the same shop in the same browser, as after a reload. */
  const reload = () => setup(fakeEnvironment({ clock, items: environment.items }));
  return { environment, clock, server, session, target, phases, reload };
}

/** A session whose payment waits for its shopper. */
export async function started(environment = fakeEnvironment()) {
  const all = setup(environment);
  all.session.start(request);
  await settle();
  assert.equal(all.session.state.phase, 'awaiting');
  return all;
}

/** The state of a session that has a payment. */
export function withPayment({ state }: PaymentSession): PaymentState {
  assert.ok(hasPayment(state), `no payment in ${state.phase}`);
  return state;
}
