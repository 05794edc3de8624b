import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Device } from '../../src/device/detect.ts';
import { choosePresentation, mayBeginByItself, type Presentation } from '../../src/device/presentation.ts';
import type { Action } from '../../src/protocol/payment.ts';

const qrCode = { data: 'https://qr.alipay.com/1' };
const redirect = { url: 'https://cashier.example/1', method: 'GET' } as const;
const actions = {
  'nothing yet': null,
  both: { qrCode, redirect },
  'a code': { qrCode },
  'a redirect': { redirect },
  'a code and a scheme': { qrCode, app: { schemeUrl: 'alipays://platformapi/startapp' } },
  'a scheme': { app: { schemeUrl: 'alipays://platformapi/startapp' } },
  'a code and a trade number': { qrCode, bridge: { tradeNo: '2026' } },
  'a trade number': { bridge: { tradeNo: '2026' } },
} satisfies Record<string, Action | null>;

const devices = {
  desktop: { formFactor: 'desktop', system: undefined },
  phone: { formFactor: 'phone', system: 'IOS' },
  tablet: { formFactor: 'tablet', system: 'ANDROID' },
  'a phone without wallets': { formFactor: 'phone', system: undefined },
  television: { formFactor: 'tv', system: undefined },
  console: { formFactor: 'other', system: undefined },
  bot: { formFactor: 'bot', system: undefined },
} satisfies Record<string, Pick<Device, 'formFactor' | 'system'>>;

type Wish = Presentation | 'auto';
const table: readonly [device: keyof typeof devices, Wish, keyof typeof actions, Presentation][] = [
  ['desktop', 'auto', 'nothing yet', 'qr'],
  ['desktop', 'auto', 'both', 'qr'],
  ['desktop', 'auto', 'a code', 'qr'],
  ['desktop', 'auto', 'a redirect', 'redirect'],
  ['desktop', 'auto', 'a code and a scheme', 'qr'],
  ['phone', 'auto', 'nothing yet', 'redirect'],
  ['phone', 'auto', 'both', 'redirect'],
  ['phone', 'auto', 'a code', 'qr'],
  ['phone', 'auto', 'a code and a scheme', 'both'],
  ['phone', 'auto', 'a code and a trade number', 'both'],
  ['phone', 'auto', 'a scheme', 'redirect'],
  ['phone', 'auto', 'a trade number', 'redirect'],
  ['phone', 'auto', 'a redirect', 'redirect'],
  ['tablet', 'auto', 'nothing yet', 'both'],
  ['tablet', 'auto', 'both', 'both'],
  ['tablet', 'auto', 'a code', 'qr'],
  ['tablet', 'auto', 'a code and a scheme', 'both'],
  ['tablet', 'auto', 'a redirect', 'redirect'],
  ['a phone without wallets', 'auto', 'nothing yet', 'qr'],
  ['a phone without wallets', 'auto', 'a redirect', 'redirect'],
  ['television', 'auto', 'both', 'qr'],
  ['console', 'auto', 'both', 'qr'],
  ['bot', 'auto', 'both', 'qr'],
  ['bot', 'auto', 'a redirect', 'redirect'],
  ['desktop', 'redirect', 'nothing yet', 'redirect'],
  ['desktop', 'redirect', 'both', 'redirect'],
  ['desktop', 'redirect', 'a code', 'qr'],
  ['phone', 'qr', 'both', 'qr'],
  ['phone', 'qr', 'a code and a scheme', 'qr'],
  ['desktop', 'both', 'a code and a scheme', 'qr'],
  ['phone', 'qr', 'a redirect', 'redirect'],
  ['phone', 'both', 'both', 'both'],
];

describe('choosePresentation', () => {
  for (const [device, wish, has, expected] of table) {
    it(`${device}, wish ${wish}, server offers ${has}: ${expected}`, () => {
      assert.equal(choosePresentation({ device: devices[device], action: actions[has], wish }), expected);
    });
  }
});

describe('mayBeginByItself', () => {
  for (const [name, device] of Object.entries(devices)) {
    it(`${name}: ${name === 'bot' ? 'nothing' : 'a payment'} begins without a click`, () => {
      assert.equal(mayBeginByItself(device), name !== 'bot');
    });
  }
});
