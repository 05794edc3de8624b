import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PaymentSession } from '../../src/session/session.ts';
import { remainingMs } from '../../src/session/state.ts';
import { aSnapshot } from '../support/a-snapshot.ts';
import { settle } from '../support/fake-environment.ts';
import { started, withPayment } from './setup.ts';

const DAY_MS = 24 * 3_600_000;
const expiresAt = '2026-01-01T00:15:00Z';
const LIFETIME_MS = 15 * 60_000;

/** A payment that can be paid for a quarter of an hour, and what the page thinks is left of it. */
async function counting() {
  const all = await started();
  const { server, clock } = all;
  const tell = (version: number) =>
    server.push(aSnapshot({ version, expiresAt, serverTime: new Date(clock.now()).toISOString() }));
  tell(2);
  return { ...all, tell, leftMs: (session: PaymentSession = all.session) => left(session, clock.monotonic()) };
}

const left = (session: PaymentSession, nowMs: number): number => remainingMs(withPayment(session), nowMs);

describe('the time that is left', () => {
  for (const [how, byMs] of [
    ['ahead', DAY_MS],
    ['back', -DAY_MS],
  ] as const) {
    it(`is the same after the device's clock has jumped ${how}`, async () => {
      const { clock, leftMs, server } = await counting();
      await clock.advance(10_000);
      clock.nowMs += byMs;
      await clock.advance(10_000);
      assert.equal(leftMs(), LIFETIME_MS - 20_000);
      assert.equal(server.seen('check').length, 0, 'nobody thinks that it is over');
    });
  }

  it('is right soon after a sleep that the monotonic clock has not seen, with nobody told of the waking', async () => {
    const { clock, leftMs, server } = await counting();
    clock.nowMs += 600_000;
    server.script.retrieve = [aSnapshot({ version: 2, expiresAt, serverTime: '2026-01-01T00:10:00Z' })];
    await clock.advance(5_000);
    assert.ok(Math.abs(leftMs() - (LIFETIME_MS - 600_000)) <= 5_000, `${leftMs()} ms left`);
  });

  it('goes on after a reload, before the server has been heard', async () => {
    const { clock, session, reload, leftMs } = await counting();
    await clock.advance(10_000);
    session.disconnect();
    await clock.advance(60_000);
    assert.equal(leftMs(reload().session), LIFETIME_MS - 70_000);
  });

  it('is put right by the first answer where the clock was set before a reload', async () => {
    const { clock, session, reload, leftMs } = await counting();
    session.disconnect();
    clock.nowMs += DAY_MS - 60_000;
    const next = reload();
    await settle();
    next.server.push(aSnapshot({ version: 2, expiresAt }));
    assert.equal(leftMs(next.session), LIFETIME_MS);
  });
});
