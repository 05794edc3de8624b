import { contrast } from './colours.js';
import { colourOf } from './theme.js';

/** Says which colours cannot be told apart well enough, at the fields that hold them and in a list below. */
export function drawContrasts(form, theme, { colours, pairs }) {
  const schemes = theme.schemes === 'both' ? ['light', 'dark'] : [theme.schemes];
  const rows = schemes.flatMap((scheme) =>
    pairs.map((pair) => {
      const [front, back] = [pair.front, pair.back].map((name) => colourOf(theme, scheme, name, colours));
      return { ...pair, scheme, colours: [front, back], ratio: contrast(front, back) };
    }),
  );
  const short = rows.filter(({ ratio, least }) => ratio < least);
  const lowest = Math.min(...rows.map(({ ratio }) => ratio));
  form.querySelector('.verdict').textContent =
    short.length > 0
      ? `${short.length} of ${rows.length} pairs of colours are hard to read:`
      : `Everything can be read: contrast of ${inWords(lowest)} and more.`;
  const list = form.querySelector('.contrasts');
  list.hidden = short.length === 0;
  list.replaceChildren(...short.map(warning));
  for (const input of form.querySelectorAll('.field input')) {
    const { name, dataset } = input;
    const isShort = short.some(({ front, scheme }) => front === name && scheme === dataset.scheme);
    input.parentElement.classList.toggle('short', isShort);
  }
}

// Never rounded up: 4.46 is not 4.5.
const inWords = (ratio) => `${(Math.floor(ratio * 10) / 10).toFixed(1)} : 1`;

function warning({ label, scheme, ratio, least, colours: [front, back] }) {
  const item = document.createElement('li');
  const sample = document.createElement('span');
  sample.textContent = 'Aa';
  sample.ariaHidden = 'true';
  sample.style.setProperty('--front', front);
  sample.style.setProperty('--back', back);
  item.append(sample, `${label}, ${scheme}: ${inWords(ratio)}, needs ${least} : 1`);
  return item;
}
