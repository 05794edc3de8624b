import { mix } from './colours.js';

const PREFIX = '--alipay-checkout-';

export const emptyTheme = () => ({ schemes: 'both', light: {}, dark: {}, shape: {}, rules: '' });

/** Lays what a designer has changed over the theme they began with. An empty value stands for what the element has. */
export function mergeThemes(base, changes) {
  const merge = (part) =>
    Object.fromEntries(Object.entries({ ...base[part], ...changes[part] }).filter(([, value]) => value));
  const schemes = changes.schemes ?? base.schemes;
  return { schemes, light: merge('light'), dark: merge('dark'), shape: merge('shape'), rules: base.rules };
}

/** What a colour is, given or not. */
export function colourOf(theme, scheme, name, colours) {
  const given = theme[scheme][name];
  if (given) return given;
  const usual = colours.find((one) => one.name === name)[scheme];
  if (typeof usual === 'string') return usual;
  return mix(colourOf(theme, scheme, 'text', colours), usual, colourOf(theme, scheme, 'surface', colours));
}

/**
 * Adds the colours that have to be said so that those that are given do what they say. The colours of the light scheme stand
 * for both: where the dark one has none of its own, it would have the light one's. And a theme of one scheme is on pages
 * whose shopper prefers the other.
 */
export function completeTheme(theme, colours) {
  const { schemes, light, dark } = theme;
  if (schemes === 'both') {
    const missing = Object.keys(light).filter((name) => !(name in dark));
    const added = missing.map((name) => [name, colourOf(theme, 'dark', name, colours)]);
    return { ...theme, dark: { ...dark, ...Object.fromEntries(added) } };
  }
  // Those that are mixed follow from the others by themselves.
  const given = theme[schemes];
  const missing = colours.filter(({ name, [schemes]: usual }) => typeof usual === 'string' && !(name in given));
  const added = missing.map(({ name, [schemes]: usual }) => [name, usual]);
  return { ...theme, [schemes]: { ...given, ...Object.fromEntries(added) } };
}

/** Reads a theme of the package, whose files are all written alike. */
export function parseTheme(css, colours) {
  const base = Object.entries(tokensIn(css, 'alipay-checkout'));
  const isColour = ([name]) => colours.includes(name);
  const given = Object.fromEntries(base.filter(isColour));
  const schemes = /color-scheme: (light|dark);/.exec(css)?.[1] ?? 'both';
  return {
    schemes,
    light: schemes === 'dark' ? {} : given,
    dark: schemes === 'both' ? tokensIn(css, "alipay-checkout[theme='dark']") : schemes === 'dark' ? given : {},
    shape: Object.fromEntries(base.filter((token) => !isColour(token))),
    rules: /^alipay-checkout::part[^]*$/m.exec(css)?.[0].trim() ?? '',
  };
}

function tokensIn(css, selector) {
  const start = css.indexOf(`${selector} {`);
  const body = start < 0 ? '' : css.slice(start, css.indexOf('}', start));
  return Object.fromEntries(
    [...body.matchAll(/--alipay-checkout-([\w-]+):\s+([^;]+);/g)].map(([, name, value]) => [name, value]),
  );
}

/** Writes a theme as a shop would link it. */
export function formatTheme({ schemes, light, dark, shape, rules }, tag = 'alipay-checkout') {
  const first = schemes === 'dark' ? dark : light;
  const tokens = [...lines(first), ...lines(shape)];
  if (schemes !== 'both') tokens.push(`color-scheme: ${schemes};`);
  const pieces = [];
  if (tokens.length > 0) pieces.push(block(tag, tokens));
  if (schemes === 'both' && Object.keys(dark).length > 0) {
    const preferred = block(`${tag}:not([theme='light'])`, lines(dark)).replace(/^/gm, '  ');
    pieces.push(`@media (prefers-color-scheme: dark) {\n${preferred}\n}`, block(`${tag}[theme='dark']`, lines(dark)));
  }
  // The name of a token has that of the element in it.
  if (rules) pieces.push(rules.replaceAll(/(?<!-)alipay-checkout(?!-)/g, tag));
  return pieces.join('\n');
}

const lines = (tokens) => Object.entries(tokens).map(([name, value]) => `${PREFIX}${name}: ${value};`);

const block = (selector, inside) => `${selector} {\n${inside.map((line) => `  ${line}`).join('\n')}\n}`;
