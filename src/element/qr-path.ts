import type { SVGTemplateResult } from 'lit';
import type { Level } from 'qrcode/lib/core/error-correction-level.js';
import { create } from 'qrcode/lib/core/qrcode.js';

/** A QR code as one SVG path in a square of `size` modules, without its quiet zone. */
export interface QrPath {
  readonly size: number;
  readonly path: string;
  /** Lies on the middle of it. */
  readonly mark?: SVGTemplateResult;
}

/** What a page may want of its codes. Other values of the correction mean M. */
export interface CodeOptions {
  readonly qrErrorCorrection: 'L' | 'M' | 'Q' | 'H';
  readonly qrMark: boolean;
}

/** The squares of a QR code, row by row; what is not zero is dark. */
export interface Modules {
  readonly size: number;
  readonly data: ArrayLike<number>;
}

/**
 * Encodes a text, by default at error correction M. Throws where it is longer than a QR code can hold (2,331 bytes at M).
 */
export function encode(text: string, level?: Level): QrPath {
  // As bytes, as it stands: the one mode that every reader takes for UTF-8, and the only one in the bundle for script tags.
  const bytes = { data: new TextEncoder().encode(text), mode: 'byte' } as const;
  const { modules } = create([bytes], { errorCorrectionLevel: level });
  return { size: modules.size, path: toPath(modules) };
}

/** Draws each run of dark modules in a row as one rectangle: a third of the text that one square a module takes. */
export function toPath({ size, data }: Modules): string {
  let path = '';
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const start = x;
      while (x < size && data[y * size + x]) x++;
      if (x > start) path += `M${start} ${y}h${x - start}v1h${start - x}z`;
    }
  }
  return path;
}
