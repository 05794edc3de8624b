import { page, type View } from '../../shop/pages/frame.ts';
import { html, type Html } from '../../support/html.ts';
import { COLOURS, type ColourToken, DENSITIES, FAMILIES, PAIRS, RANGES, THEMES } from '../tokens.ts';

const LOOKS = [
  { name: 'light', label: 'Light', shown: true },
  { name: 'dark', label: 'Dark', shown: true },
  { name: 'rtl', label: 'Right to left', shown: false },
  { name: 'forced', label: 'Forced colours', shown: false },
] as const;

/** For designers: tokens on one side, every state on the other. */
export function studioPage(view: View): Response {
  const data = JSON.stringify({ colours: COLOURS, pairs: PAIRS, ranges: RANGES, densities: DENSITIES });
  const main = html`<div class="studio" lang="en" data-tokens="${data}">
    <header>
      <h1>Theme studio</h1>
      <p class="lead">
        Begin with a theme or with nothing, change what you like, and take the CSS along. All that can be set is on the
        <a href="/studio/surface">page of the element</a>.
      </p>
    </header>
    <form class="tokens" aria-label="Tokens" autocomplete="off">
      ${choice('theme', 'Begin with', [['', 'The default'], ...THEMES.map((name) => [name, titleOf(name)] as const)])}
      ${choice('schemes', 'Made for', [
        ['both', 'Light and dark'],
        ['light', 'Light alone'],
        ['dark', 'Dark alone'],
      ])}
      <fieldset>
        <legend>Colours</legend>
        <div class="colours">
          <span></span><span aria-hidden="true">Light</span><span aria-hidden="true">Dark</span><span></span>
          ${COLOURS.map(colourRow)}
        </div>
        <ul class="contrasts" aria-label="Contrast"></ul>
      </fieldset>
      <fieldset>
        <legend>Shape and type</legend>
        ${RANGES.map(({ initial, ...range }) => slider({ ...range, value: initial, unit: 'px' }))}
        ${choice(
          'density',
          'Density',
          DENSITIES.map(({ name, text }) => [text, name]),
          DENSITIES[1].text,
        )}
        ${choice(
          'family',
          'Font',
          FAMILIES.map(({ name, family }) => [family, name]),
        )}
      </fieldset>
      <fieldset class="take">
        <legend>Your CSS</legend>
        <textarea readonly rows="6" spellcheck="false" aria-label="Your CSS"></textarea>
        <button type="button" class="copy">Copy the CSS</button>
        <p role="status"></p>
      </fieldset>
    </form>
    <div class="preview">
      <div class="bar" role="group" aria-label="Shown">
        ${LOOKS.map(
          ({ name, label, shown }) =>
            html`<label><input type="checkbox" name="look" value="${name}" ${shown && 'checked'} />${label}</label>`,
        )}
        ${slider({ name: 'width', label: 'Width', min: 240, max: 720, step: 10, value: 320, unit: 'px' })}
        ${slider({ name: 'zoom', label: 'Zoom', min: 30, max: 100, step: 5, value: 50, unit: '%' })}
      </div>
      ${LOOKS.map(
        ({ name, label, shown }) =>
          html`<section class="look" data-look="${name}" aria-label="${label}" ${!shown && 'hidden'}>
            ${name === 'forced' && forcedNote}
            <div class="sheet"></div>
          </section>`,
      )}
    </div>
  </div>`;
  const head = html`<link rel="stylesheet" href="/studio/assets/studio.css" />
    <link rel="stylesheet" href="/studio/assets/sheets.css" />
    <script type="module" src="/studio/assets/studio.js"></script>`;
  return page(view, { title: 'Theme studio', main, head });
}

const forcedNote = html`<p>
  A stand-in, in the colours of a contrast theme: a page cannot force them. Your browser can, in its developer tools:
  emulate <code>forced-colors: active</code>. The code stays dark on white there too.
</p>`;

const titleOf = (name: string): string => name.replace('-', ' ').replace(/^./, (first) => first.toUpperCase());

function choice(name: string, label: string, options: readonly (readonly [string, string])[], chosen = ''): Html {
  return html`<label class="choice"
    ><span>${label}</span>
    <select name="${name}">
      ${options.map(
        ([value, text]) => html`<option value="${value}" ${value === chosen && 'selected'}>${text}</option>`,
      )}
    </select></label
  >`;
}

interface Slider {
  readonly name: string;
  readonly label: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly value: number;
  readonly unit: string;
}

const slider = ({ name, label, min, max, step, value, unit }: Slider): Html =>
  html`<label class="range"
    ><span>${label}</span>
    <input type="range" name="${name}" min="${min}" max="${max}" step="${step}" value="${value}" />
    <output>${value} ${unit}</output></label
  >`;

function colourRow({ name, label }: ColourToken): Html {
  return html`<span>${label}</span>
    <input type="color" name="${name}" data-scheme="light" aria-label="${label}, light" />
    <input type="color" name="${name}" data-scheme="dark" aria-label="${label}, dark" />
    <button type="button" class="reset" data-token="${name}" aria-label="${label}: back to the default" hidden>
      ↺
    </button>`;
}
