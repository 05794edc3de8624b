import { mix } from './colours.js';
import { STATES } from './states.js';
import { pose } from './studio-checkout.js';
import { colourOf } from './theme.js';

const FROM_RIGHT = ['ar', 'he'];

/** How each look is to be drawn. Right to left is a language: a direction alone would turn nobody's words round. */
const LOOKS = {
  light: { theme: 'light' },
  dark: { theme: 'dark' },
  rtl: { theme: 'light', locale: 'ar' },
  forced: { theme: 'dark' },
};

/** Every state, in every look that is shown. */
export class Gallery {
  #looks;
  #language = 'en';

  constructor(studio) {
    this.#looks = [...studio.querySelectorAll('.look')];
    for (const look of this.#looks) this.#fill(look);
    // So that no time runs out while it is looked at.
    setInterval(() => this.#refresh(), 20_000);
  }

  show(name, isShown) {
    const look = this.#looks.find(({ dataset }) => dataset.look === name);
    look.hidden = !isShown;
    this.#fill(look);
  }

  speak(language) {
    this.#language = language;
    for (const look of this.#looks)
      for (const { lastChild: checkout } of look.querySelectorAll('figure')) checkout.locale = this.#localeOf(look);
  }

  /** Lays behind the panels what a shop might have there, and says where a theme is made for one scheme alone. */
  draw(theme, colours) {
    for (const look of this.#looks) {
      const { name = look.dataset.look, theme: wanted } = LOOKS[look.dataset.look];
      const scheme = theme.schemes === 'both' ? wanted : theme.schemes;
      const colour = (token) => colourOf(theme, scheme, token, colours);
      const ground = mix(colour('text'), scheme === 'dark' ? 0 : 6, colour('surface'));
      look.style.setProperty('--behind', scheme === 'dark' ? mix('#000000', 45, ground) : ground);
      look.style.setProperty('--label', colour('muted'));
      look.style.setProperty('--heading', colour('text'));
      if (name === scheme || !['light', 'dark'].includes(name)) continue;
      look.querySelector('p').textContent = `Shown as it is: this theme is ${scheme}, whatever the shopper prefers.`;
    }
  }

  #localeOf({ dataset }) {
    const { locale = this.#language } = LOOKS[dataset.look];
    return dataset.look === 'rtl' && FROM_RIGHT.includes(this.#language) ? this.#language : locale;
  }

  /** Poses every state in a look that is seen for the first time. */
  #fill(look) {
    const sheet = look.querySelector('.sheet');
    if (look.hidden || sheet.children.length > 0) return;
    const { theme } = LOOKS[look.dataset.look];
    sheet.append(
      ...STATES.map((state) => {
        const figure = document.createElement('figure');
        const caption = document.createElement('figcaption');
        caption.textContent = state.name;
        figure.append(caption, pose(state, { theme, locale: this.#localeOf(look) }));
        return figure;
      }),
    );
  }

  #refresh() {
    for (const figure of this.#looks.flatMap((look) => (look.hidden ? [] : [...look.querySelectorAll('figure')]))) {
      const { make } = STATES.find(({ name }) => name === figure.firstChild.textContent);
      if (make().phase === 'awaiting') figure.lastChild.session.become(make());
    }
  }
}
