import { toDecimal } from '../protocol/amount.ts';
import type { Amount } from '../protocol/payment.ts';

/** An amount as a shopper reads it: the figure in the customs of the locale, and the ISO code that makes `$` plain. */
export interface FormattedAmount {
  readonly figure: string;
  /** Empty where the figure itself already carries the code. */
  readonly code: string;
}

/**
 * Writes an amount out. The decimals are the contract's exponent, never the browser's idea of the currency, and the
 * digits go in as text, so that no figure is rounded. Latin digits in every engine: Arabic ones differ between them.
 */
export function formatAmount({ currency, value, exponent }: Amount, locale: string): FormattedAmount {
  const figure = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: exponent,
    maximumFractionDigits: exponent,
    numberingSystem: 'latn',
  }).format(toDecimal({ value, exponent }) as `${number}`);
  return { figure, code: figure.includes(currency) ? '' : currency };
}

/** Time left as `12:04`. Rounded up, so that `0:00` means that it is over. */
export function formatRemaining(remainingMs: number): string {
  const seconds = Math.ceil(remainingMs / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
