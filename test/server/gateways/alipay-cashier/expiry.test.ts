import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { knownExpiryMs, toExpiresAtMs } from '../../../../src/server/gateways/alipay-cashier/expiry.ts';
import { NOW_MS } from '../../../support/gateway-payments.ts';
import { aPayment } from './fixtures.ts';

const MINUTE_MS = 60_000;
const ofCode = (expireTime?: string) => ({ orderCodeForm: { expireTime, codeDetails: [] } });

describe('when a payment expires', () => {
  const rows: [name: string, answer: Parameters<typeof toExpiresAtMs>[1], afterMs: number][] = [
    [
      'is as long after its start as the gateway says',
      { paymentCreateTime: '2026-11-21T04:30:02-08:00', ...ofCode('2026-11-21T04:44:00-08:00') },
      13 * MINUTE_MS + 58_000,
    ],
    [
      'does not depend on how the gateway’s clock differs from ours',
      { paymentCreateTime: '2026-11-22T09:00:00+08:00', ...ofCode('2026-11-22T09:05:00+08:00') },
      5 * MINUTE_MS,
    ],
    ['is the time itself where its start is missing', ofCode('2026-11-21T12:40:00Z'), 10 * MINUTE_MS],
    ['is 14 minutes where the gateway says nothing', {}, 14 * MINUTE_MS],
    ['is 14 minutes where the time cannot be read', ofCode('soon'), 14 * MINUTE_MS],
    [
      'is 14 minutes where the end lies before the start',
      { paymentCreateTime: '2026-11-21T04:30:02-08:00', ...ofCode('2026-11-21T04:30:00-08:00') },
      14 * MINUTE_MS,
    ],
    [
      'is 14 minutes where the end lies beyond every documented lifetime',
      { paymentCreateTime: '2026-11-21T04:30:02-08:00', ...ofCode('2026-11-25T04:30:00-08:00') },
      14 * MINUTE_MS,
    ],
  ];
  for (const [name, answer, afterMs] of rows) {
    it(name, () => assert.equal(toExpiresAtMs(aPayment(), answer) - NOW_MS, afterMs));
  }

  it('is what is known of it, else 14 minutes', () => {
    assert.equal(knownExpiryMs(aPayment({ expiresAtMs: NOW_MS + 1 })), NOW_MS + 1);
    assert.equal(knownExpiryMs(aPayment()), NOW_MS + 14 * MINUTE_MS);
  });
});
