import type { Amount } from '../../../protocol/payment.ts';
import { type CurrencyRule, refuseAmount, rescale } from '../../gateway.ts';

const WHOLE = new Set('BIF DJF GNF ISK JPY KMF KRW PYG RWF UGX VUV VND XAF XOF XPF'.split(' '));
const THOUSANDTHS = new Set('BHD IQD JOD KWD LYD OMR TND'.split(' '));

/** Checkout.com takes amounts of at most nine digits. */
const MAXIMUM = 999_999_999;

/**
 * How Checkout.com counts a currency, which is not ISO 4217 throughout: everything that its table does not name has
 * hundredths, CLP too. Source: Checkout.com docs, "Format the amount value".
 */
export function ruleFor(currency: string): CurrencyRule {
  if (WHOLE.has(currency)) return { exponent: 0, minimum: 1, maximum: MAXIMUM };
  // Thousandths must end in 0.
  if (THOUSANDTHS.has(currency)) return { exponent: 3, minimum: 10, maximum: MAXIMUM, step: 10 };
  return { exponent: 2, minimum: 1, maximum: MAXIMUM };
}

/** An amount as Checkout.com counts it, or null where it cannot be asked for. */
export function toWireValue(amount: Amount): number | null {
  const { currency, value, exponent } = amount;
  const rule = ruleFor(currency);
  return refuseAmount({ currencies: { [currency]: rule } }, amount) ? null : rescale(value, exponent, rule.exponent);
}

/** An amount of Checkout.com's, or undefined where it is missing or we cannot say exactly how much it is. */
export function fromWireValue(value: number | undefined, currency: string | undefined): Amount | undefined {
  if (value === undefined || !/^[A-Z]{3}$/.test(currency ?? '')) return undefined;
  return currency === undefined ? undefined : { currency, value, exponent: ruleFor(currency).exponent };
}
