// Runs in another page of `stage.ts`: spoils pictures a little and has two readers look at them.
import jsqr from 'jsqr';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import type { Shot } from './shots.ts';

/** What each of two readers that share no code finds. Null where it finds no code. */
export interface Readings {
  readonly jsqr: string | null;
  readonly zxing: string | null;
}

export interface Reading {
  read(png: string, shot: Pick<Shot, 'blur' | 'jpeg'>): Promise<Readings>;
}

/** In pixels: a camera sees no more of a screen, and readers take long for more. */
const LARGEST = 900;

const canvas = document.createElement('canvas');
const context = canvas.getContext('2d', { willReadFrequently: true })!;

prepareZXingModule({ overrides: { locateFile: () => '/zxing.wasm' } });

const reading: Reading = {
  async read(png, { blur, jpeg }) {
    await draw(png, blur);
    if (jpeg !== null) await draw(canvas.toDataURL('image/jpeg', jpeg), 0);
    const picture = context.getImageData(0, 0, canvas.width, canvas.height);
    // Dark on white only: not every wallet tries the other way round.
    const [found] = await readBarcodes(picture, { formats: ['QRCode'], tryInvert: false });
    const { data, width, height } = picture;
    return {
      jsqr: jsqr(data, width, height, { inversionAttempts: 'dontInvert' })?.data ?? null,
      zxing: found?.text ?? null,
    };
  },
};

async function draw(address: string, blur: number): Promise<void> {
  const image = new Image();
  image.src = address;
  await image.decode();
  const scale = Math.min(1, LARGEST / image.naturalWidth);
  canvas.width = Math.round(image.naturalWidth * scale);
  canvas.height = Math.round(image.naturalHeight * scale);
  context.filter = blur > 0 ? `blur(${blur}px)` : 'none';
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
}

Object.assign(globalThis, { reading });
