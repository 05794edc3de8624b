import type { QrPath } from './qr-path.ts';

/** Modules of white around a code (ISO/IEC 18004), and pixels for each module: readers want some of both. */
const QUIET = 4;
const PIXELS = 12;

/**
 * Lets the shopper keep a code as a picture, for the wallet to scan from the photos. Needs a user gesture. It is shared
 * where files can be, since that is what leads to the photos; a download leads to the files. Not by an `<img>` to press:
 * a shop's policy may allow no picture that is not its own.
 */
export async function saveCode(code: QrPath): Promise<void> {
  const blob = await toPicture(code);
  if (!blob) return;
  const file = new File([blob], 'alipay.png', { type: blob.type });
  if (navigator.canShare?.({ files: [file] })) {
    // Whoever closes the sheet has changed their mind.
    await navigator.share({ files: [file] }).catch(() => {});
    return;
  }
  const href = URL.createObjectURL(file);
  Object.assign(document.createElement('a'), { href, download: file.name }).click();
  // Some browsers read it only after the click.
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
}

function toPicture({ size, path }: QrPath): Promise<Blob | null> {
  const side = (size + 2 * QUIET) * PIXELS;
  const canvas = Object.assign(document.createElement('canvas'), { width: side, height: side });
  const context = canvas.getContext('2d')!;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, side, side);
  context.scale(PIXELS, PIXELS);
  context.translate(QUIET, QUIET);
  context.fillStyle = '#000';
  context.fill(new Path2D(path));
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}
