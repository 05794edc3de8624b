import { generateKeyPairSync, sign } from 'node:crypto';
import { alipayCashier, type AlipayCashierOptions } from '../../../../src/server/gateways/alipay-cashier/index.ts';
import { type Contract, readContract } from '../../../../src/server/gateways/alipay-cashier/contract.ts';
import type { Gateway } from '../../../../src/server/gateway.ts';
import { NOW_MS, paymentBuilder, refundBuilder } from '../../../support/gateway-payments.ts';

export const CLIENT_ID = 'SANDBOX_5XEXAMPLE0000000001';

export const merchantKeys = generateKeyPairSync('rsa', { modulusLength: 2048 });
export const gatewayKeys = generateKeyPairSync('rsa', { modulusLength: 2048 });

type KeyPair = typeof gatewayKeys;

export const spkiOf = ({ publicKey }: KeyPair): string =>
  publicKey.export({ format: 'der', type: 'spki' }).toString('base64');

export const pkcs8Of = ({ privateKey }: KeyPair): string =>
  privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');

export function someOptions(overrides: Partial<AlipayCashierOptions> = {}): AlipayCashierOptions {
  return {
    clientId: CLIENT_ID,
    privateKey: pkcs8Of(merchantKeys),
    gatewayPublicKey: spkiOf(gatewayKeys),
    host: 'asia',
    now: () => NOW_MS,
    ...overrides,
  };
}

export const aPayment = paymentBuilder({
  amount: { currency: 'USD', value: 1314, exponent: 2 },
  notifyUrl: 'https://shop.example/alipay/notifications/asia',
});

export const aRefund = refundBuilder({ amount: { currency: 'USD', value: 314, exponent: 2 } });

export const aContract = (overrides: Partial<AlipayCashierOptions> = {}): Contract =>
  readContract(someOptions(overrides));

/** A message as it goes out: what is undefined is left out, never sent as null. */
export const asSent = (message: object): unknown => JSON.parse(JSON.stringify(message));

/** The headers of a genuine message from the gateway, signed by other means than ours. */
export function signedHeaders(
  target: string,
  body: string | Uint8Array,
  { timeHeader = 'response-time', clientId = CLIENT_ID, keys = gatewayKeys } = {},
): Headers {
  const time = '2026-11-21T20:30:01+08:00';
  const text = Buffer.concat([Buffer.from(`POST ${target}\n${clientId}.${time}.`), Buffer.from(body)]);
  const signature = encodeURIComponent(sign('RSA-SHA256', text, keys.privateKey).toString('base64'));
  return new Headers({
    'client-id': clientId,
    [timeHeader]: time,
    signature: `algorithm=RSA256, keyVersion=1, signature=${signature}`,
  });
}

/** An adapter whose gateway answers every call with what `answer` makes of the path that was called. */
export function answeringGateway(
  answer: (target: string, request: Request) => Response | Promise<Response>,
  overrides: Partial<AlipayCashierOptions> = {},
): Gateway {
  return alipayCashier(
    someOptions({
      fetch: async (input, init) => {
        const request = new Request(input, init);
        return answer(new URL(request.url).pathname, request);
      },
      ...overrides,
    }),
  );
}
