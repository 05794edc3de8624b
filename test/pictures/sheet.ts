import { readFile } from 'node:fs/promises';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import type { Stage } from '../a11y/stage.ts';
import { checkoutStates } from '../support/checkout-states.ts';

/** Every state of the checkout in one theme: a cell each, row by row, at half the size. */
export const STATES = Object.keys(checkoutStates);

const COLUMNS = 8;
/** Of the window, in CSS pixels. Its frame, with the page around it, is narrower than a small phone. */
const CELL = { width: 336, height: 744 };
/** Letters are smooth at half their size, so that what smooths them on this machine or that makes no difference. */
const SCALE = 0.5;

/** Of 255: what lies below is a matter of smoothing. */
const THRESHOLD = 0.2;
/** Share of a cell's pixels. A word that has changed is more. */
const TOLERATED = 0.002;

const WEIGHTS = [400, 600, 700];

/** Gives a stage a font of its own, the same on every machine, and a time at which it stands still. */
export async function furnish({ page }: Stage): Promise<void> {
  const faces = await Promise.all(
    WEIGHTS.map(async (weight) => {
      const file = new URL(import.meta.resolve(`@fontsource/inter/files/inter-latin-${weight}-normal.woff2`));
      const data = (await readFile(file)).toString('base64');
      return `@font-face { font-family: Sheet; font-weight: ${weight}; src: url(data:font/woff2;base64,${data}) }`;
    }),
  );
  await page.addStyleTag({
    content: `${faces.join('\n')} * { --alipay-checkout-font: 400 15px/1.45 Sheet !important }`,
  });
  await page.evaluate(
    (weights) => Promise.all(weights.map((weight) => document.fonts.load(`${weight} 15px Sheet`))),
    WEIGHTS,
  );
  await page.clock.setFixedTime('2026-11-22T04:00:00Z');
}

/** Takes the picture of a theme. */
export async function photograph(stage: Stage, theme: string): Promise<PNG> {
  const devtools = await stage.page.context().newCDPSession(stage.page);
  const sheet = new PNG({
    width: COLUMNS * CELL.width * SCALE,
    height: Math.ceil(STATES.length / COLUMNS) * CELL.height * SCALE,
  });
  for (const [index, state] of STATES.entries()) {
    await stage.show({ state, display: 'inline', theme, language: 'en', width: CELL.width });
    const top = await stage.page.evaluate(() => {
      // Seconds pass while the picture is taken, and a theme may ask for fonts that are not everywhere.
      const still = new CSSStyleSheet();
      still.replaceSync('[part~=countdown] { visibility: hidden } * { font-family: Sheet !important }');
      const { shadowRoot } = document.querySelector('posed-checkout')!;
      shadowRoot!.adoptedStyleSheets = [...shadowRoot!.adoptedStyleSheets, still];
      return document.querySelector('#stand')!.getBoundingClientRect().top;
    });
    const { data } = await devtools.send('Page.captureScreenshot', {
      format: 'png',
      captureBeyondViewport: true,
      clip: { x: 0, y: top - 8, ...CELL, scale: SCALE },
    });
    const cell = PNG.sync.read(Buffer.from(data, 'base64'));
    const { x, y } = placeOf(index);
    PNG.bitblt(cell, sheet, 0, 0, cell.width, cell.height, x, y);
  }
  return sheet;
}

/** The states that do not look as they did. */
export function changedStates(before: PNG, now: PNG): readonly string[] {
  return STATES.filter((_, index) => {
    const cells = [before, now].map((sheet) => cellOf(sheet, index));
    const { width, height } = cells[0]!;
    const differing = pixelmatch(cells[0]!.data, cells[1]!.data, undefined, width, height, { threshold: THRESHOLD });
    return differing > width * height * TOLERATED;
  });
}

function cellOf(sheet: PNG, index: number): PNG {
  const cell = new PNG({ width: CELL.width * SCALE, height: CELL.height * SCALE });
  const { x, y } = placeOf(index);
  PNG.bitblt(sheet, cell, x, y, cell.width, cell.height, 0, 0);
  return cell;
}

const placeOf = (index: number): { x: number; y: number } => ({
  x: (index % COLUMNS) * CELL.width * SCALE,
  y: Math.floor(index / COLUMNS) * CELL.height * SCALE,
});
