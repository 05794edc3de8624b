import { drawContrasts } from './contrasts.js';
import { drawFields } from './fields.js';
import { Gallery } from './gallery.js';
import { readLink, writeLink } from './theme-link.js';
import { completeTheme, formatTheme, mergeThemes } from './theme.js';

const studio = document.querySelector('.studio');
const tokens = JSON.parse(studio.dataset.tokens);
const { colours, densities, shapes, themes } = tokens;
const known = { themes: Object.keys(themes), colours: colours.map(({ name }) => name), shapes };
const form = studio.querySelector('form');
const { schemes: schemesField, density: densityField, family: familyField, shadow: shadowField } = form.elements;
const themeFields = [...studio.querySelectorAll('.themes input')];
const output = form.querySelector('textarea');
const status = form.querySelector('.take [role=status]');

/** What the sliders above the sheets set. */
const SIZES = {
  width: (value) => ['--column', `${value}px`],
  zoom: (value) => ['--zoom', value / 100],
};

// Constructed, as the element's own: the policy of the page allows no style in it.
const sheet = new CSSStyleSheet();
document.adoptedStyleSheets.push(sheet);
const gallery = new Gallery(studio);

/** The theme that was begun with, and what has been changed since. */
let work = readLink(location.hash.slice(1), known);

/** Shows the theme, everywhere at once. */
function draw() {
  const { name, changes } = work;
  const theme = completeTheme(mergeThemes(themes[name], changes), colours);
  sheet.replaceSync(formatTheme(theme, 'studio-checkout'));
  output.value = formatTheme(theme) || '/* The default needs none. */';
  status.textContent = '';
  for (const field of themeFields) field.checked = field.value === name;
  drawFields(form, { theme, changes }, tokens);
  drawContrasts(form, theme, tokens);
  gallery.draw(theme, colours);
}

/** Shows it, and keeps it in the address: a reload loses nothing. Not while a slider moves, which no browser would bear. */
function settle() {
  draw();
  const link = writeLink(work);
  history.replaceState(null, '', link ? `#${link}` : location.pathname);
}

function changeColour({ name, value, dataset }) {
  const [, digits] = /^#?([\da-f]{6})$/i.exec(value) ?? [];
  if (!digits) return;
  work.changes[dataset.scheme][name] = `#${digits.toLowerCase()}`;
  draw();
}

function changeFont(target) {
  const { shape } = work.changes;
  shape.font = `${densityField.value} ${familyField.value}`;
  const chosen = densities.find(({ text }) => text === densityField.value);
  if (target === densityField && chosen) shape.space = `${chosen.space}px`;
}

form.addEventListener('input', ({ target }) => {
  const { name, value, type } = target;
  const { changes } = work;
  if (type === 'color' || type === 'text') return changeColour(target);
  if (type === 'range') changes.shape[name] = `${value}px`;
  else if (target === schemesField) changes.schemes = value;
  else if (target === densityField || target === familyField) changeFont(target);
  else if (target === shadowField) changes.shape.shadow = value;
  draw();
});

// What has been written and is no colour goes back to what it was.
form.addEventListener('change', ({ target }) => {
  if (target.type === 'text') target.blur();
  settle();
});

form.addEventListener('submit', (event) => event.preventDefault());

studio.querySelector('.themes').addEventListener('change', ({ target }) => {
  work.name = target.value;
  settle();
});

form.addEventListener('click', ({ target }) => {
  const reset = target.closest('.reset');
  if (!reset) return;
  const { changes } = work;
  for (const part of [changes.light, changes.dark, changes.shape]) delete part[reset.dataset.token];
  settle();
  // The button is gone, and with it the focus.
  reset.closest('[data-row]').querySelector('input:not(:disabled)').focus();
});

form.querySelector('.over').addEventListener('click', () => {
  work.changes = readLink('', known).changes;
  settle();
  themeFields.find(({ checked }) => checked).focus();
});

for (const button of form.querySelectorAll('.copy'))
  button.addEventListener('click', async () => {
    const isCss = button.dataset.what === 'css';
    try {
      await navigator.clipboard.writeText(isCss ? output.value : location.href);
      status.textContent = isCss ? 'The CSS is copied.' : 'The link is copied.';
    } catch {
      if (isCss) output.select();
      status.textContent = isCss
        ? 'Your browser lets no page copy: it is selected, press Ctrl or ⌘ and C.'
        : 'Your browser lets no page copy: the link is in the address bar.';
    }
  });

studio.querySelector('.bar').addEventListener('input', ({ target }) => {
  const { name, value, checked } = target;
  if (name === 'language') gallery.speak(value);
  else if (name === 'look') gallery.show(value, checked);
  else size(target);
});

function size(input) {
  studio.style.setProperty(...SIZES[input.name](input.value));
  say(input);
}

function say({ value, nextElementSibling: said }) {
  said.value = said.value.replace(/\d+/, value);
}

// A link that is opened in this very tab.
addEventListener('hashchange', () => {
  work = readLink(location.hash.slice(1), known);
  draw();
});

// Smaller where the window is.
const zoomField = studio.querySelector('[name=zoom]');
zoomField.value = getComputedStyle(studio).getPropertyValue('--zoom') * 100;
say(zoomField);
draw();
