import { decimalsOf, type Money } from './money.ts';

/** What one unit of each currency is worth in yuan. Fixed, and no document's: only so that conversions are plausible. */
const YUAN_PER_UNIT: Readonly<Record<string, number>> = {
  AUD: 4.74,
  BDT: 0.06,
  BHD: 19.2,
  BRL: 1.34,
  CAD: 5.2,
  CLF: 285,
  CLP: 0.0076,
  CNY: 1,
  EUR: 8.4,
  GBP: 9.64,
  HKD: 0.93,
  IDR: 0.00045,
  JPY: 0.048,
  KRW: 0.0052,
  MXN: 0.39,
  MYR: 1.72,
  NZD: 4.22,
  PEN: 2.11,
  PHP: 0.125,
  PKR: 0.026,
  PLN: 1.98,
  SGD: 5.59,
  THB: 0.22,
  TWD: 0.23,
  USD: 7.239,
  UYW: 1.05,
  VND: 0.00028,
};

/** The same money in yuan, counted in fen. */
export function toYuan({ currency, value }: Money): Money {
  const units = Number(value) / 10 ** decimalsOf(currency);
  return { currency: 'CNY', value: String(Math.round(units * rateOf(currency) * 100)) };
}

/** So many yuan in another currency, rounded down to its smallest unit. */
export function fromYuan(yuan: number, currency: string): Money {
  return { currency, value: String(Math.floor((yuan / rateOf(currency)) * 10 ** decimalsOf(currency))) };
}

function rateOf(currency: string): number {
  return YUAN_PER_UNIT[currency] ?? 1;
}
