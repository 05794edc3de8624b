import type { Amount } from '../../../protocol/payment.ts';
import { type CurrencyRule, GatewayError, refuseAmount, rescale } from '../../gateway.ts';
import type { WireAmount } from './messages/common.ts';

const BY_EXPONENT: Readonly<Record<number, string>> = {
  0: 'CLP JPY KRW VND',
  2: 'AUD BDT BRL CAD CNY EUR GBP HKD IDR MXN MYR NZD PEN PHP PKR PLN SGD THB TWD USD',
  3: 'BHD',
  4: 'CLF UYW',
};

/** How Alipay counts each currency, which is not ISO 4217 throughout. Source: Alipay's global SDKs, amount checks. */
export const CURRENCIES: Readonly<Record<string, CurrencyRule>> = Object.fromEntries(
  Object.entries(BY_EXPONENT).flatMap(([exponent, codes]) =>
    codes.split(' ').map((currency) => [currency, ruleOf(currency, Number(exponent))]),
  ),
);

/**
 * An amount as Alipay counts it.
 *
 * @throws {GatewayError} `rejected` where Alipay cannot take it; nothing has been sent then.
 */
export function toWireAmount(amount: Amount): WireAmount {
  const { currency, value, exponent } = amount;
  const refusal = refuseAmount({ currencies: CURRENCIES }, amount);
  if (refusal) {
    const message = `Alipay cannot take ${value} ${currency} with ${exponent} decimals: ${refusal}`;
    throw new GatewayError('rejected', message, { reason: 'gateway_error' });
  }
  return { currency, value: String(rescale(value, exponent, CURRENCIES[currency]!.exponent)) };
}

/** An amount of Alipay's, or undefined where it is missing or we cannot say exactly how much it is. */
export function fromWireAmount(amount: WireAmount | undefined): Amount | undefined {
  const rule = amount && ruleFor(amount.currency);
  if (!rule || !/^\d{1,16}$/.test(amount.value)) return undefined;
  const value = Number(amount.value);
  return Number.isSafeInteger(value) ? { currency: amount.currency, value, exponent: rule.exponent } : undefined;
}

function ruleFor(currency: string): CurrencyRule | undefined {
  return Object.hasOwn(CURRENCIES, currency) ? CURRENCIES[currency] : undefined;
}

function ruleOf(currency: string, exponent: number): CurrencyRule {
  // Alipay takes 16 digits, which is a little more than a number holds exactly.
  const rule = { exponent, minimum: 1, maximum: Number.MAX_SAFE_INTEGER };
  // Rupiah have two decimals on the wire, and must be whole.
  return currency === 'IDR' ? { ...rule, minimum: 100, step: 100 } : rule;
}
