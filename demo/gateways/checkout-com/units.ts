/** Checkout.com docs, Format the amount value: not ISO 4217 everywhere, as with ISK and UGX. */
const DECIMALS: Readonly<Record<string, number>> = {
  ...decimals(0, 'BIF DJF GNF ISK JPY KMF KRW PYG RWF UGX VUV VND XAF XOF XPF'),
  ...decimals(3, 'BHD IQD JOD KWD LYD OMR TND'),
};

function decimals(count: number, currencies: string): Record<string, number> {
  return Object.fromEntries(currencies.split(' ').map((currency) => [currency, count]));
}

export function decimalsOf(currency: string): number {
  return DECIMALS[currency] ?? 2;
}
