import { createRandom } from '../faults/random.ts';
import type { CodeOptions } from '../../src/element/qr-path.ts';
import { themes } from '../a11y/themes.ts';

/** One picture of a code: what is in it, what it is shown on, and what happens to the picture before it is read. */
export interface Shot extends CodeOptions {
  readonly text: string;
  readonly theme: string;
  readonly forcedColors: boolean;
  /** What the shopper has zoomed the page to. */
  readonly zoom: number;
  /** Device pixels to a CSS pixel, before the zoom. */
  readonly pixelRatio: number;
  /** Out of focus by so many device pixels. */
  readonly blur: number;
  /** Quality of JPEG, from 0 to 1, or null where the picture stays as it is. */
  readonly jpeg: number | null;
}

const ZOOMS = [0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3, 4];
const PIXEL_RATIOS = [1, 1.25, 1.5, 2, 2.625, 3];
const QUALITIES = [null, 0.8, 0.5];

/** Characters that an address may have. */
const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.~%&=?/';

/** As many shots as are asked for, the same ones for the same seed; those that share a window after one another. */
export function chooseShots(count: number, seed: string): readonly Shot[] {
  const random = createRandom(seed);
  const one = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)]!;
  const addressOf = (length: number) =>
    `https://qr.example/${Array.from({ length }, () => one([...LETTERS])).join('')}`;
  const shots = Array.from({ length: count }, () => ({
    // From Alipay's own short codes to addresses with a token in them.
    text: addressOf(10 + Math.floor(random() * 150)),
    theme: one(Object.keys(themes)),
    forcedColors: random() < 0.2,
    zoom: one(ZOOMS),
    pixelRatio: one(PIXEL_RATIOS),
    blur: one([0, 0, 0.5, 0.8]),
    jpeg: one(QUALITIES),
  }));
  const wish = createRandom(`${seed}, what pages want`);
  return shots
    .map((shot) => ({
      ...shot,
      qrErrorCorrection: (['L', 'M', 'Q', 'H'] as const)[Math.floor(wish() * 4)]!,
      qrMark: wish() < 0.4,
    }))
    .sort((a, b) => windowOf(a).localeCompare(windowOf(b)));
}

const windowOf = ({ zoom, pixelRatio, theme }: Shot): string => [zoom, pixelRatio, theme].join();
