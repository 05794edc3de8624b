import { createRandom } from '../faults/random.ts';
import type { CodeOptions } from '../../src/element/qr-path.ts';
import { themes } from '../a11y/themes.ts';

/** One picture of a code: what is in it, what it is shown on, and what happens to the picture before it is read. */
export interface Shot extends CodeOptions {
  readonly text: string;
  readonly theme: string;
  readonly forcedColors: boolean;
  /** Of the column that the checkout stands in, in CSS pixels, if the window is as wide. */
  readonly column: number;
  /** `--alipay-checkout-qr-size`, or null where the page leaves it alone. */
  readonly qrSize: string | null;
  /** What the shopper has zoomed the page to. */
  readonly zoom: number;
  /** Device pixels to a CSS pixel, before the zoom. */
  readonly pixelRatio: number;
  /** Out of focus by so many device pixels: the standard deviation of a Gaussian. */
  readonly blur: number;
  /** Quality of JPEG, from 0 to 1, or null where the picture stays as it is. */
  readonly jpeg: number | null;
}

const ZOOMS = [0.5, 0.67, 0.75, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 3, 4];
const PIXEL_RATIOS = [1, 1.25, 1.5, 1.75, 2, 2.625, 3];
const BLURS = [0, 0, 0.5, 0.8];
const QUALITIES = [null, 0.9, 0.7, 0.5];
/** The narrowest that the checkout is made for, a phone's, its own widest, and one where the code is beside the words. */
const COLUMNS = [240, 320, 400, 640];
const SIZES = [null, null, '280px'];
const LEVELS = ['L', 'M', 'Q', 'H'] as const;

/**
 * What addresses begin with, and how long they are: Alipay's order code, the wallets' page that holds such a code, and
 * pages with a token in their address.
 */
const ADDRESSES: readonly (readonly [start: string, shortest: number, longest: number])[] = [
  ['https://qr.alipay.com/', 30, 60],
  ['https://global.alipay.com/28', 46, 70],
  ['https://open-sea.alipayplus.com/api/open/v1/ac/cashier/self/codevalue/checkout.htm?codeValue=28', 110, 130],
  ['https://cashier.example/checkout.htm?codeValue=https%3A%2F%2Fglobal.alipay.com%2F28', 120, 200],
  ['https://pay.example/alipay?token=', 200, 330],
];
/** Characters that an address may have. */
const LETTERS = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.~%&=?/'];

/**
 * A module has to be so many times as wide as the blur, and no narrower than so many device pixels. Below the first its
 * light is spread over its neighbours: with 2.3 pixels to a module and a blur of 0.8 neither reader read a single code,
 * whatever its length, correction and edges; with three both read all.
 */
const LEAST_OF_BLUR = 3.7;
const LEAST_DEVICE_PIXELS = 1.7;

/** As many shots as are asked for, the same ones for the same seed; those that share a window after one another. */
export function chooseShots(count: number, seed: string): readonly Shot[] {
  const random = createRandom(seed);
  const one = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)]!;
  const address = (): string => {
    const [start, shortest, longest] = one(ADDRESSES);
    const length = shortest + Math.floor(random() * (longest - shortest + 1)) - start.length;
    return start + Array.from({ length }, () => one(LETTERS)).join('');
  };
  return Array.from({ length: count }, () => {
    const theme = one(Object.keys(themes));
    return {
      text: address(),
      theme,
      forcedColors: themes[theme]!.forced === true || random() < 0.1,
      column: one(COLUMNS),
      qrSize: one(SIZES),
      zoom: one(ZOOMS),
      pixelRatio: one(PIXEL_RATIOS),
      blur: one(BLURS),
      jpeg: one(QUALITIES),
      qrErrorCorrection: one(LEVELS),
      qrMark: random() < 0.4,
    };
  }).sort((a, b) => windowOf(a).localeCompare(windowOf(b)));
}

/** False where no reader could tell the modules of a code apart: they are so many device pixels wide. */
export const canBeRead = ({ blur }: Shot, modulePx: number): boolean =>
  modulePx >= Math.max(LEAST_DEVICE_PIXELS, LEAST_OF_BLUR * blur);

const windowOf = ({ zoom, pixelRatio, theme }: Shot): string => [zoom, pixelRatio, theme].join();
