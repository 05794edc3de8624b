import { html, type Html } from '../../support/html.ts';
import type { ColourToken } from '../tokens.ts';

/** One of a few. Named or not, it is told apart by its text. */
export interface Option {
  readonly value: string;
  readonly text: string;
  /** The language that the text is in, where it is not the page's. */
  readonly lang?: string;
}

export const choice = (name: string, label: string, options: readonly Option[], chosen = ''): Html =>
  html`<label class="choice" data-row="${name}"
    ><span>${label}</span>
    <select name="${name}">
      ${options.map(
        ({ value, text, lang }) =>
          html`<option value="${value}" ${lang && html`lang="${lang}"`} ${value === chosen && 'selected'}>
            ${text}
          </option>`,
      )}
    </select></label
  >`;

export interface Slider {
  readonly name: string;
  readonly label: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly value: number;
  readonly unit: string;
}

export const slider = ({ name, label, min, max, step, value, unit }: Slider): Html =>
  html`<div class="range">
    <label for="${name}">${label}</label>
    <input type="range" id="${name}" name="${name}" min="${min}" max="${max}" step="${step}" value="${value}" />
    <output for="${name}">${value} ${unit}</output>
  </div>`;

/** A slider of a token, which goes back to where it was. */
export const tokenSlider = (options: Slider): Html =>
  html`<div class="row" data-row="${options.name}">
    ${slider(options)} ${resetButton(options.name, options.label)}
  </div>`;

/** A colour in both schemes: to be picked, or to be written as it stands in the style guide of a shop. */
export const colourRow = ({ name, label }: ColourToken): Html =>
  html`<div class="row" role="group" aria-label="${label}" data-row="${name}">
    <span>${label}</span>
    ${(['light', 'dark'] as const).map(
      (scheme) =>
        html`<span class="field">
          <input type="color" name="${name}" data-scheme="${scheme}" aria-label="${label}, ${scheme}: pick" />
          <input
            type="text"
            name="${name}"
            data-scheme="${scheme}"
            aria-label="${label}, ${scheme}"
            maxlength="7"
            spellcheck="false"
          />
        </span>`,
    )}
    ${resetButton(name, label)}
  </div>`;

const resetButton = (name: string, label: string): Html =>
  html`<button type="button" class="reset" data-token="${name}" aria-label="${label}: as it was" hidden>
    <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M5 5v5h5M5.5 10a7.5 7.5 0 1 1-.8 5" /></svg>
  </button>`;
