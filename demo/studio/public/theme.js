const PREFIX = '--alipay-checkout-';

export const emptyTheme = () => ({ schemes: 'both', light: {}, dark: {}, shape: {}, rules: '' });

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
    [...body.matchAll(/--alipay-checkout-([\w-]+): ([^;]+);/g)].map(([, name, value]) => [name, value]),
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
