import type { Gateway, GatewayPayment, IncomingNotification, PaymentLookup } from '../../../../src/server/gateway.ts';
import { trustPayments, type TrustPaymentsOptions } from '../../../../src/server/gateways/trust-payments/index.ts';
import { paymentBuilder, refundBuilder } from '../../../support/gateway-payments.ts';

export const SITE = 'test_site12345';
export const REFERENCE = '23-86-113';

export function someOptions(overrides: Partial<TrustPaymentsOptions> = {}): TrustPaymentsOptions {
  return {
    username: 'webservices@example.com',
    password: 'pässword:1',
    siteReference: SITE,
    notificationPassword: 'demo',
    ...overrides,
  };
}

export const aPayment = paymentBuilder({
  amount: { currency: 'EUR', value: 1050, exponent: 2 },
  notifyUrl: 'https://shop.example/alipay/notifications/trust',
  returnUrl: 'https://shop.example/return?order=A-1001&a="b"',
});

export const aRefund = refundBuilder({
  id: 'RefundRefundRefundRefu01',
  amount: { currency: 'EUR', value: 500, exponent: 2 },
  createdAtMs: Date.parse('2026-11-22T12:30:00Z'),
});

/** A good answer to `AUTH`, as the documentation shows it. */
export function anAuth(overrides: Record<string, unknown> = {}) {
  return {
    requesttypedescription: 'AUTH',
    errorcode: '0',
    errormessage: 'Ok',
    settlestatus: '10',
    transactionreference: REFERENCE,
    redirecturl: 'https://alipay.example/pay?x=1',
    orderreference: aPayment().id,
    baseamount: '1050',
    currencyiso3a: 'EUR',
    paymenttypedescription: 'ALIPAY',
    accounttypedescription: 'ECOM',
    merchantname: 'Test Merchant',
    operatorname: 'webservices@example.com',
    transactionstartedtimestamp: '2017-03-16 16:25:08',
    settleduedate: '2017-03-16',
    livestatus: '0',
    'partner id': '2088611221573217',
    ...overrides,
  };
}

/** What a query finds of that payment: an address to pay at is not documented there. */
export function aRecord(overrides: Record<string, unknown> = {}) {
  return anAuth({ redirecturl: undefined, ...overrides });
}

export function aRefundRecord(overrides: Record<string, unknown> = {}) {
  return {
    requesttypedescription: 'REFUND',
    errorcode: '0',
    settlestatus: '100',
    transactionreference: '23-86-114',
    parenttransactionreference: REFERENCE,
    orderreference: aRefund().id,
    baseamount: '500',
    currencyiso3a: 'EUR',
    livestatus: '0',
    ...overrides,
  };
}

export function aQueryAnswer(records: unknown, overrides: Record<string, unknown> = {}) {
  return { requesttypedescription: 'TRANSACTIONQUERY', errorcode: '0', errormessage: 'Ok', records, ...overrides };
}

export interface SentJson {
  readonly alias: string;
  readonly version: string;
  readonly request: readonly Record<string, unknown>[];
}

/** The envelope of an answer to a request. */
export function envelope(request: string, item: unknown, overrides: Record<string, unknown> = {}): string {
  const { requestreference } = (JSON.parse(request) as SentJson).request[0] ?? {};
  return JSON.stringify({ requestreference, version: '1.00', response: [item], secrand: 'zO9', ...overrides });
}

/** Options with a gateway behind them that answers every call, by its body, with what `answer` makes of it. */
export function answering(
  answer: (body: string, request: Request) => Response | Promise<Response>,
  overrides: Partial<TrustPaymentsOptions> = {},
): TrustPaymentsOptions {
  return someOptions({
    fetch: async (input, init) => {
      const request = new Request(input, init);
      return answer(await request.clone().text(), request);
    },
    ...overrides,
  });
}

/** An adapter whose gateway answers every call with this item. */
export function answeringGateway(item: unknown, overrides: Partial<TrustPaymentsOptions> = {}): Gateway {
  return trustPayments(answering((body) => new Response(envelope(body, item)), overrides));
}

/** A lookup that knows this payment and the gateway's ids of its refunds. */
export function knowing(payment: GatewayPayment | null, refundReferences: readonly string[] = []): PaymentLookup {
  const references = [...(payment?.gatewayReference ? [payment.gatewayReference] : []), ...refundReferences];
  return {
    byId: (id) => Promise.resolve(id === payment?.id ? payment : null),
    byGatewayReference: (reference) => Promise.resolve(references.includes(reference) ? payment : null),
  };
}

export function posted(body: string | Uint8Array): IncomingNotification {
  return {
    method: 'POST',
    target: '/alipay/notifications/trust',
    headers: new Headers({ 'content-type': 'application/x-www-form-urlencoded; charset=UTF-8' }),
    body: typeof body === 'string' ? new TextEncoder().encode(body) : body,
  };
}
