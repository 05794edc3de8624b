const SCHEMES = ['light', 'dark'];

/** What comes in a link is shown as CSS: nothing may leave its declaration. */
const isValue = (value) => !/[;{}\\]|\/\*/.test(value);

/** Writes what a designer has chosen and changed as the last part of an address, empty where that is nothing. */
export function writeLink({ name, changes }) {
  const link = new URLSearchParams();
  if (name) link.set('theme', name);
  if (changes.schemes) link.set('schemes', changes.schemes);
  for (const scheme of SCHEMES)
    for (const [token, value] of Object.entries(changes[scheme]))
      link.set(`${scheme}.${token}`, value.replace('#', ''));
  for (const [token, value] of Object.entries(changes.shape)) link.set(token, value);
  return link.toString();
}

/** Reads it again. What is not known is left out: anybody may have written it. */
export function readLink(text, { themes, colours, shapes }) {
  const link = new URLSearchParams(text);
  const changes = { light: {}, dark: {}, shape: {} };
  const schemes = link.get('schemes');
  if (['both', ...SCHEMES].includes(schemes)) changes.schemes = schemes;
  for (const [key, value] of link) {
    const [scheme, token] = key.split('.');
    if (SCHEMES.includes(scheme) && colours.includes(token) && /^[\da-f]{6}$/.test(value))
      changes[scheme][token] = `#${value}`;
    if (shapes.includes(key) && isValue(value)) changes.shape[key] = value;
  }
  const name = link.get('theme') ?? '';
  return { name: themes.includes(name) ? name : '', changes };
}
