import type { Fields } from './fields.ts';
import { Refusal } from './results.ts';

/** `value` is a string of digits: an integer in the smallest unit. */
export interface Money {
  readonly currency: string;
  readonly value: string;
}

/** Decimals of each currency on the wire: the table of Antom's SDKs. */
const DECIMALS: Readonly<Record<string, number>> = {
  ...decimals(0, 'JPY KRW VND CLP'),
  ...decimals(2, 'AUD BDT BRL CAD CNY EUR GBP HKD IDR MXN MYR NZD PEN PHP PKR PLN SGD THB TWD USD'),
  ...decimals(3, 'BHD'),
  ...decimals(4, 'CLF UYW'),
};

function decimals(count: number, currencies: string): Record<string, number> {
  return Object.fromEntries(currencies.split(' ').map((currency) => [currency, count]));
}

/** Reads an amount of a request. @throws {Refusal} */
export function readMoney(fields: Fields): Money {
  const currency = fields.text('currency', 3, /^[A-Z]{3}$/);
  const value = fields.text('value', 16, /^\d+$/);
  if (BigInt(value) === 0n) throw fields.illegal('value', 'must be more than 0');
  if (!Object.hasOwn(DECIMALS, currency)) throw new Refusal('CURRENCY_NOT_SUPPORT', currency);
  // Rupiah have two decimals on the wire, and yet there is no less than a whole one.
  if (currency === 'IDR' && !value.endsWith('00')) throw fields.illegal('value', 'must be whole rupiah');
  return { currency, value };
}

/** Every currency that this API knows. */
export const CURRENCIES = Object.keys(DECIMALS);

export function decimalsOf(currency: string): number {
  return DECIMALS[currency] ?? 0;
}
