import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { takeReturnTicket, withReturnTicket } from '../../src/protocol/return-ticket.ts';
import { safeUrl } from '../../src/protocol/safe-url.ts';

describe('safeUrl', () => {
  const allowed = ['https://cashier.example/pay?a=1#b', 'http://localhost:4020/wallet/1', 'http://127.0.0.1/'];
  for (const address of allowed) {
    it(`allows ${address}`, () => assert.equal(safeUrl(address), address));
  }

  it('allows the schemes of the wallets to an app, and to nothing else', () => {
    for (const address of ['alipays://platformapi/startApp?x=1', 'alipay://x', 'alipayhk://platformapi/startApp']) {
      assert.equal(safeUrl(address, { app: true }), address);
      assert.equal(safeUrl(address), null);
    }
  });

  const refused = [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'java\tscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'blob:https://shop.example/1',
    'vbscript:msgbox(1)',
    'file:///etc/passwd',
    'ftp://files.example/',
    'intent://x#Intent;scheme=javascript;end',
    'http://cashier.example/',
    'http://localhost.evil.example/',
    'http://127.0.0.1.evil.example/',
    'https://shop.example@evil.example/',
    'https://user:secret@cashier.example/',
    'https://cashier.example/\u202egnp.exe',
    'https://cashier.example/a b',
    '//evil.example/',
    '/relative',
    'https://',
    '',
  ];
  for (const address of refused) {
    it(`refuses ${JSON.stringify(address)}`, () => assert.equal(safeUrl(address, { app: true }), null));
  }
});

describe('a return ticket', () => {
  const ticket = { paymentId: 'a'.repeat(24), ticket: 't'.repeat(43) };
  const value = `${ticket.paymentId}.${ticket.ticket}`;

  const rows: [href: string, rest: string][] = [
    [`https://s.example/o?alipay_return=${value}`, 'https://s.example/o'],
    [`https://s.example/o?a=1&alipay_return=${value}`, 'https://s.example/o?a=1'],
    [`https://s.example/o?alipay_return=${value}&a=1`, 'https://s.example/o?a=1'],
    [`https://s.example/o?a=1&alipay_return=${value}&b=2#c`, 'https://s.example/o?a=1&b=2#c'],
    [`https://s.example/#alipay_return=${value}`, 'https://s.example/'],
    [`https://s.example/#/pay?alipay_return=${value}&a=1`, 'https://s.example/#/pay?a=1'],
    [`https://s.example/#/pay?alipay_return=${value}`, 'https://s.example/#/pay'],
  ];
  for (const [href, rest] of rows) {
    it(`is taken out of ${href.replace(value, '…')}`, () => {
      assert.deepEqual(takeReturnTicket(href), { ticket, href: rest });
    });
  }

  it('leaves an address without one as it is', () => {
    const href = 'https://s.example/o?not_alipay_return=1';
    assert.deepEqual(takeReturnTicket(href), { ticket: null, href });
  });

  it('is taken away but not believed where it is malformed', () => {
    assert.deepEqual(takeReturnTicket('https://s.example/?alipay_return=<script>'), {
      ticket: null,
      href: 'https://s.example/',
    });
  });

  it('goes into a merchant’s own address without hurting what is there', () => {
    const href = withReturnTicket('https://s.example/o?a=1#/cart', ticket);
    assert.equal(href, `https://s.example/o?a=1&alipay_return=${value}#/cart`);
    assert.deepEqual(takeReturnTicket(href), { ticket, href: 'https://s.example/o?a=1#/cart' });
  });
});
