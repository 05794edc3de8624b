import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type Payment, REASONS, STATUSES } from '../../src/protocol/payment.ts';
import { CheckoutError } from '../../src/session/errors.ts';
import { type CheckoutState, hasPayment } from '../../src/session/state.ts';
import { type CheckoutEvent, transition } from '../../src/session/transition.ts';
import { aSnapshot } from '../support/a-snapshot.ts';

/** The page's own clock at the time of which all snapshots tell. */
const nowMs = 5_000;
const originMs = Date.parse('2026-01-01T00:00:00Z') - nowMs;
const error = new CheckoutError('unreachable', 'No answer', { retryable: true });
const snapshot = (overrides: Partial<Payment> = {}): CheckoutEvent => ({
  type: 'snapshot',
  snapshot: aSnapshot(overrides),
  nowMs,
});

const idle: CheckoutState = { phase: 'idle' };
const after = (...events: CheckoutEvent[]) => events.reduce(transition, idle);
const start = { type: 'start' } as const;
const states = {
  idle,
  creating: after(start),
  resuming: after({ type: 'resuming' }),
  error: after(start, { type: 'failed', error }),
  awaiting: after(start, snapshot({ version: 3 })),
  processing: after(start, snapshot({ version: 3, reason: 'processing' })),
  success: after(start, snapshot({ version: 3, status: 'success', reason: 'captured' })),
  voided: after(start, snapshot({ version: 3, status: 'voided', reason: 'expired' })),
  failed: after(start, snapshot({ version: 3, status: 'failed', reason: 'declined' })),
};
type Name = keyof typeof states;

describe('the phase after an event', () => {
  const table: readonly [event: string, CheckoutEvent, Partial<Record<Name, CheckoutState['phase']>>][] = [
    ['start', start, { idle: 'creating', error: 'creating', voided: 'creating', failed: 'creating' }],
    ['resuming', { type: 'resuming' }, { idle: 'creating', error: 'creating' }],
    ['failed', { type: 'failed', error }, { creating: 'error', resuming: 'error' }],
    [
      'a newer pending snapshot',
      snapshot({ version: 4, reason: 'scanned' }),
      {
        creating: 'awaiting',
        resuming: 'awaiting',
        awaiting: 'awaiting',
        processing: 'awaiting',
        voided: 'awaiting',
        failed: 'awaiting',
      },
    ],
    [
      'a newer success',
      snapshot({ version: 4, status: 'success', reason: 'captured' }),
      {
        creating: 'success',
        resuming: 'success',
        awaiting: 'success',
        processing: 'success',
        success: 'success',
        voided: 'success',
        failed: 'success',
      },
    ],
    [
      'a return of the money',
      snapshot({ version: 4, status: 'voided', reason: 'reversed' }),
      {
        creating: 'voided',
        resuming: 'voided',
        awaiting: 'voided',
        processing: 'voided',
        success: 'voided',
        voided: 'voided',
        failed: 'voided',
      },
    ],
    [
      'an older end',
      snapshot({ version: 2, status: 'failed', reason: 'declined' }),
      { creating: 'failed', resuming: 'failed' },
    ],
    [
      'another payment’s end',
      snapshot({ id: 'Z9y8X7w6V5u4T3s2R1q0P9o8', version: 9, status: 'failed', reason: 'declined' }),
      { creating: 'failed', resuming: 'failed' },
    ],
  ];
  for (const [name, event, changes] of table) {
    it(`${name}: ${Object.keys(changes).join(', ')} change, and the rest is the very same object`, () => {
      for (const [from, state] of Object.entries(states)) {
        const next = transition(state, event);
        const expected = changes[from as Name];
        if (expected) assert.equal(next.phase, expected, `from ${from}`);
        else assert.equal(next, state, `from ${from}`);
      }
    });
  }

  it('reset: the button, from everywhere', () => {
    for (const state of Object.values(states)) assert.equal(transition(state, { type: 'reset' }).phase, 'idle');
  });
});

describe('the clock', () => {
  it('is compared with the server’s when a snapshot is received', () => {
    const state = after(start, snapshot({ serverTime: '2026-01-01T00:00:10Z' }));
    assert.equal(hasPayment(state) && state.serverTimeOriginMs, originMs + 10_000);
  });

  it('is compared anew by the same version, where the page has slept, or the server has put its clock right', () => {
    for (const [serverTime, byMs] of [
      ['2026-01-01T00:10:00Z', 600_000],
      ['2025-12-31T00:00:00Z', -86_400_000],
    ] as const) {
      const jumped = transition(states.awaiting, snapshot({ version: 3, serverTime }));
      assert.equal(hasPayment(jumped) && jumped.serverTimeOriginMs, originMs + byMs);
    }
  });

  it('is not put back by an answer that was long on its way, nor moved by one that was a little quicker', () => {
    for (const serverTime of ['2025-12-31T23:59:15Z', '2026-01-01T00:00:01Z']) {
      assert.equal(transition(states.awaiting, snapshot({ version: 3, serverTime })), states.awaiting);
      const changed = transition(states.awaiting, snapshot({ version: 4, serverTime }));
      assert.equal(hasPayment(changed) && changed.serverTimeOriginMs, originMs);
    }
  });
});

describe('whatever happens, in whatever order', () => {
  const payment = fc.constantFrom(...STATUSES).chain((status) =>
    fc.record({
      status: fc.constant(status),
      reason: fc.constantFrom(...REASONS[status]),
      version: fc.integer({ min: 1, max: 12 }),
      id: fc.constantFrom('A1b2C3d4E5f6G7h8I9j0K1l2', 'Z9y8X7w6V5u4T3s2R1q0P9o8'),
    }),
  );
  const trouble: fc.Arbitrary<CheckoutEvent> = fc.oneof(
    fc.record({
      type: fc.constant('connection' as const),
      connection: fc.constantFrom('live' as const, 'polling' as const, 'reconnecting' as const, 'offline' as const),
    }),
    fc.record({ type: fc.constant('checking' as const), checking: fc.boolean() }),
    fc.record({ type: fc.constant('cancelling' as const), cancelling: fc.boolean() }),
    fc.constant({ type: 'refused' as const, error }),
    fc.constant({ type: 'failed' as const, error }),
  );
  const anything = fc.oneof(
    trouble,
    payment.map(snapshot),
    fc.constantFrom<CheckoutEvent[]>(start, { type: 'resuming' }, { type: 'reset' }),
  );
  const histories = fc.array(anything, { maxLength: 40 });

  /** Holds `law` over every step of every history. */
  function always(law: (before: CheckoutState, event: CheckoutEvent, next: CheckoutState) => void): void {
    fc.assert(
      fc.property(histories, (events) => {
        let state = idle;
        for (const event of events) {
          const next = transition(state, event);
          law(state, event, next);
          state = next;
        }
      }),
      { numRuns: 2_000 },
    );
  }

  it('the version of a payment never goes down', () => {
    always((before, _, next) => {
      if (hasPayment(before) && hasPayment(next)) assert.ok(next.payment.version >= before.payment.version);
    });
  });

  it('a success is left only for the return of the money, or by the page itself', () => {
    always((before, event, next) => {
      if (before.phase !== 'success' || next.phase === 'success' || event.type === 'reset') return;
      assert.ok(hasPayment(next) && next.payment.reason === 'reversed');
    });
  });

  it('an end is shown only where a snapshot says so', () => {
    always((before, event, next) => {
      if (next.phase === before.phase || !hasPayment(next)) return;
      assert.equal(event.type, 'snapshot');
      assert.ok(next.phase === next.payment.status || next.payment.status === 'pending');
    });
  });

  it('trouble changes neither the payment nor what can be done about it', () => {
    always((before, event, next) => {
      if (event.type === 'snapshot' || event.type === 'start' || event.type === 'reset' || !hasPayment(before)) return;
      assert.ok(hasPayment(next));
      assert.deepEqual([next.phase, next.payment, next.action], [before.phase, before.payment, before.action]);
    });
  });
});
