import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { choosePresentation, type Presentation } from '../../src/device/presentation.ts';
import type { Action } from '../../src/protocol/payment.ts';

const qrCode = { data: 'https://qr.alipay.com/1' };
const redirect = { url: 'https://cashier.example/1', method: 'GET' } as const;
const actions = {
  'nothing yet': null,
  both: { qrCode, redirect },
  'a code': { qrCode },
  'a redirect': { redirect },
  'a code and a scheme': { qrCode, app: { schemeUrl: 'alipays://platformapi/startapp' } },
} satisfies Record<string, Action | null>;

type Wish = Presentation | 'auto';
const table: readonly [formFactor: 'desktop' | 'phone' | 'tablet', Wish, keyof typeof actions, Presentation][] = [
  ['desktop', 'auto', 'nothing yet', 'qr'],
  ['desktop', 'auto', 'both', 'qr'],
  ['desktop', 'auto', 'a code', 'qr'],
  ['desktop', 'auto', 'a redirect', 'redirect'],
  ['phone', 'auto', 'nothing yet', 'redirect'],
  ['phone', 'auto', 'both', 'redirect'],
  ['phone', 'auto', 'a code', 'qr'],
  ['phone', 'auto', 'a code and a scheme', 'qr'],
  ['phone', 'auto', 'a redirect', 'redirect'],
  ['tablet', 'auto', 'nothing yet', 'both'],
  ['tablet', 'auto', 'both', 'both'],
  ['tablet', 'auto', 'a code', 'qr'],
  ['tablet', 'auto', 'a redirect', 'redirect'],
  ['desktop', 'redirect', 'nothing yet', 'redirect'],
  ['desktop', 'redirect', 'both', 'redirect'],
  ['desktop', 'redirect', 'a code', 'qr'],
  ['phone', 'qr', 'both', 'qr'],
  ['phone', 'qr', 'a redirect', 'redirect'],
  ['phone', 'both', 'both', 'both'],
];

describe('choosePresentation', () => {
  for (const [formFactor, wish, has, expected] of table) {
    it(`${formFactor}, wish ${wish}, server offers ${has}: ${expected}`, () => {
      assert.equal(choosePresentation({ device: { formFactor }, action: actions[has], wish }), expected);
    });
  }
});
