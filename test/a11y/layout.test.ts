import { deepEqual, equal, ok } from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { speechOf } from '../../src/element/controllers/localize.ts';
import { LOCALES } from '../support/all-languages.ts';
import { checkoutStates } from '../support/checkout-states.ts';
import type { Finding } from './finding.ts';
import type { Reach } from './layout.ts';
import { Stage } from './stage.ts';
import { DISPLAYS } from './views.ts';

/** Two that are 40 % longer than English, one in each direction. */
const PSEUDO = ['en-XA', 'en-XB'];
const LANGUAGES = [...PSEUDO, ...LOCALES.filter((tag) => speechOf(tag)?.language.dir === 'rtl')];
/** 320 is 1280 at 400 % (WCAG 1.4.10), and 240 the narrowest column that the checkout is made for. */
const WIDTHS = [240, 320, 1280];

let stage: Stage;
before(async () => {
  stage = await Stage.open();
});
after(() => stage.close());

/** Boxes end between pixels. */
const TOLERANCE_PX = 2;

const inWords = ({ rule, where, message }: Finding): string => `${rule}: ${where} ${message}`;

describe('the layout', () => {
  for (const width of WIDTHS) {
    for (const display of DISPLAYS) {
      for (const language of display === 'inline' ? LANGUAGES : PSEUDO) {
        it(`cuts nothing off and lays nothing over another: ${display}, in ${language}, at ${width} pixels`, async () => {
          const found: string[] = [];
          for (const state of Object.keys(checkoutStates)) {
            await stage.show({ state, display, language, theme: 'light', width });
            for (const spaced of [false, true]) {
              const findings = await stage.measure({ spaced });
              found.push(...findings.map((finding) => `${state}, ${spaced ? 'spaced' : 'plain'}, ${inWords(finding)}`));
            }
          }
          deepEqual(found, []);
        });
      }
    }

    it(`has room for the help at ${width} pixels`, async () => {
      await stage.show({ state: 'awaiting · QR', display: 'inline', language: 'en-XA', theme: 'light', width });
      await stage.page.locator('[part=link]').click();
      await stage.page.locator('[part=help][data-placed]').waitFor();
      deepEqual((await stage.measure({ spaced: true })).map(inWords), []);
    });
  }

  it('lays nothing over another in a dialog that is higher than its window', async () => {
    const found: string[] = [];
    for (const state of Object.keys(checkoutStates)) {
      await stage.show({ state, display: 'dialog', language: 'en-XA', theme: 'light', width: 320 });
      await stage.page.setViewportSize({ width: 320, height: 400 });
      await stage.page.locator('posed-checkout').evaluate(({ shadowRoot }) => {
        const panel = shadowRoot!.querySelector('[part=panel]');
        panel?.scrollTo(0, panel.scrollHeight);
      });
      found.push(...(await stage.measure({ spaced: true })).map((finding) => `${state}, ${inWords(finding)}`));
    }
    deepEqual(found, []);
  });

  for (const width of WIDTHS) {
    it(`is its own mirror image in a language that runs the other way, at ${width} pixels`, async () => {
      const off: string[] = [];
      for (const state of Object.keys(checkoutStates)) {
        const [forth, back] = await reachesBothWays(state, width);
        equal(back.length, forth.length, state);
        off.push(...forth.filter((reach, index) => !isMirrored(reach, back[index]!, width)).map(inPlace(state)));
      }
      deepEqual(off, []);
    });
  }

  /** The same words from left to right and from right to left. */
  async function reachesBothWays(state: string, width: number): Promise<[readonly Reach[], readonly Reach[]]> {
    await stage.show({ state, display: 'inline', language: 'en-XA', theme: 'light', width });
    const forth = await stage.reaches();
    await stage.show({ state, display: 'inline', language: 'en-XB', theme: 'light', width });
    return [forth, await stage.reaches()];
  }
});

/** Lines in the middle may break elsewhere, as a mark at their end counts for less on the other side. */
function isMirrored({ left, right, centred }: Reach, other: Reach, width: number): boolean {
  const [leftOff, rightOff] = [left + other.right - width, right + other.left - width];
  return (centred ? [leftOff + rightOff] : [leftOff, rightOff]).every((off) => Math.abs(off) < TOLERANCE_PX);
}

const inPlace =
  (state: string) =>
  ({ where, words }: Reach): string =>
    `${state}: ${where} "${words}"`;

describe('the layout where a page gives the element more room', () => {
  before(() => stage.page.addStyleTag({ content: 'posed-checkout { max-inline-size: none }' }));
  after(() => stage.page.evaluate(() => document.querySelector('head style:last-of-type')?.remove()));

  const showWide = (state: string, language: string): Promise<void> =>
    stage.show({ state, display: 'inline', language, theme: 'light', width: 640 });

  for (const language of PSEUDO) {
    it(`cuts nothing off and lays nothing over another: in ${language}`, async () => {
      const found: string[] = [];
      for (const state of Object.keys(checkoutStates)) {
        await showWide(state, language);
        for (const spaced of [false, true]) {
          found.push(...(await stage.measure({ spaced })).map((finding) => `${state}, ${inWords(finding)}`));
        }
      }
      deepEqual(found, []);
    });
  }

  it('stands the words beside the code, in a frame that keeps its height', async () => {
    const heights = new Map<number, string>();
    for (const [state, { presentation, device }] of Object.entries(checkoutStates)) {
      // A guide out of an app says more, beside a code too; and a page that leaves has no room for a code.
      if (state === 'idle' || presentation === 'redirect' || device) continue;
      await showWide(state, 'en');
      heights.set(Math.round((await stage.page.locator('[part=panel]').boundingBox())!.height), state);
    }
    await showWide('awaiting · QR', 'en');
    const [code, title] = [stage.page.locator('[part=qr]'), stage.page.locator('[part=title]')];
    ok((await code.boundingBox())!.x + 232 < (await title.boundingBox())!.x);
    equal(heights.size, 1, JSON.stringify([...heights]));
  });
});

describe('what measures the layout', () => {
  const faults: Readonly<Record<string, string>> = {
    'cut off': '::part(title) { inline-size: 40px; overflow: hidden; white-space: nowrap }',
    outside: '::part(title) { margin-inline-start: 300px; white-space: nowrap }',
    overlap: '::part(words) { margin-block-start: -30px }',
    'small target': '::part(link) { min-block-size: 20px }',
    'scrolls sideways': '{ min-inline-size: 400px }',
  };
  for (const [rule, css] of Object.entries(faults)) {
    it(`finds a fault that was planted: ${rule}`, async () => {
      await stage.show({ state: 'awaiting · QR', display: 'inline', language: 'en', theme: 'light', width: 320 });
      const fault = await stage.page.addStyleTag({ content: `posed-checkout${css}` });
      const findings = await stage.measure({ spaced: false });
      await fault.evaluate((style: HTMLElement) => style.remove());
      ok(
        findings.some((finding) => finding.rule === rule),
        `found only: ${findings.map(inWords).join('; ')}`,
      );
    });
  }
});
