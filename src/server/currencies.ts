// ISO 4217, list one: the currencies that do not have two decimals.
const EXPONENTS: Readonly<Record<number, string>> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
};

const exponents = new Map(
  Object.entries(EXPONENTS).flatMap(([exponent, codes]) => codes.split(' ').map((code) => [code, Number(exponent)])),
);

/** How many decimals the minor units of a currency are, by ISO 4217. */
export function isoExponent(currency: string): number {
  return exponents.get(currency) ?? 2;
}
