import { createRandom } from '../faults/random.ts';
import { LOCALES } from '../support/all-languages.ts';
import { checkoutStates } from '../support/checkout-states.ts';
import { AUDITED_THEMES } from './themes.ts';

/** What a shopper may see: a state, in a display, a language, a theme and a width. */
export interface View {
  readonly state: string;
  /** `closed`: the button alone, which says how the payment stands. */
  readonly display: string;
  readonly language: string;
  readonly theme: string;
  /** Of the window, in CSS pixels. */
  readonly width: number;
}

/** The narrowest window that must do without scrolling sideways (WCAG 1.4.10), which is also 1280 at 400 %; and 1280. */
const WIDTHS = [320, 1280];

export const DISPLAYS = ['inline', 'dialog', 'dialog · closed', 'popover', 'popover · closed'];

const EVERYTHING = { themes: AUDITED_THEMES, languages: LOCALES };

/** What is shown over the page is the same frame in another place: two themes and three languages show what is its own. */
const OVER_THE_PAGE = { themes: ['light', 'dark'], languages: ['en', 'de', 'ar'] };

export interface Choice extends Partial<View> {
  /** Which part of how many. */
  readonly part: readonly [number, number];
  /** Deals the views out to the parts, the same way for the same seed. */
  readonly seed: string;
}

/** The views that are chosen, those that share a window, a theme and a language after one another. */
export function chooseViews({ part: [nth, of], seed, ...wanted }: Choice): readonly View[] {
  const random = createRandom(seed);
  return allViews()
    .map((view) => ({ view, at: random() }))
    .sort((a, b) => a.at - b.at)
    .filter((_, index) => index % of === nth - 1)
    .map(({ view }) => view)
    .filter((view) => Object.entries(wanted).every(([key, value]) => view[key as keyof View] === value))
    .sort((a, b) => orderOf(a).localeCompare(orderOf(b)));
}

function allViews(): View[] {
  return DISPLAYS.flatMap((display) => {
    const { themes: looks, languages } = display === 'inline' ? EVERYTHING : OVER_THE_PAGE;
    return WIDTHS.flatMap((width) =>
      looks.flatMap((theme) =>
        languages.flatMap((language) =>
          Object.keys(checkoutStates).map((state) => ({ state, display, language, theme, width })),
        ),
      ),
    );
  });
}

const orderOf = ({ width, theme, language }: View): string => [width, theme, language].join();
