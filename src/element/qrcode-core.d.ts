// The package's types describe its whole entry; this is its encoder alone, without canvas, PNG and terminal output.
declare module 'qrcode/lib/core/qrcode.js' {
  export function create(
    segments: readonly { data: Uint8Array; mode: 'byte' }[],
    options: { errorCorrectionLevel: 'L' | 'M' | 'Q' | 'H' },
  ): { modules: { size: number; data: Uint8Array } };
}
