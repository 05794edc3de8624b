import { contrast, mix } from './colours.js';
import { STATES } from './states.js';
import { pose } from './studio-checkout.js';
import { emptyTheme, formatTheme, parseTheme } from './theme.js';

const studio = document.querySelector('.studio');
const { colours, pairs, ranges, densities } = JSON.parse(studio.dataset.tokens);
const form = studio.querySelector('form');
const { theme: themeField, schemes: schemesField, density: densityField, family: familyField } = form.elements;
const output = form.querySelector('textarea');
const status = form.querySelector('[role=status]');

/** How each look is to be drawn. Arabic, since a direction alone would turn nobody's words round. */
const LOOKS = {
  light: { theme: 'light', locale: 'en' },
  dark: { theme: 'dark', locale: 'en' },
  rtl: { theme: 'light', locale: 'ar' },
  forced: { theme: 'dark', locale: 'en' },
};

/** What the sliders above the sheets set. */
const SIZES = {
  width: (value) => ['--column', `${value}px`],
  zoom: (value) => ['--zoom', value / 100],
};

// Constructed, as the element's own: the policy of the page allows no style in it.
const sheet = new CSSStyleSheet();
document.adoptedStyleSheets.push(sheet);

let theme = emptyTheme();

/** What a colour is, given or not. */
function colourOf(scheme, name) {
  const given = theme[scheme][name];
  if (given) return given;
  const usual = colours.find((one) => one.name === name)[scheme];
  return typeof usual === 'number' ? mix(colourOf(scheme, 'text'), usual, colourOf(scheme, 'surface')) : usual;
}

const schemesOf = () => (theme.schemes === 'both' ? ['light', 'dark'] : [theme.schemes]);

/** Shows the theme, everywhere at once. */
function draw() {
  const css = formatTheme(theme);
  sheet.replaceSync(formatTheme(theme, 'studio-checkout'));
  output.value = css || '/* The default needs none. */';
  status.textContent = '';
  schemesField.value = theme.schemes;
  for (const input of form.querySelectorAll('input[type=color]')) {
    const { name, dataset } = input;
    input.value = colourOf(dataset.scheme, name);
    input.disabled = !schemesOf().includes(dataset.scheme);
  }
  for (const button of form.querySelectorAll('.reset'))
    button.hidden = !['light', 'dark'].some((scheme) => button.dataset.token in theme[scheme]);
  for (const { name, initial } of ranges) {
    const input = form.elements[name];
    input.value = parseFloat(theme.shape[name] ?? initial);
    input.parentElement.querySelector('output').value = `${input.value} px`;
  }
  drawFont();
  drawContrasts();
  for (const look of studio.querySelectorAll('.look')) drawGround(look);
}

/** A font that a theme brings joins those to choose from. */
function drawFont() {
  const [, text, family] = /^(\S+) (.+)$/.exec(theme.shape.font ?? '') ?? [];
  densityField.value = text ?? densities[1].text;
  if (densityField.selectedIndex < 0) densityField.append(new Option(`As given: ${text}`, text, true, true));
  familyField.value = family ?? familyField.options[0].value;
  if (familyField.selectedIndex < 0) familyField.append(new Option(family.split(',')[0], family, true, true));
}

function drawContrasts() {
  const rows = schemesOf().flatMap((scheme) =>
    pairs.map(({ front, back, label, least }) => {
      const ratio = contrast(colourOf(scheme, front), colourOf(scheme, back));
      return { label: `${label}, ${scheme}`, ratio, least };
    }),
  );
  const short = rows.filter(({ ratio, least }) => ratio < least);
  const lines = short.map(({ label, ratio, least }) => `${label}: ${ratio.toFixed(1)}, needs ${least}`);
  const lowest = Math.min(...rows.map(({ ratio }) => ratio));
  form.querySelector('.contrasts').replaceChildren(
    ...(lines.length > 0 ? lines : [`All can be read: ${lowest.toFixed(1)} and more`]).map((text) => {
      const item = document.createElement('li');
      item.textContent = text;
      item.className = lines.length > 0 ? 'short' : '';
      return item;
    }),
  );
}

/** Behind the panels lies what a shop might have there. */
function drawGround(look) {
  const { theme: wanted } = LOOKS[look.dataset.look];
  const scheme = theme.schemes === 'both' ? wanted : theme.schemes;
  const ground = mix(colourOf(scheme, 'text'), scheme === 'dark' ? 0 : 6, colourOf(scheme, 'surface'));
  look.style.setProperty('--behind', scheme === 'dark' ? mix('#000000', 45, ground) : ground);
  look.style.setProperty('--label', colourOf(scheme, 'muted'));
}

/** Poses every state in a look that is seen for the first time. */
function fill(look) {
  const stand = look.querySelector('.sheet');
  if (look.hidden || stand.children.length > 0) return;
  stand.append(
    ...STATES.map((state) => {
      const figure = document.createElement('figure');
      const caption = document.createElement('figcaption');
      caption.textContent = state.name;
      figure.append(caption, pose(state, LOOKS[look.dataset.look]));
      return figure;
    }),
  );
}

/** So that no time runs out while it is looked at. */
function refresh() {
  for (const figure of studio.querySelectorAll('.look:not([hidden]) figure')) {
    const { make } = STATES.find(({ name }) => name === figure.firstChild.textContent);
    if (make().phase === 'awaiting') figure.lastChild.session.become(make());
  }
}

async function begin(name) {
  const answer = name && (await fetch(`/package/themes/${name}.css`));
  const names = colours.map((colour) => colour.name);
  theme = answer?.ok ? parseTheme(await answer.text(), names) : emptyTheme();
  draw();
}

form.addEventListener('input', ({ target }) => {
  const { name, value, dataset, type } = target;
  if (type === 'color') theme[dataset.scheme][name] = value;
  else if (type === 'range') theme.shape[name] = `${value}px`;
  else if (target === schemesField) theme.schemes = value;
  else if (target === densityField || target === familyField) {
    theme.shape.font = `${densityField.value} ${familyField.value}`;
    const chosen = densities.find(({ text }) => text === densityField.value);
    if (target === densityField && chosen) theme.shape.space = `${chosen.space}px`;
  } else return;
  draw();
});

themeField.addEventListener('change', () => void begin(themeField.value));

form.addEventListener('click', ({ target }) => {
  if (!target.matches('.reset')) return;
  delete theme.light[target.dataset.token];
  delete theme.dark[target.dataset.token];
  draw();
});

form.addEventListener('submit', (event) => event.preventDefault());

form.querySelector('.copy').addEventListener('click', async () => {
  try {
    await navigator.clipboard.writeText(output.value);
    status.textContent = 'Copied.';
  } catch {
    output.select();
    status.textContent = 'Your browser lets no page copy: it is selected, press Ctrl or ⌘ and C.';
  }
});

studio.querySelector('.bar').addEventListener('input', ({ target }) => {
  const { name, value, checked } = target;
  if (name in SIZES) {
    studio.style.setProperty(...SIZES[name](value));
    const said = target.parentElement.querySelector('output');
    said.value = said.value.replace(/\d+/, value);
    return;
  }
  const look = studio.querySelector(`.look[data-look=${value}]`);
  look.hidden = !checked;
  fill(look);
});

draw();
for (const look of studio.querySelectorAll('.look')) fill(look);
setInterval(refresh, 20_000);
