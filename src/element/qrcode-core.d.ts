// The package's types describe its whole entry; this is its encoder alone, without canvas, PNG and terminal output.
declare module 'qrcode/lib/core/qrcode.js' {
  import type { Level } from 'qrcode/lib/core/error-correction-level.js';

  export function create(
    segments: readonly { data: Uint8Array; mode: 'byte' }[],
    options: { errorCorrectionLevel: Level | 'L' | 'M' | 'Q' | 'H' | undefined },
  ): { modules: { size: number; data: Uint8Array } };
}

declare module 'qrcode/lib/core/error-correction-level.js' {
  export interface Level {
    readonly bit: number;
  }
  export const L: Level;
  export const Q: Level;
  export const H: Level;
}
