import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createCurveOf, curveOf } from './curve.ts';

describe('what the back-off allows', () => {
  const trouble = { lastsMs: 7_000, luck: 0.5, isAnswered: false };

  it('is known to the request, where the luck is known', () => {
    // Streams at 0, 0.5, 1.5, 3.5 and no more before 7.5; polls at 0, 2, 4, 6.
    assert.deepEqual(curveOf(trouble), { requests: 4 + 4, waitMs: 4_000 });
  });

  it('lets a page that is answered poll as it always does', () => {
    const lastsMs = 30_000;
    const answered = curveOf({ ...trouble, lastsMs, isAnswered: true });
    assert.ok(answered.requests > curveOf({ ...trouble, lastsMs }).requests);
    assert.equal(answered.waitMs, 2_000);
  });

  it('is no faster than a server has asked for', () => {
    const { requests, waitMs } = curveOf({ ...trouble, retryAfterMs: 4_000 });
    assert.deepEqual({ requests, waitMs }, { requests: 2 + 2, waitMs: 4_000 });
  });

  it('ends a create after four tries', () => {
    const long = createCurveOf({ ...trouble, lastsMs: 60_000 });
    assert.equal(long.requests - curveOf({ ...trouble, lastsMs: 60_000 }).requests, 4);
  });
});
