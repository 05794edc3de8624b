import { type Endpoint, readEndpointRequest } from './endpoints.ts';
import {
  cancelPaymentIntent,
  confirmPaymentIntent,
  createPaymentIntent,
  listPaymentIntents,
  retrievePaymentIntent,
  searchPaymentIntents,
} from './intents.ts';
import type { Perform } from './office.ts';
import { createRefund, retrieveRefund } from './refunds.ts';
import {
  createCheckoutSession,
  expireCheckoutSession,
  listCheckoutSessions,
  retrieveCheckoutSession,
} from './sessions.ts';

/** WooshPay docs, Create a Webhook. The only answer that shows the secret. */
const createWebhookEndpoint: Perform = ({ account, body }, { endpoints, livemode }) =>
  showEndpoint(endpoints.register(account, readEndpointRequest(body)), livemode);

function showEndpoint(
  { id, url, enabledEvents, description, secret, createdAtMs }: Endpoint,
  livemode: boolean,
): object {
  return {
    id,
    object: 'webhook_endpoint',
    api_version: '1.0.1',
    created: createdAtMs,
    description: description ?? '',
    enabled_events: enabledEvents,
    livemode,
    secret,
    status: 'enabled',
    url,
  };
}

/** Every call by its name, which the journal counts. */
const PERFORM = {
  createPaymentIntent,
  retrievePaymentIntent,
  confirmPaymentIntent,
  cancelPaymentIntent,
  listPaymentIntents,
  searchPaymentIntents,
  createRefund,
  retrieveRefund,
  createCheckoutSession,
  retrieveCheckoutSession,
  expireCheckoutSession,
  listCheckoutSessions,
  createWebhookEndpoint,
} as const satisfies Record<string, Perform>;

export type Call = keyof typeof PERFORM;

export const CALLS = Object.keys(PERFORM) as readonly Call[];

// A search stands before what would take it for an id.
const ROUTES: readonly (readonly [method: 'GET' | 'POST', path: string, call: Call])[] = [
  ['POST', 'payment_intents', 'createPaymentIntent'],
  ['GET', 'payment_intents', 'listPaymentIntents'],
  ['GET', 'payment_intents/search', 'searchPaymentIntents'],
  ['GET', 'payment_intents/:id', 'retrievePaymentIntent'],
  ['POST', 'payment_intents/:id/confirm', 'confirmPaymentIntent'],
  ['POST', 'payment_intents/:id/cancel', 'cancelPaymentIntent'],
  ['POST', 'refunds', 'createRefund'],
  ['GET', 'refunds/:id', 'retrieveRefund'],
  ['POST', 'checkout/sessions', 'createCheckoutSession'],
  ['GET', 'checkout/sessions', 'listCheckoutSessions'],
  ['GET', 'checkout/sessions/:id', 'retrieveCheckoutSession'],
  ['POST', 'checkout/sessions/:id/expire', 'expireCheckoutSession'],
  ['POST', 'webhook_endpoints', 'createWebhookEndpoint'],
];

export interface Routed {
  readonly call: Call;
  readonly id: string;
  readonly perform: Perform;
}

/** Which call a request is. Undefined where there is no such one. */
export function routeOf(method: string, pathname: string): Routed | undefined {
  for (const [wanted, path, call] of ROUTES) {
    const match = new RegExp(`^/v1/${path.replace(':id', '(\\w+)')}$`).exec(pathname);
    if (wanted === method && match) return { call, id: match[1] ?? '', perform: PERFORM[call] };
  }
  return undefined;
}
