import type { Amount } from './payment.ts';

/** An amount as a decimal number in text, exact at any size: `{value: 2000, exponent: 2}` is `20.00`. */
export function toDecimal({ value, exponent }: Pick<Amount, 'value' | 'exponent'>): string {
  if (exponent === 0) return String(value);
  const digits = String(value).padStart(exponent + 1, '0');
  return `${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}
