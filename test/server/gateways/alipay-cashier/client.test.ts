import assert from 'node:assert/strict';
import { verify } from 'node:crypto';
import { describe, it } from 'node:test';
import {
  type AlipayCashierClient,
  createAlipayCashierClient,
} from '../../../../src/server/gateways/alipay-cashier/index.ts';
import { EXAMPLES } from './client-examples.ts';
import type { Call, Example } from './client-examples/example.ts';
import { NOW_MS } from '../../../support/gateway-payments.ts';
import { CLIENT_ID, merchantKeys, signedHeaders, someOptions } from './fixtures.ts';

const calls = Object.entries(EXAMPLES) as [Call, Example][];

function call(client: AlipayCashierClient, name: Call, request: object): Promise<unknown> {
  return (client as unknown as Record<Call, (request: object) => Promise<unknown>>)[name](request);
}

/** A client whose gateway answers every call with what `answer` makes of the path that was called. */
function setup(answer: (target: string) => Response) {
  const requests: { url: string; method: string; headers: Headers; body: Buffer }[] = [];
  const client = createAlipayCashierClient(
    someOptions({
      fetch: async (input, init) => {
        const request = new Request(input, init);
        const { url, method, headers } = request;
        requests.push({ url, method, headers, body: Buffer.from(await request.arrayBuffer()) });
        return answer(new URL(url).pathname);
      },
    }),
  );
  return { client, requests };
}

const signed = (target: string, body: string) => new Response(body, { headers: signedHeaders(target, body) });

describe('the typed client', () => {
  for (const [name, { path, request, answer }] of calls) {
    const good = JSON.stringify(answer);

    it(`sends ${name} field by field, signed over the bytes that go out`, async () => {
      const { client, requests } = setup((target) => signed(target, good));
      await call(client, name, request);
      assert.equal(requests.length, 1);
      const { url, method, headers, body } = requests[0]!;
      const target = `/ams/sandbox/api${path}`;
      assert.equal(`${method} ${url}`, `POST https://open-sea-global.alipay.com${target}`);
      assert.deepEqual(JSON.parse(body.toString()), request);
      const [, signature = ''] = /signature=(.+)$/.exec(headers.get('signature') ?? '') ?? [];
      const text = Buffer.concat([Buffer.from(`POST ${target}\n${CLIENT_ID}.${NOW_MS}.`), body]);
      const bytes = Buffer.from(decodeURIComponent(signature), 'base64');
      assert.ok(verify('RSA-SHA256', text, merchantKeys.publicKey, bytes));
    });

    it(`reads every documented field of the answer to ${name}`, async () => {
      const { client } = setup((target) => signed(target, good));
      assert.deepEqual(await call(client, name, request), answer);
    });

    it(`reads an answer to ${name} with fields that nobody has documented, and nulls for all others`, async () => {
      const nulls = Object.fromEntries(Object.keys(answer).map((field) => [field, null]));
      const body = JSON.stringify({ ...nulls, result: answer.result, ofNextYear: [{}] });
      const { client } = setup((target) => signed(target, body));
      assert.deepEqual(await call(client, name, request), { result: answer.result });
    });

    it(`hands on a refusal of ${name} as an answer`, async () => {
      const result = { resultStatus: 'F', resultCode: 'PARAM_ILLEGAL', resultMessage: 'too long' };
      const { client } = setup((target) => signed(target, JSON.stringify({ result })));
      assert.deepEqual(await call(client, name, request), { result });
    });

    const unbelievable: [what: string, answer: (target: string) => Response][] = [
      ['an HTML page', () => new Response('<!doctype html><title>Sign in</title>')],
      ['an HTML page with an error', () => new Response('<h1>502</h1>', { status: 502 })],
      ['a signed answer that is no JSON', (target) => signed(target, '<html>')],
      ['an answer cut short', (target) => new Response(good.slice(0, -1), { headers: signedHeaders(target, good) })],
      ['an answer without a signature', () => new Response(good)],
      ['an answer to another call', () => signed('/ams/sandbox/api/v1/payments/other', good)],
      ['the answer of another server', (target) => signed(target.replace('/sandbox', ''), good)],
    ];
    for (const [what, answerTo] of unbelievable) {
      it(`believes nothing of ${what} to ${name}`, async () => {
        const { client } = setup(answerTo);
        await assert.rejects(call(client, name, request), { name: 'GatewayError', kind: 'unknown' });
      });
    }

    it(`says that the set-up is at fault where ${name} is not signed with the right key`, async () => {
      const result = { resultStatus: 'F', resultCode: 'INVALID_SIGNATURE', resultMessage: '' };
      const { client } = setup(() => Response.json({ result }));
      await assert.rejects(call(client, name, request), {
        kind: 'misconfigured',
        gatewayCode: 'INVALID_SIGNATURE',
      });
    });
  }

  const codes: [name: Call, status: 'S' | 'F' | 'U', codes: string][] = [
    ['consult', 'F', 'PARAM_ILLEGAL CURRENCY_NOT_SUPPORT NO_PAY_OPTIONS MERCHANT_NOT_REGISTERED PROCESS_FAIL'],
    ['consult', 'F', 'SETTLE_CONTRACT_NOT_MATCH'],
    ['consult', 'U', 'UNKNOWN_EXCEPTION'],
    ['declare', 'F', 'DUPLICATED_DECLARATIONS TOTAL_DECLARATION_AMOUNT_EXCEED REPEAT_REQ_INCONSISTENT RISK_REJECT'],
    ['declare', 'F', 'CONTEXT_INCONSISTENT ORDER_NOT_EXIST ORDER_STATUS_INVALID'],
    ['inquiryDeclarationRequests', 'F', 'ARRAY_SIZE_EXCEEDED'],
    ['registration', 'F', 'REGISTRATION_UNDER_REVIEW REPEAT_REGISTRATION REPEAT_REQ_INCONSISTENT INVALID_CLIENT'],
    ['registration', 'F', 'PARAM_ILLEGAL'],
    ['inquiryRegistrationStatus', 'F', 'RECORD_NOT_FOUND'],
    ['inquiryRegistrationInfo', 'F', 'RECORD_NOT_FOUND'],
  ];
  for (const [name, resultStatus, list] of codes) {
    for (const resultCode of list.split(' ')) {
      it(`answers ${resultStatus} ${resultCode} of ${name} in the gateway’s own words`, async () => {
        const result = { resultStatus, resultCode, resultMessage: 'for logs' };
        const { client } = setup((target) => signed(target, JSON.stringify({ result })));
        assert.deepEqual(await call(client, name, EXAMPLES[name].request), { result });
      });
    }
  }
});
