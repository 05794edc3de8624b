import type { Amount } from '../../../protocol/payment.ts';
import { type CurrencyRule, rescale } from '../../gateway.ts';
import type { Transaction } from './messages.ts';

/** Source: Trust Payments help, "Alipay". Renminbi is not among them. */
const TWO_DECIMALS = 'AUD CAD CHF DKK EUR GBP HKD NOK NZD SEK SGD THB USD';

/** The currencies whose base units the documents do not name. */
export const WHOLE_CURRENCIES = ['JPY', 'KRW'] as const;

export type Currencies = Readonly<Record<string, CurrencyRule>>;

/** How Trust Payments counts each currency: at most 13 digits, and more than nothing. */
export function createCurrencies(zeroDecimalCurrencies: readonly string[]): Currencies {
  const ruleOf = (exponent: number): CurrencyRule => ({ exponent, minimum: 1, maximum: 9_999_999_999_999 });
  return Object.fromEntries([
    ...TWO_DECIMALS.split(' ').map((currency) => [currency, ruleOf(2)] as const),
    ...zeroDecimalCurrencies.map((currency) => [currency, ruleOf(0)] as const),
  ]);
}

/** An amount in base units, or null where Trust Payments cannot count it. */
export function toBaseAmount(currencies: Currencies, { currency, value, exponent }: Amount): string | null {
  const rule = ruleFor(currencies, currency);
  const scaled = rule ? rescale(value, exponent, rule.exponent) : null;
  return rule && scaled !== null && scaled >= rule.minimum && scaled <= rule.maximum ? String(scaled) : null;
}

/** An amount of Trust Payments', or undefined where it is missing or we cannot say exactly how much it is. */
export function fromBaseAmount(
  currencies: Currencies,
  { baseamount = '', currencyiso3a: currency = '' }: Transaction,
): Amount | undefined {
  const rule = ruleFor(currencies, currency);
  return rule && /^\d{1,13}$/.test(baseamount)
    ? { currency, value: Number(baseamount), exponent: rule.exponent }
    : undefined;
}

function ruleFor(currencies: Currencies, currency: string): CurrencyRule | undefined {
  return Object.hasOwn(currencies, currency) ? currencies[currency] : undefined;
}
