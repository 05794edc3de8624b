import { checkOrder, checkRegions, readNotifyUrl, readTerminal, type Terminal } from './common-fields.ts';
import type { Fields } from './fields.ts';
import { type Money, readMoney } from './money.ts';
import { Refusal, type ResultCode } from './results.ts';
import { canPayOn, type DisableReason, disableReason, findWallet } from './wallets.ts';

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
  readonly settlementCurrency: string;
}

const MAX_EXPIRY_MS = 600_000;
const ISO_8601 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;

/** Reads the body of a `pay` call. Antom docs, pay (Cashier Payment). @throws {Refusal} */
export function readPayRequest(pay: Fields): PayRequest {
  pay.oneOf('productCode', ['CASHIER_PAYMENT']);
  const paymentRequestId = pay.text('paymentRequestId', 64, /^[A-Za-z0-9_-]+$/);
  const order = pay.group('order');
  readMoney(order.group('orderAmount'));
  checkOrder(order);
  checkRegions(pay);
  const amount = readMoney(pay.group('paymentAmount'));
  const method = pay.group('paymentMethod');
  const terminal = readTerminal(pay);
  if (terminal === 'MINI_APP') pay.text('appId', 32);
  else pay.optionalText('appId', 32);
  return {
    paymentRequestId,
    amount,
    settlementCurrency: pay.group('settlementStrategy').text('settlementCurrency', 3, /^[A-Z]{3}$/),
    paymentMethodId: method.optionalText('paymentMethodId', 128),
    terminal,
    orderId: order.text('referenceOrderId', 64),
    description: order.text('orderDescription', 256),
    redirectUrl: readRedirectUrl(pay, terminal),
    notifyUrl: readNotifyUrl(pay, 'paymentNotifyUrl', 2048),
    expiresAtMs: readExpiry(pay),
    // Asked last: a request that is malformed is told so, whatever wallet it names.
    wallet: readWallet(method, amount, terminal),
  };
}

function readWallet(method: Fields, amount: Money, terminal: Terminal): string {
  const type = method.text('paymentMethodType', 64);
  const wallet = findWallet(type);
  if (!wallet) throw new Refusal('NO_PAY_OPTIONS', `This sandbox does not play ${type}.`);
  if (!canPayOn(wallet, terminal)) throw new Refusal('NO_PAY_OPTIONS', `${type} is not for ${terminal}.`);
  const reason = disableReason(wallet, amount);
  if (reason) throw new Refusal(REFUSALS[reason], `${type}: ${reason}.`);
  return type;
}

/** What `pay` answers where `consult` would have said why a wallet is not enabled. */
const REFUSALS: Readonly<Record<DisableReason, ResultCode>> = {
  SERVICE_DEGRADE: 'NO_PAY_OPTIONS',
  CHANNEL_NOT_SUPPORT_CURRENCY: 'CURRENCY_NOT_SUPPORT',
  EXCEED_CHANNEL_LIMIT_RULE: 'PAYMENT_AMOUNT_EXCEED_LIMIT',
};

function readRedirectUrl(pay: Fields, terminal: Terminal): string {
  const value = pay.text('paymentRedirectUrl', 2048);
  const protocol = URL.parse(value)?.protocol ?? '';
  const inBrowser = terminal === 'WEB' || terminal === 'WAP';
  const allowed = inBrowser ? /^https?:$/ : /^(?!javascript:|data:|vbscript:|file:|blob:)[a-z]/;
  if (!allowed.test(protocol)) throw pay.illegal('paymentRedirectUrl', 'must be an address to go back to');
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
