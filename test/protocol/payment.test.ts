import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { toDecimal } from '../../src/protocol/amount.ts';
import { ShapeError } from '../../src/protocol/json-schema.ts';
import { parseCreated, parseSnapshot, REASONS, STATUSES } from '../../src/protocol/payment.ts';
import { ERRORS, parseProblem } from '../../src/protocol/problem.ts';
import { parseCreateRequest } from '../../src/protocol/requests.ts';

const payment = {
  id: 'a'.repeat(24),
  version: 3,
  orderId: 'A-1',
  status: 'pending',
  reason: 'awaiting_action',
  amount: { currency: 'USD', value: 2000, exponent: 2 },
  cancellable: true,
  createdAt: '2026-11-21T12:00:00.000Z',
  serverTime: '2026-11-21T12:00:01.000Z',
};

describe('a snapshot', () => {
  it('is read with every status and each of its reasons', () => {
    for (const status of STATUSES) {
      for (const reason of REASONS[status]) {
        const read = parseSnapshot({ payment: { ...payment, status, reason }, action: null });
        assert.equal(read.payment.reason, reason);
      }
    }
  });

  it('is refused where the reason belongs to another status', () => {
    assert.throws(() => parseSnapshot({ payment: { ...payment, reason: 'captured' }, action: null }), ShapeError);
    assert.throws(() => parseSnapshot({ payment: { ...payment, status: 'success' }, action: null }), ShapeError);
  });

  it('is refused without an action, and with one that offers nothing', () => {
    assert.throws(() => parseSnapshot({ payment }), ShapeError);
    assert.throws(() => parseSnapshot({ payment, action: {} }), ShapeError);
    assert.throws(() => parseSnapshot({ payment, action: { app: {} } }), ShapeError);
  });

  const amounts: [string, object][] = [
    ['a fraction', { value: 19.99 }],
    ['a negative amount', { value: -1 }],
    ['an amount beyond exact numbers', { value: 2 ** 53 }],
    ['a currency in lower case', { currency: 'usd' }],
    ['impossible decimals', { exponent: 7 }],
  ];
  for (const [what, change] of amounts) {
    it(`is refused with ${what}`, () => {
      const amount = { ...payment.amount, ...change };
      assert.throws(() => parseSnapshot({ payment: { ...payment, amount }, action: null }), ShapeError);
    });
  }

  it('comes with a token in the answer to a create', () => {
    assert.throws(() => parseCreated({ payment, action: null }), ShapeError);
    assert.equal(parseCreated({ payment, action: null, token: 't'.repeat(43) }).token, 't'.repeat(43));
  });
});

describe('a create request', () => {
  it('carries no amount, even where a page sends one', () => {
    const body = { orderId: 'A-1', terminal: 'WEB', returnUrl: 'https://shop.example/', amount: { value: 1 } };
    assert.deepEqual(parseCreateRequest(body), {
      orderId: 'A-1',
      terminal: 'WEB',
      returnUrl: 'https://shop.example/',
    });
  });
});

describe('a problem', () => {
  it('may carry a code that this version does not know', () => {
    assert.equal(parseProblem({ code: 'from_the_future', retryable: true }).code, 'from_the_future');
  });

  it('has an HTTP error status for every code', () => {
    for (const { status } of Object.values(ERRORS)) assert.ok(status >= 400 && status < 600);
  });
});

describe('toDecimal', () => {
  const rows: [value: number, exponent: number, text: string][] = [
    [2000, 2, '20.00'],
    [5, 2, '0.05'],
    [0, 2, '0.00'],
    [2000, 0, '2000'],
    [1234, 3, '1.234'],
    [7, 4, '0.0007'],
    [9007199254740991, 2, '90071992547409.91'],
  ];
  for (const [value, exponent, text] of rows) {
    it(`writes ${value} with ${exponent} decimals as ${text}`, () => {
      assert.equal(toDecimal({ value, exponent }), text);
    });
  }
});
