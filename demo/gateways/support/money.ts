/** `value` counts the smallest unit, as this gateway writes it: as a number or as text. */
export interface Money {
  readonly currency: string;
  readonly value: number | string;
}

/** An amount for people: `$13.14`. */
export function formatMoney({ currency, value }: Money, decimals: number): string {
  const format = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  // As text with an exponent, which `Intl` reads exactly at any size.
  return format.format(`${value}E-${decimals}` as `${number}`);
}
