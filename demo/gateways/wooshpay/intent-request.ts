import { isIP } from 'node:net';
import type { Account } from './account.ts';
import { Fields } from './fields.ts';
import { Refusal } from './refusal.ts';

/** WooshPay docs, Alipay: what can be charged. All have two decimals. */
export const CURRENCIES = ['CNY', 'GBP', 'USD', 'EUR', 'HKD'] as const;

/** The wallets that this sandbox plays. */
const METHODS = ['alipay', 'alipay_hk', 'alipayplus'] as const;

export type MethodType = (typeof METHODS)[number];

/** How a shopper pays. `APP` is a phone's browser: its page opens the wallet's app. */
export interface Method {
  readonly type: MethodType;
  readonly terminal: 'WEB' | 'APP';
  readonly os?: 'IOS' | 'ANDROID';
  readonly clientIp?: string;
}

export type Metadata = Readonly<Record<string, string>>;

/** What the sandbox keeps of a request for a payment. */
export interface IntentRequest {
  readonly amount: number;
  readonly currency: string;
  readonly methodTypes: readonly MethodType[];
  readonly method?: Method | undefined;
  readonly returnUrl?: string | undefined;
  readonly merchantOrderId?: string | undefined;
  readonly description?: string | undefined;
  readonly metadata: Metadata;
}

/** Reads the body of a request for a payment. WooshPay docs, Create a PaymentIntent. @throws {Refusal} */
export function readIntentRequest(body: unknown, account: Account): IntentRequest & { readonly confirm: boolean } {
  const fields = new Fields(body);
  const confirm = fields.optionalFlag('confirm') ?? false;
  const request = {
    confirm,
    amount: fields.integer('amount', 1),
    currency: fields.oneOf('currency', CURRENCIES),
    methodTypes: readMethodTypes(fields, account),
    method: readMethod(fields, confirm),
    returnUrl: fields.url('return_url'),
    merchantOrderId: fields.optionalText('merchant_order_id'),
    description: fields.optionalText('description', 1000),
    metadata: fields.texts('metadata'),
  };
  for (const name of ['merchant_user_id', 'customer']) fields.optionalText(name);
  fields.optionalInteger('quantity', 1);
  fields.optionalGroup('shipping');
  fields.close();
  if (request.method && !request.methodTypes.includes(request.method.type)) {
    throw fields.invalid('payment_method_data.type', 'must be one of payment_method_types');
  }
  return request;
}

/** Reads the body of a confirmation. WooshPay docs, Confirm a PaymentIntent. @throws {Refusal} */
export function readConfirmRequest(
  body: unknown,
  known: Pick<IntentRequest, 'method' | 'returnUrl'>,
): { readonly method: Method; readonly returnUrl: string | undefined } {
  const fields = new Fields(body);
  if (fields.has('payment_method_types')) fields.someOf('payment_method_types', METHODS);
  const method = readMethod(fields, known.method === undefined) ?? known.method;
  const returnUrl = fields.optionalUrl('return_url') ?? known.returnUrl;
  fields.close();
  if (!method) throw fields.invalid('payment_method_data', 'is needed to confirm');
  return { method, returnUrl };
}

/** @throws {Refusal} where the account may not take this kind of payment. */
export function readMethodTypes(fields: Fields, { behaviour }: Account): readonly MethodType[] {
  const types = fields.someOf('payment_method_types', METHODS);
  if (behaviour !== 'alipay_not_enabled') return types;
  throw new Refusal('payment_method_not_enabled', 'This payment method is not enabled for the account.');
}

function readMethod(fields: Fields, isRequired: boolean): Method | undefined {
  const options = fields.optionalGroup('payment_method_options');
  const data = isRequired ? fields.group('payment_method_data') : fields.optionalGroup('payment_method_data');
  if (!data) return undefined;
  const type = data.oneOf('type', METHODS);
  data.close();
  if (!options) throw new Refusal('parameter_missing', 'Missing required param: payment_method_options.');
  const details = options.group(type);
  options.close();
  // What the address and the system are needed for is not said: all examples carry them, and so this asks for them.
  const clientIp = details.text('client_ip', 45);
  if (isIP(clientIp) === 0) throw details.invalid('client_ip', 'must be an IP address');
  const terminal = details.oneOf('terminal_type', ['WEB', 'APP']);
  const os = details.oneOf('os_type', ['IOS', 'ANDROID']);
  details.close();
  return { type, terminal, os, clientIp };
}
