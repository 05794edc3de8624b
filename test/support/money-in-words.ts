import { formatAmount } from '../../src/element/format.ts';
import { CURRENCIES } from './currencies.ts';

/** From nothing to what no double holds exactly. */
const VALUES = [0, 5, 1234, 1_234_567_890, Number.MAX_SAFE_INTEGER];

/** Amounts that a locale does not write as the contract has them, each as a line; all are looked at. */
export function wrongAmounts(locale: string): string[] {
  return CURRENCIES.flatMap(({ currency, exponent }) =>
    VALUES.flatMap((value) => {
      const { figure, code } = formatAmount({ currency, value, exponent }, locale);
      const [whole, fraction] = partsOf(figure, exponent);
      const digits = String(value).padStart(exponent + 1, '0');
      const isRight =
        whole + fraction === digits && fraction.length === exponent && (code || figure).includes(currency);
      return isRight ? [] : [`${locale}: ${value} × 10^-${exponent} ${currency} reads ${figure} ${code}`];
    }),
  );
}

/** The Latin digits before and after the decimal sign: before alone, where none is due. */
function partsOf(figure: string, exponent: number): [whole: string, fraction: string] {
  const number = /[0-9](?:.*[0-9])?/su.exec(figure)?.[0] ?? '';
  const [, whole, fraction] = (exponent > 0 && /^(.*[0-9])[.,]([0-9]*)$/su.exec(number)) || [null, number, ''];
  return [whole.replace(/[^0-9]/gu, ''), fraction];
}
