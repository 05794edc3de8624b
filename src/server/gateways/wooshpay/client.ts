import { GatewayError, type IncomingNotification, NotificationRefused } from '../../gateway.ts';
import { parseJson } from '../../gateway-http.ts';
import type {
  CancelPaymentIntentRequest,
  CheckoutSession,
  ConfirmPaymentIntentRequest,
  CreateCheckoutSessionRequest,
  CreatePaymentIntentRequest,
  CreateRefundRequest,
  CreateWebhookEndpointRequest,
  List,
  ListQuery,
  Notification,
  PaymentIntent,
  Refund,
  SearchQuery,
  WebhookEndpoint,
} from './messages.ts';
import { type ClientConfig, readOptions, type WooshPayClientOptions } from './options.ts';
import {
  parseCheckoutSession,
  parseList,
  parseNotification,
  parsePaymentIntent,
  parseRefund,
  parseWebhookEndpoint,
} from './parse-messages.ts';
import { isTimely, parseSignature, verify } from './signature.ts';
import { createTransport } from './transport.ts';

/**
 * The gateway's own calls, typed.
 *
 * Every call throws `WooshPayError` where the gateway answers with an error, and `GatewayError` of kind `unknown` where
 * it gives no answer that can be read: the call may have taken effect. Calls that create something take an idempotency
 * key, by default a random one; WooshPay does not document whether it is heeded.
 */
export interface WooshPayClient {
  /** Creates a payment, and starts it where `confirm` is true. */
  createPaymentIntent(request: CreatePaymentIntentRequest, idempotencyKey?: string): Promise<PaymentIntent>;
  retrievePaymentIntent(id: string): Promise<PaymentIntent>;
  confirmPaymentIntent(id: string, request: ConfirmPaymentIntentRequest): Promise<PaymentIntent>;
  /** Closes an unpaid payment. Not for one behind a Checkout Session: expire that. */
  cancelPaymentIntent(id: string, request: CancelPaymentIntentRequest): Promise<PaymentIntent>;
  searchPaymentIntents(query: SearchQuery): Promise<List<PaymentIntent>>;
  listPaymentIntents(query?: ListQuery): Promise<List<PaymentIntent>>;
  /** Creates a payment on a page of WooshPay's. */
  createCheckoutSession(request: CreateCheckoutSessionRequest, idempotencyKey?: string): Promise<CheckoutSession>;
  retrieveCheckoutSession(id: string): Promise<CheckoutSession>;
  expireCheckoutSession(id: string): Promise<CheckoutSession>;
  /** That it takes the query of other lists is not documented. */
  listCheckoutSessions(query?: ListQuery): Promise<List<CheckoutSession>>;
  /** Returns money of a paid payment. With Alipay a payment has one partial refund at most. */
  createRefund(request: CreateRefundRequest, idempotencyKey?: string): Promise<Refund>;
  retrieveRefund(id: string): Promise<Refund>;
  /** Registers where events are sent to. Each endpoint gets every event: a second one doubles them. */
  createWebhookEndpoint(request: CreateWebhookEndpointRequest): Promise<WebhookEndpoint>;
  /** Verifies a notification and reads it. @throws {NotificationRefused} where it is not the gateway's, or unreadable. */
  readNotification(notification: IncomingNotification): Promise<Notification>;
}

/** Creates a client of the gateway. Throws `TypeError` where an option is missing or malformed. */
export function createWooshPayClient(options: WooshPayClientOptions): WooshPayClient {
  const config = readOptions(options);
  const { get, post } = createTransport(config);
  const intents = '/v1/payment_intents';
  const sessions = '/v1/checkout/sessions';
  const refunds = '/v1/refunds';
  return {
    createPaymentIntent: async (request, key) => must(parsePaymentIntent(await post(intents, request, key))),
    retrievePaymentIntent: async (id) => mustBe(id, parsePaymentIntent(await get(at(intents, id)))),
    confirmPaymentIntent: async (id, request) =>
      mustBe(id, parsePaymentIntent(await post(`${at(intents, id)}/confirm`, request))),
    cancelPaymentIntent: async (id, request) =>
      mustBe(id, parsePaymentIntent(await post(`${at(intents, id)}/cancel`, request))),
    searchPaymentIntents: async (query) => must(parseList(await get(`${intents}/search`, query), parsePaymentIntent)),
    listPaymentIntents: async (query) => must(parseList(await get(intents, query), parsePaymentIntent)),
    createCheckoutSession: async (request, key) => must(parseCheckoutSession(await post(sessions, request, key))),
    retrieveCheckoutSession: async (id) => mustBe(id, parseCheckoutSession(await get(at(sessions, id)))),
    expireCheckoutSession: async (id) => mustBe(id, parseCheckoutSession(await post(`${at(sessions, id)}/expire`, {}))),
    listCheckoutSessions: async (query) => must(parseList(await get(sessions, query), parseCheckoutSession)),
    createRefund: async (request, key) => must(parseRefund(await post(refunds, request, key))),
    retrieveRefund: async (id) => mustBe(id, parseRefund(await get(at(refunds, id)))),
    createWebhookEndpoint: async (request) => must(parseWebhookEndpoint(await post('/v1/webhook_endpoints', request))),
    readNotification: (notification) => readNotification(config, notification),
  };
}

// Every refusal is a 400, as the gateway's documents ask for.
async function readNotification(
  { webhookSecret, isLive, now }: ClientConfig,
  { headers, body }: IncomingNotification,
): Promise<Notification> {
  const header = headers.get('wooshpay-signature');
  if (!header) throw new NotificationRefused(400, 'The notification is not signed');
  const signature = parseSignature(header);
  if (!signature) throw new NotificationRefused(400, 'The signature of the notification is malformed');
  if (!(await verify(webhookSecret, signature, body))) {
    throw new NotificationRefused(
      400,
      'The signature of the notification is wrong: is "webhookSecret" this endpoint’s?',
    );
  }
  if (!isTimely(signature, now())) throw new NotificationRefused(400, 'The notification is of another time');
  const notification = parseNotification(readJson(body));
  if (!notification) throw new NotificationRefused(400, 'The notification lacks what every event has');
  // Each mode has secrets of its own: only a merchant who mixes them up meets this.
  if (notification.livemode === !isLive) throw new NotificationRefused(400, 'The notification is of the other mode');
  return notification;
}

function readJson(body: Uint8Array): unknown {
  try {
    return parseJson(body);
  } catch (cause) {
    throw new NotificationRefused(400, 'The notification is not JSON', cause);
  }
}

function at(path: string, id: string): string {
  return `${path}/${encodeURIComponent(id)}`;
}

function must<Answer>(answer: Answer | null): Answer {
  if (!answer) throw new GatewayError('unknown', 'The answer lacks what every answer of its kind has');
  return answer;
}

function mustBe<Answer extends { readonly id: string }>(id: string, answer: Answer | null): Answer {
  if (must(answer).id !== id) throw new GatewayError('unknown', 'The answer is about something else');
  return must(answer);
}
