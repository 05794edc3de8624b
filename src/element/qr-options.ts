import { svg, type SVGTemplateResult } from 'lit';
import { H, L, type Level, Q } from 'qrcode/lib/core/error-correction-level.js';
import type { CodeOptions, encode, QrPath } from './qr-path.ts';

const LEVELS = new Map(Object.entries({ Q, H }));

/** Modules in a row: with more of them each has less than 3.5 pixels of the 232 that a code has. */
const LARGEST = 57;
/** From version 7 on there is a pattern in the middle that readers look for. */
const LARGEST_WITH_MARK = 41;

/**
 * An encoder for pages that want another correction than the usual, or a mark. A text that is too long for what they want
 * gets the usual code, or that with the least correction if they want no more: to be scanned is what it is for.
 */
export const encoderWith =
  (encodeAsUsual: typeof encode, options: CodeOptions) =>
  (text: string): QrPath => {
    for (const level of levelsOf(options)) {
      try {
        const code = encodeAsUsual(text, level);
        if (!options.qrMark && code.size <= LARGEST) return code;
        if (options.qrMark && code.size <= LARGEST_WITH_MARK) return { ...code, mark: draw(code.size) };
      } catch {
        // Longer than any code of that level.
      }
    }
    return encodeAsUsual(text, options.qrErrorCorrection === 'L' ? L : undefined);
  };

/** What to try, one after another. What a mark hides has to be corrected, and dirt beside it: Q corrects a quarter. */
function levelsOf({ qrErrorCorrection, qrMark }: CodeOptions): readonly Level[] {
  if (qrMark) return qrErrorCorrection === 'H' ? [H, Q] : [Q];
  const level = LEVELS.get(qrErrorCorrection);
  return level ? [level] : [];
}

/** A purse on a white square, a fifth of the code wide at most, on the edges of modules: none is to be half hidden. */
function draw(size: number): SVGTemplateResult {
  const fifth = Math.floor(size / 5);
  const side = fifth - 1 + (fifth % 2);
  const start = (size - side) / 2;
  return svg`<g
    part="qr-mark"
    transform="translate(${start} ${start}) scale(${side / 34})"
    shape-rendering="geometricPrecision"
  >
    <rect width="34" height="34" fill="#fff" />
    <rect x="3" y="3" width="28" height="28" rx="8" />
    <path d="M10 12h14v11H10zM20 17.500h4" fill="none" stroke="#fff" stroke-width="2" stroke-linejoin="round" />
  </g>`;
}
