import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Words that mean something to one gateway alone. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  'alipay-cashier': [
    ...['paymentRequestId', 'refundRequestId', 'referenceOrderId', 'paymentStatus', 'resultStatus', 'notifyType'],
    ...['orderCodeForm', 'normalUrl', 'applinkUrl', 'paymentMethodType', 'PAYMENT_IN_PROCESS', 'declarationRequestId'],
    ...['client-id', 'request-time', 'agent-token', '/ams/'],
  ],
  'checkout-com': [
    ...['failure_url', 'processing_channel_id', 'response_code', 'action_id', 'payment_captured'],
    ...['cko-', 'alipay_cn'],
  ],
  wooshpay: [
    ...[
      'payment_intent',
      'merchant_order_id',
      'next_action',
      'terminal_type',
      'amount_received',
      'client_reference_id',
    ],
    ...['livemode', 'requires_action', 'Wooshpay-'],
  ],
  'trust-payments': [
    ...['settlestatus', 'sitereference', 'transactionreference', 'orderreference', 'baseamount', 'currencyiso3a'],
    ...['errorcode', 'responsesitesecurity', 'livestatus', 'TRANSACTIONQUERY'],
  ],
};

const sources = globSync('src/**/*.ts', { cwd: root }).map((path) => ({
  path: path.replaceAll('\\', '/'),
  text: readFileSync(root + path, 'utf8'),
}));

describe('the words of a gateway', () => {
  for (const [gateway, words] of Object.entries(WORDS)) {
    const home = `src/server/gateways/${gateway}/`;

    it(`${gateway}: are known to its own files`, () => {
      const own = sources.filter(({ path }) => path.startsWith(home)).map(({ text }) => text);
      for (const word of words)
        assert.ok(
          own.some((text) => text.includes(word)),
          word,
        );
    });

    it(`${gateway}: are in no other file`, () => {
      // Two gateways may share a word, such as one for the terminal: then it is no word of this one alone.
      const others = sources.filter(({ path }) => !path.startsWith(home));
      const found = others.flatMap(({ path, text }) =>
        words.filter((word) => text.includes(word)).map((word) => `${path}: ${word}`),
      );
      const between = /^src\/server\/gateways\/(checkout-com|wooshpay)\/.*: (terminal_type|alipay_cn)$/;
      assert.deepEqual(
        found.filter((line) => !between.test(line)),
        [],
      );
    });
  }
});
