import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parse } from '../../../../src/protocol/json-schema.ts';
import { actionSchema } from '../../../../src/protocol/payment.ts';
import { toAction } from '../../../../src/server/gateways/alipay-cashier/action.ts';
import { parsePayResponse } from '../../../../src/server/gateways/alipay-cashier/parsers/payment.ts';
import { NOW_MS } from '../../../support/gateway-payments.ts';

const action = (fields: object) => toAction(parsePayResponse(fields), NOW_MS);
const codes = (...codeDetails: object[]) => ({ orderCodeForm: { codeDetails } });

const CASHIER = 'https://cashier.example/checkout.htm?codeValue=https%3A%2F%2Fglobal.alipay.com%2F281002040';
const OTHER = 'https://cashier.example/other';

describe('the QR code', () => {
  it('is the text code exactly as it stands, with its end', () => {
    const codeValue = ' HTTPS://global.alipay.com/281002040%2f?a=1 ';
    assert.deepEqual(action(codes({ displayType: 'BIGIMAGE', codeValue: OTHER }, { displayType: 'TEXT', codeValue })), {
      qrCode: { data: codeValue, expiresAt: new Date(NOW_MS).toISOString() },
    });
  });

  const none = {
    'only pictures': codes({ displayType: 'BIGIMAGE', codeValue: OTHER }),
    'a bar code': codes({ displayType: 'TEXT', codeValueType: 'BARCODE', codeValue: '281002040' }),
    'an empty text': codes({ displayType: 'TEXT', codeValue: '' }),
    'a text that is longer than documented': codes({ displayType: 'TEXT', codeValue: 'x'.repeat(2049) }),
    'codes that are no list': { orderCodeForm: { codeDetails: 'TEXT' } },
  };
  for (const [what, fields] of Object.entries(none)) {
    it(`is not made from ${what}`, () => assert.equal(action(fields), undefined));
  }
});

describe('the redirect', () => {
  const form = { method: 'GET', redirectUrl: OTHER };
  const redirects: [name: string, fields: object, redirect: object | undefined][] = [
    ['normalUrl first', { normalUrl: CASHIER, redirectActionForm: form }, { url: CASHIER, method: 'GET' }],
    ['redirectActionForm then', { redirectActionForm: form, paymentActionForm: '{}' }, { url: OTHER, method: 'GET' }],
    ['paymentActionForm last', { paymentActionForm: JSON.stringify(form) }, { url: OTHER, method: 'GET' }],
    ['a form without its method', { redirectActionForm: { redirectUrl: OTHER } }, { url: OTHER, method: 'GET' }],
    [
      'a form to post, with its fields',
      { redirectActionForm: { method: 'POST', redirectUrl: OTHER, parameters: { token: 't', count: 2, none: null } } },
      { url: OTHER, method: 'POST', fields: { token: 't', count: '2' } },
    ],
    [
      'a form to post, its fields in a string',
      { redirectActionForm: { method: 'POST', redirectUrl: OTHER, parameters: '{"token":"t"}' } },
      { url: OTHER, method: 'POST', fields: { token: 't' } },
    ],
    [
      'the next one where the first is not safe',
      { normalUrl: 'javascript:alert(1)', redirectActionForm: form },
      { url: OTHER, method: 'GET' },
    ],
    ['nothing from an unknown method', { redirectActionForm: { method: 'PUT', redirectUrl: OTHER } }, undefined],
    ['nothing from a broken form', { paymentActionForm: '{"method":"GET","redirectUrl":' }, undefined],
  ];
  for (const [name, fields, redirect] of redirects) {
    it(`takes ${name}`, () => assert.deepEqual(action(fields)?.redirect, redirect));
  }
});

describe('the app', () => {
  it('is opened by scheme, by link or by either', () => {
    const schemeUrl = 'alipays://platformapi/startApp?appId=60000154';
    const applinkUrl = 'https://render.alipay.com/p/s/i/?scheme=x';
    assert.deepEqual(action({ schemeUrl }), { app: { schemeUrl } });
    assert.deepEqual(action({ applinkUrl }), { app: { linkUrl: applinkUrl } });
    assert.deepEqual(action({ schemeUrl, applinkUrl }), { app: { schemeUrl, linkUrl: applinkUrl } });
  });
});

describe('an address that no page should be sent to', () => {
  const unsafe = [
    'javascript:alert(1)',
    'data:text/html,x',
    'http://cashier.example/',
    'https://a@b.example/',
    'nonsense',
  ];
  for (const address of unsafe) {
    it(`is left out: ${address}`, () => {
      assert.equal(
        action({
          normalUrl: address,
          schemeUrl: address,
          applinkUrl: address,
          redirectActionForm: { method: 'GET', redirectUrl: address },
        }),
        undefined,
      );
    });
  }

  it('is left out where an app scheme stands for a page', () => {
    assert.equal(
      action({ normalUrl: 'alipays://platformapi/startApp', applinkUrl: 'alipays://platformapi/startApp' }),
      undefined,
    );
  });

  it('is left out where it is longer than the contract carries', () => {
    assert.equal(action({ normalUrl: `https://cashier.example/?${'x'.repeat(2048)}` }), undefined);
  });
});

describe('any answer', () => {
  it('gives an action that the contract carries, or none, whatever it holds', () => {
    const value = fc.oneof(
      fc.jsonValue(),
      fc.webUrl(),
      fc.constantFrom('javascript:alert(1)', 'alipays://platformapi/startApp', CASHIER, 'x'.repeat(3000)),
    );
    const form = fc.record({ method: fc.constantFrom('GET', 'POST', 7), redirectUrl: value, parameters: value });
    const code = fc.record({ displayType: fc.constantFrom('TEXT', 'IMAGE', null), codeValue: value });
    const answer = fc.record(
      {
        normalUrl: value,
        schemeUrl: value,
        applinkUrl: value,
        redirectActionForm: fc.oneof(form, value),
        paymentActionForm: fc.oneof(
          form.map((fields) => JSON.stringify(fields)),
          value,
        ),
        orderCodeForm: fc.oneof(fc.record({ expireTime: value, codeDetails: fc.array(fc.oneof(code, value)) }), value),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(answer, (fields) => {
        const found = action(fields);
        if (found) assert.deepEqual(parse(actionSchema, found), found);
      }),
    );
  });
});
