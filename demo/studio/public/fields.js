import { colourOf } from './theme.js';

/** Sets every field of the studio to what the theme is, and marks what differs from what was begun with. */
export function drawFields(form, { theme, changes }, { colours, ranges, densities }) {
  const { schemes, density, family, shadow } = form.elements;
  schemes.value = theme.schemes;
  for (const input of form.querySelectorAll('.field input')) {
    const { name, dataset } = input;
    input.disabled = theme.schemes !== 'both' && theme.schemes !== dataset.scheme;
    // Whoever is writing is not interrupted.
    if (input.type === 'color' || input !== document.activeElement)
      input.value = colourOf(theme, dataset.scheme, name, colours);
  }
  for (const { name, initial } of ranges) {
    const input = form.elements[name];
    input.value = parseFloat(theme.shape[name] ?? initial);
    input.parentElement.querySelector('output').value = `${input.value} px`;
  }
  const [, text = densities[1].text, ...families] = /^(.+? ?\/ ?\S+) (.+)$/.exec(theme.shape.font ?? '') ?? [];
  choose(density, text, `Its own, ${/[\d.]+px/.exec(text)?.[0] ?? text}`);
  choose(family, families[0] ?? family.options[0].value, families[0]?.split(',')[0].replaceAll("'", ''));
  choose(shadow, theme.shape.shadow ?? '', 'Its own');
  drawChanges(form, changes);
}

/** What a theme brings joins what there is to choose from. */
function choose(select, value, label) {
  select.value = value;
  if (select.selectedIndex < 0) select.append(new Option(label, value, true, true));
}

function drawChanges(form, { schemes, light, dark, shape }) {
  const names = new Set([light, dark, shape].flatMap(Object.keys));
  if (names.has('font')) names.add('family').add('density');
  if (schemes) names.add('schemes');
  for (const row of form.querySelectorAll('[data-row]')) {
    const isChanged = names.has(row.dataset.row);
    row.classList.toggle('changed', isChanged);
    const reset = row.querySelector('.reset');
    if (reset) reset.hidden = !isChanged;
  }
  form.querySelector('.over').disabled = names.size === 0;
}
