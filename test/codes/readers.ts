// Runs in another page of `stage.ts`: spoils pictures a little and has two readers look at them.
import jsqr from 'jsqr';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import type { Shot } from './shots.ts';

/** What a reader finds, or null, and after how many looks. */
export interface Finding {
  readonly text: string | null;
  readonly looks: number;
}

/** What each of two readers that share no code finds. */
export interface Readings {
  readonly jsqr: Finding;
  readonly zxing: Finding;
}

export interface Reading {
  read(png: string, shot: Pick<Shot, 'blur' | 'jpeg'>): Promise<Readings>;
}

/** In pixels: a camera sees no more of a screen, and readers take long for more. */
const LARGEST = 900;

/**
 * The picture as it is, and from a little nearer or farther, as a hand moves that holds a phone: a wallet looks thirty
 * times a second, so these take it a quarter of one. With one look, jsQR misses up to one in ten of fine codes even where
 * nothing is blurred, and with five one of two thousand that zxing reads at once.
 */
const LOOKS = [1, 1.25, 1.5, 0.9, 2, 1.1, 1.75, 2.5];

const canvas = document.createElement('canvas');
const context = canvas.getContext('2d', { willReadFrequently: true })!;

prepareZXingModule({ overrides: { locateFile: () => '/zxing.wasm' } });

const reading: Reading = {
  async read(png, { blur, jpeg }) {
    const screen = await load(png);
    draw(screen, Math.min(1, LARGEST / screen.width), blur);
    const photo = jpeg === null ? await createImageBitmap(canvas) : await load(canvas.toDataURL('image/jpeg', jpeg));
    // Dark on white only: not every wallet tries the other way round.
    return {
      jsqr: await look(
        photo,
        ({ data, width, height }) => jsqr(data, width, height, { inversionAttempts: 'dontInvert' })?.data,
      ),
      zxing: await look(
        photo,
        async (picture) => (await readBarcodes(picture, { formats: ['QRCode'], tryInvert: false }))[0]?.text,
      ),
    };
  },
};

type Reader = (picture: ImageData) => string | undefined | Promise<string | undefined>;

async function look(photo: ImageBitmap, read: Reader): Promise<Finding> {
  for (const [index, scale] of LOOKS.entries()) {
    draw(photo, scale, 0);
    const text = await read(context.getImageData(0, 0, canvas.width, canvas.height));
    // jsQR answers an empty text for what only looks like a code.
    if (text) return { text, looks: index + 1 };
  }
  return { text: null, looks: LOOKS.length };
}

const load = async (address: string): Promise<ImageBitmap> => createImageBitmap(await (await fetch(address)).blob());

function draw(image: ImageBitmap, scale: number, blur: number): void {
  canvas.width = Math.round(image.width * scale);
  canvas.height = Math.round(image.height * scale);
  context.filter = blur > 0 ? `blur(${blur}px)` : 'none';
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
}

Object.assign(globalThis, { reading });
