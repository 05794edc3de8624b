import { page, type View } from '../../shop/pages/frame.ts';
import { html } from '../../support/html.ts';
import type { Theme } from '../public/theme.js';
import { COLOURS, DENSITIES, FAMILIES, LOCALES, PAIRS, RANGES, SHADOWS, SHAPES } from '../tokens.ts';
import { choice, colourRow, slider, tokenSlider } from './controls.ts';
import { themeCard } from './theme-card.ts';

const LOOKS = [
  { name: 'light', label: 'Light', shown: true },
  { name: 'dark', label: 'Dark', shown: true },
  { name: 'rtl', label: 'Right to left', shown: false },
  { name: 'forced', label: 'Forced colours', shown: false },
] as const;

/** For designers: tokens on one side, every state on the other. */
export function studioPage(view: View, themes: ReadonlyMap<string, Theme>): Response {
  const data = JSON.stringify({
    colours: COLOURS,
    pairs: PAIRS,
    ranges: RANGES,
    densities: DENSITIES,
    shapes: SHAPES,
    themes: Object.fromEntries(themes),
  });
  const main = html`<div class="studio" lang="en" data-tokens="${data}">
    <header>
      <h1>Theme studio</h1>
      <p class="lead">
        Begin with a theme, change what you like, and take the CSS along. All that can be set is on the
        <a href="/studio/surface">page of the element</a>.
      </p>
    </header>
    <fieldset class="themes">
      <legend>Begin with</legend>
      ${[...themes].map(([name, theme]) => themeCard(name, theme))}
    </fieldset>
    <form class="tokens" aria-label="Tokens" autocomplete="off">
      ${choice('schemes', 'Made for', [
        { value: 'both', text: 'Light and dark' },
        { value: 'light', text: 'Light alone' },
        { value: 'dark', text: 'Dark alone' },
      ])}
      <fieldset class="colours">
        <legend>Colours</legend>
        <div class="row heads" aria-hidden="true"><span></span><span>Light</span><span>Dark</span></div>
        ${COLOURS.map(colourRow)}
        <p class="verdict" role="status"></p>
        <ul class="contrasts" aria-label="Too little contrast" hidden></ul>
      </fieldset>
      <fieldset>
        <legend>Shape and type</legend>
        ${RANGES.map(({ initial, ...range }) => tokenSlider({ ...range, value: initial, unit: 'px' }))}
        ${choice(
          'density',
          'Density',
          DENSITIES.map(({ name, text }) => ({ value: text, text: name })),
          DENSITIES[1].text,
        )}
        ${choice(
          'family',
          'Font',
          FAMILIES.map(({ name, family }) => ({ value: family, text: name })),
        )}
        ${choice('shadow', 'Shadow', [
          { value: '', text: 'Soft' },
          ...SHADOWS.map(({ name, shadow }) => ({ value: shadow, text: name })),
        ])}
      </fieldset>
      <fieldset class="css">
        <legend>Your CSS</legend>
        <textarea readonly rows="8" spellcheck="false" aria-label="Your CSS"></textarea>
      </fieldset>
      <div class="take">
        <button type="button" class="copy" data-what="css">Copy the CSS</button>
        <button type="button" class="copy" data-what="link">Copy a link</button>
        <button type="button" class="over" disabled>Start over</button>
        <p role="status"></p>
      </div>
    </form>
    <div class="preview">
      <div class="bar" role="group" aria-label="Shown">
        ${LOOKS.map(
          ({ name, label, shown }) =>
            html`<label class="chip"
              ><input type="checkbox" name="look" value="${name}" ${shown && 'checked'} />${label}</label
            >`,
        )}
        ${choice('language', 'Language', LOCALES.map(languageOption))}
        ${slider({ name: 'width', label: 'Width', min: 240, max: 720, step: 10, value: 320, unit: 'px' })}
        ${slider({ name: 'zoom', label: 'Zoom', min: 30, max: 100, step: 5, value: 60, unit: '%' })}
      </div>
      ${LOOKS.map(
        ({ name, label, shown }) =>
          html`<section class="look" data-look="${name}" aria-labelledby="look-${name}" ${!shown && 'hidden'}>
            <h2 id="look-${name}">${label}</h2>
            <p>${name === 'forced' && forcedNote}</p>
            <div class="sheet"></div>
          </section>`,
      )}
    </div>
  </div>`;
  const head = html`<link rel="stylesheet" href="/studio/assets/studio.css" />
    <link rel="stylesheet" href="/studio/assets/controls.css" />
    <link rel="stylesheet" href="/studio/assets/take.css" />
    <link rel="stylesheet" href="/studio/assets/sheets.css" />
    <script type="module" src="/studio/assets/studio.js"></script>`;
  return page(view, { title: 'Theme studio', main, head });
}

/** Each language by the name that its readers have for it. */
function languageOption(locale: string): { value: string; text: string; lang: string } {
  const text = new Intl.DisplayNames(locale, { type: 'language' }).of(locale) ?? locale;
  return { value: locale, text: text.replace(/^./u, (first) => first.toLocaleUpperCase(locale)), lang: locale };
}

const forcedNote = html`A stand-in, in the colours of a contrast theme: a page cannot force them. Your browser can, in
  its developer tools: emulate <code>forced-colors: active</code>. The code stays dark on white there too.`;
