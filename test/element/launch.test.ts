import { expect } from '@open-wc/testing';
import { destinationOf, leave } from '../../src/element/launch.ts';
import type { Action } from '../../src/protocol/payment.ts';

describe('where an action leads', () => {
  const page = 'https://wallet.example/pay';
  for (const [title, action, destination] of [
    ['to the page of the gateway', { redirect: { url: page, method: 'GET' } }, { url: page }],
    [
      'to it with its fields',
      { redirect: { url: page, method: 'POST', fields: { a: '1' } } },
      { url: page, fields: { a: '1' } },
    ],
    ['to a page rather than a scheme', { app: { linkUrl: page, schemeUrl: 'alipays://pay' } }, { url: page }],
    ['to the scheme of a wallet', { app: { schemeUrl: 'alipays://pay' } }, { url: 'alipays://pay' }],
    ['nowhere with a code alone', { qrCode: { data: 'x' } }, null],
    ['nowhere by script', { redirect: { url: 'javascript:alert(1)', method: 'GET' } }, null],
    ['nowhere by a scheme in the place of a page', { redirect: { url: 'alipays://pay', method: 'GET' } }, null],
    ['nowhere by a scheme of a stranger', { app: { schemeUrl: 'intent://pay' } }, null],
  ] as [string, Action, unknown][]) {
    it(title, () => expect(destinationOf(action)).to.deep.equal(destination));
  }
});

describe('leaving by a form', () => {
  it('posts the fields, also one that is called "submit", and leaves no form behind', () => {
    const submit = Object.getOwnPropertyDescriptor(HTMLFormElement.prototype, 'submit')!;
    const posted: unknown[] = [];
    HTMLFormElement.prototype.submit = function () {
      posted.push([this.method, this.action, [...new FormData(this)]]);
    };
    try {
      leave({ url: 'https://wallet.example/pay', fields: { submit: 'a', 'x"y': '<b>' } }, window);
    } finally {
      Object.defineProperty(HTMLFormElement.prototype, 'submit', submit);
    }
    expect(posted).to.deep.equal([
      [
        'post',
        'https://wallet.example/pay',
        [
          ['submit', 'a'],
          ['x"y', '<b>'],
        ],
      ],
    ]);
    expect(document.forms).to.have.lengthOf(0);
  });
});
