import { Fields } from './fields.ts';
import { type Money, readMoney } from './money.ts';
import { Refusal } from './results.ts';

export const TERMINALS = ['WEB', 'WAP', 'APP', 'MINI_APP'] as const;

export type Terminal = (typeof TERMINALS)[number];

/** What the sandbox keeps of a `pay` call. */
export interface PayRequest {
  readonly paymentRequestId: string;
  readonly amount: Money;
  readonly wallet: string;
  readonly paymentMethodId: string | undefined;
  readonly terminal: Terminal;
  readonly orderId: string;
  readonly description: string;
  readonly redirectUrl: string;
  readonly notifyUrl: string | undefined;
  readonly expiresAtMs: number | undefined;
}

/** The wallets that this sandbox plays. */
const WALLETS = 'ALIPAY_CN ALIPAY_HK CONNECT_WALLET GCASH TNG DANA TRUEMONEY KAKAOPAY NAVERPAY BPI'.split(' ');

const MAX_EXPIRY_MS = 600_000;
const ISO_8601 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;
const TWO_LETTERS = /^[A-Z]{2}$/;

/** Reads the body of a `pay` call. Antom docs, pay (Cashier Payment). @throws {Refusal} */
export function readPayRequest(body: unknown): PayRequest {
  const pay = new Fields(body);
  pay.oneOf('productCode', ['CASHIER_PAYMENT']);
  const paymentRequestId = pay.text('paymentRequestId', 64, /^[A-Za-z0-9_-]+$/);
  const order = pay.group('order');
  readMoney(order.group('orderAmount'));
  const amount = readMoney(pay.group('paymentAmount'));
  const method = pay.group('paymentMethod');
  pay.group('settlementStrategy').text('settlementCurrency', 3, /^[A-Z]{3}$/);
  const terminal = readTerminal(pay);
  checkOptionalFields(pay, order);
  return {
    paymentRequestId,
    amount,
    wallet: readWallet(method),
    paymentMethodId: method.optionalText('paymentMethodId', 128),
    terminal,
    orderId: order.text('referenceOrderId', 64),
    description: order.text('orderDescription', 256),
    redirectUrl: readRedirectUrl(pay, terminal),
    notifyUrl: readNotifyUrl(pay),
    expiresAtMs: readExpiry(pay),
  };
}

function readTerminal(pay: Fields): Terminal {
  const env = pay.group('env');
  const terminal = env.oneOf('terminalType', TERMINALS);
  if (env.optionalText('osType', 64) !== undefined) env.oneOf('osType', ['IOS', 'ANDROID']);
  env.optionalText('deviceTokenId', 64);
  if (terminal === 'MINI_APP') pay.text('appId', 32);
  return terminal;
}

function checkOptionalFields(pay: Fields, order: Fields): void {
  for (const region of ['merchantRegion', 'userRegion']) pay.optionalText(region, 2, TWO_LETTERS);
  for (const id of ['appId', 'merchantAccountId']) pay.optionalText(id, 32);
  const buyer = order.optionalGroup('buyer');
  buyer?.optionalText('referenceBuyerId', 64);
  buyer?.optionalText('buyerEmail', 64);
  buyer?.optionalText('buyerPhoneNo', 24);
}

function readWallet(method: Fields): string {
  const wallet = method.text('paymentMethodType', 64);
  if (!WALLETS.includes(wallet)) throw new Refusal('NO_PAY_OPTIONS', `This sandbox does not play ${wallet}.`);
  return wallet;
}

function readRedirectUrl(pay: Fields, terminal: Terminal): string {
  const value = pay.text('paymentRedirectUrl', 2048);
  const protocol = URL.parse(value)?.protocol ?? '';
  const inBrowser = terminal === 'WEB' || terminal === 'WAP';
  const allowed = inBrowser ? /^https?:$/ : /^(?!javascript:|data:|vbscript:|file:|blob:)[a-z]/;
  if (!allowed.test(protocol)) throw pay.illegal('paymentRedirectUrl', 'must be an address to go back to');
  return value;
}

function readNotifyUrl(pay: Fields): string | undefined {
  const value = pay.optionalText('paymentNotifyUrl', 2048);
  if (value !== undefined && !/^https?:$/.test(URL.parse(value)?.protocol ?? '')) {
    throw pay.illegal('paymentNotifyUrl', 'must be an http address');
  }
  return value;
}

function readExpiry(pay: Fields): number | undefined {
  const value = pay.optionalText('paymentExpiryTime', 64, ISO_8601);
  return value === undefined ? undefined : Date.parse(value);
}

/**
 * Less than ten minutes ahead where it is given: ten to fourteen can be had only by leaving it out. Asked of a new
 * payment only, since a request that is repeated carries the time of the first.
 */
export function checkExpiry({ expiresAtMs }: PayRequest, nowMs: number): void {
  if (expiresAtMs === undefined || (expiresAtMs > nowMs && expiresAtMs < nowMs + MAX_EXPIRY_MS)) return;
  throw new Refusal('PARAM_ILLEGAL', 'paymentExpiryTime must lie less than 10 minutes ahead.');
}
