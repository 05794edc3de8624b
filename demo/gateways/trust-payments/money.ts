/** Currencies that Alipay takes at Trust Payments, and how many decimals each has. Trust Payments help, Alipay. */
const DECIMALS: Readonly<Record<string, number>> = {
  ...Object.fromEntries('AUD CAD CHF DKK EUR GBP HKD NOK NZD SEK SGD THB USD'.split(' ').map((one) => [one, 2])),
  JPY: 0,
  KRW: 0,
};

export function isSupported(currency: string): boolean {
  return Object.hasOwn(DECIMALS, currency);
}

export function decimalsOf(currency: string): number {
  return DECIMALS[currency] ?? 0;
}

/** The major form, `10.50`, which only notifications have. */
export function mainAmount(baseAmount: string, currency: string): string {
  const decimals = decimalsOf(currency);
  if (decimals === 0) return baseAmount;
  const digits = baseAmount.padStart(decimals + 1, '0');
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
