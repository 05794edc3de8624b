import type { Account } from './account.ts';
import { Fields } from './fields.ts';
import { CURRENCIES, type Metadata, type MethodType, readMethodTypes } from './intent-request.ts';

export interface LineItem {
  readonly quantity: number;
  readonly unitAmount: number;
  readonly name: string;
  readonly description: string | undefined;
}

/** What the sandbox keeps of a request for a hosted page. */
export interface SessionRequest {
  readonly methodTypes: readonly MethodType[];
  readonly successUrl: string;
  readonly cancelUrl: string;
  readonly currency: string;
  readonly lineItems: readonly LineItem[];
  readonly clientReferenceId: string | undefined;
  readonly metadata: Metadata;
  /** What the payment behind the page is to hold instead of what the page holds. */
  readonly paymentMetadata: Metadata | undefined;
  readonly expiresAtMs: number;
}

const LIFETIME_MS = 86_400_000;

/** Reads the body of a request for a hosted page. WooshPay docs, Wooshpay Checkout. @throws {Refusal} */
export function readSessionRequest(body: unknown, account: Account, nowMs: number): SessionRequest {
  const fields = new Fields(body);
  // Alipay takes one-time items only: there is neither a subscription nor a mere set-up.
  fields.oneOf('mode', ['payment']);
  const items = fields.groups('line_items').map(readLineItem);
  const [{ currency } = { currency: '' }] = items;
  if (items.some((item) => item.currency !== currency)) throw fields.invalid('line_items', 'must have one currency');
  const request = {
    methodTypes: readMethodTypes(fields, account),
    successUrl: fields.url('success_url'),
    cancelUrl: fields.url('cancel_url'),
    currency,
    lineItems: items.map(({ currency: _, ...item }) => item),
    clientReferenceId: fields.optionalText('client_reference_id'),
    metadata: fields.texts('metadata'),
    paymentMetadata: readPaymentMetadata(fields),
    expiresAtMs: fields.optionalInteger('expires_at', nowMs + 1) ?? nowMs + LIFETIME_MS,
  };
  const email = fields.optionalText('customer_email');
  if (email !== undefined && !/^\S+@\S+$/.test(email)) throw fields.invalid('customer_email', 'must be an address');
  fields.close();
  return request;
}

function readLineItem(item: Fields): LineItem & { readonly currency: string } {
  const price = item.group('price_data');
  const product = price.group('product_data');
  const read = {
    quantity: item.integer('quantity', 1),
    currency: price.oneOf('currency', CURRENCIES),
    unitAmount: price.integer('unit_amount', 1),
    name: product.text('name', 1000),
    description: product.optionalText('description', 1000),
  };
  for (const fields of [product, price, item]) fields.close();
  return read;
}

function readPaymentMetadata(fields: Fields): Metadata | undefined {
  const data = fields.optionalGroup('payment_intent_data');
  const metadata = data?.has('metadata') ? data.texts('metadata') : undefined;
  data?.close();
  return metadata;
}

export function totalOf(lineItems: readonly LineItem[]): number {
  return lineItems.reduce((total, { quantity, unitAmount }) => total + quantity * unitAmount, 0);
}
