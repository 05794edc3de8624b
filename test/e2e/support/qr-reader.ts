import jsqr from 'jsqr';
import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';

// A CommonJS module that its types describe as an ES one: Node finds the function one step further in.
const { default: readCode } = jsqr as unknown as { default: typeof jsqr };

/** What a reader that shares no code with us finds on a picture of the whole page. Null where it finds no code. */
export async function readQr(page: Page): Promise<string | null> {
  return readPicture(await page.screenshot({ animations: 'disabled' }));
}

/** The same on a picture that is there already: a PNG. */
export function readPicture(picture: Uint8Array): string | null {
  const { data, width, height } = PNG.sync.read(Buffer.from(picture));
  // Dark on white only: not every wallet reads a code in inverted colours.
  return readCode(new Uint8ClampedArray(data), width, height, { inversionAttempts: 'dontInvert' })?.data ?? null;
}
