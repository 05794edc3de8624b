import type { Account } from './account.ts';
import { Fields } from './fields.ts';
import { Refusal } from './refusal.ts';
import { decimalsOf } from './units.ts';

export const TERMINALS = ['WEB', 'WAP', 'APP'] as const;

export type Metadata = Readonly<Record<string, string | number>>;

/** What the sandbox keeps of a request for a payment. */
export interface PaymentRequest {
  readonly sourceType: string;
  readonly amount: number;
  readonly currency: string;
  readonly reference: string | undefined;
  readonly terminal: (typeof TERMINALS)[number];
  readonly os: 'ANDROID' | 'IOS' | undefined;
  readonly successUrl: string | undefined;
  readonly failureUrl: string | undefined;
  readonly description: string | undefined;
  readonly customerId: string | undefined;
  readonly metadata: Metadata;
}

/** Amounts have at most nine digits. */
export const MAX_AMOUNT = 999_999_999;
export const MAX_REFERENCE = 80;

/** Checkout.com docs, Alipay: what each wallet can be charged in. */
const CURRENCIES: Readonly<Record<Account['platform'], Readonly<Record<string, readonly string[]>>>> = {
  previous: { alipay: ['USD'] },
  current: { alipay_cn: ['CNY', 'EUR', 'HKD', 'SGD'], alipay_hk: ['HKD', 'SGD'] },
};

/** Reads the body of a request for a payment. Checkout.com docs, Request a payment. @throws {Refusal} */
export function readPaymentRequest(body: unknown, account: Account): PaymentRequest {
  const fields = Fields.of(body);
  const isCurrent = account.platform === 'current';
  if (!fields.has('source')) fields.refuse('payment_source_required');
  const sourceType = fields.has('source') ? fields.group('source').text('type', {}, 'source_type') : '';
  const amount = fields.integer('amount', 1, MAX_AMOUNT);
  const currency = fields.text('currency', { pattern: /^[A-Z]{3}$/ });
  // Thousandths are refused in their last digit: no such coin exists.
  if (currency && decimalsOf(currency) === 3 && amount % 10 !== 0) fields.refuse('amount_invalid');
  const reference = fields.optionalText('reference', { max: MAX_REFERENCE });
  if (isCurrent && !reference) fields.refuse('reference_invalid');
  if (isCurrent) readChannel(fields, account);
  const device = isCurrent ? readDevice(fields.group('processing')) : { terminal: 'WEB' as const, os: undefined };
  checkOptionalFields(fields);
  const request = {
    sourceType,
    amount,
    currency,
    reference,
    ...device,
    successUrl: fields.optionalUrl('success_url', 1024),
    failureUrl: fields.optionalUrl('failure_url', 1024),
    description: fields.optionalText('description', { max: 100 }),
    customerId: fields.group('customer').optionalText('id', { pattern: /^cus_\w{26}$/ }, 'customer_id'),
    metadata: readMetadata(fields),
  };
  fields.verify();
  checkSupport(request, account);
  return request;
}

function readChannel(fields: Fields, { processingChannelId }: Account): void {
  const channel = fields.text('processing_channel_id', { pattern: /^pc_\w{26}$/ });
  if (channel && channel !== processingChannelId) fields.refuse('processing_channel_id_invalid');
}

function readDevice(processing: Fields): Pick<PaymentRequest, 'terminal' | 'os'> {
  const terminal = processing.oneOf('terminal_type', TERMINALS) ?? 'WEB';
  const needsOs = terminal !== 'WEB' || processing.has('os_type');
  return { terminal, os: needsOs ? processing.oneOf('os_type', ['ANDROID', 'IOS']) : undefined };
}

function checkOptionalFields(fields: Fields): void {
  // Alipay captures by itself: there is nothing to hold back.
  if (fields.has('capture') && fields.raw('capture') !== true) fields.refuse('capture_invalid');
  if (fields.has('payment_type')) fields.oneOf('payment_type', ['Regular']);
  const customer = fields.group('customer');
  customer.optionalText('email', { pattern: /^\S+@\S+$/ }, 'customer_email');
  customer.optionalText('name', {}, 'customer_name');
  const address = fields.group('shipping').group('address');
  address.optionalText('country', { pattern: /^[A-Z]{2}$/ }, 'address_country');
  for (const item of fields.list('items')) {
    item.text('name', {}, 'item_name');
    item.integer('quantity', 1, MAX_AMOUNT);
    item.integer('unit_price', 0, MAX_AMOUNT);
    item.optionalText('reference', {}, 'item_reference');
  }
}

/** At most 20 keys, each with a string or a number of at most 255 characters. */
export function readMetadata(fields: Fields): Metadata {
  const metadata = fields.raw('metadata') ?? {};
  const isObject = typeof metadata === 'object' && !Array.isArray(metadata);
  const values = isObject ? Object.values(metadata) : [];
  const areFit = values.every((value) => ['string', 'number'].includes(typeof value) && String(value).length <= 255);
  if (!isObject || values.length > 20 || !areFit) fields.refuse('metadata_invalid');
  return metadata as Metadata;
}

function checkSupport({ sourceType, currency }: PaymentRequest, { platform, behaviour }: Account): void {
  const wallets = CURRENCIES[platform];
  if (!Object.hasOwn(wallets, sourceType)) throw new Refusal(422, ['payment_method_not_supported']);
  if (behaviour === 'not_onboarded') throw new Refusal(422, ['payee_not_onboarded']);
  if (!wallets[sourceType]?.includes(currency)) throw new Refusal(422, ['apm_currency_not_supported']);
}
