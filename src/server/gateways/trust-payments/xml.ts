/** An element of the little XML that gateways speak: either text or elements in it, and no namespaces. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Map<string, string>;
  readonly children: XmlElement[];
  text: string;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const DECLARATION = /^\ufeff?<\?xml\s[^<>?]*\?>/;
/** An end tag, a start tag with what it says of itself, or a run of text. Comments, CDATA and DOCTYPE are neither. */
const TOKEN = /<\/([\w.-]+)\s*>|<([A-Za-z_][\w.-]*)((?:\s+[\w.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/y;
const ATTRIBUTE = /([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

export function createElement(name: string, text = ''): XmlElement {
  return { name, attributes: new Map(), children: [], text };
}

/** Writes a document, without white space between its elements. */
export function writeXml(root: XmlElement): string {
  return `<?xml version="1.0" encoding="utf-8"?>${writeElement(root)}`;
}

/**
 * Reads a document. Strict, and less than XML: without DOCTYPE there is no entity that grows, and nothing to fetch.
 *
 * @throws {SyntaxError}
 */
export function readXml(source: string): XmlElement {
  const text = source.replace(DECLARATION, '');
  const document = createElement('');
  const open = [document];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex;
    const [token, closed, name, attributes = '', isEmpty, run] = TOKEN.exec(text) ?? [];
    const parent = open.at(-1);
    if (token === undefined || !parent) throw new SyntaxError(`Not the XML that is expected, at ${at}`);
    if (run !== undefined) parent.text += readText(run);
    if (name !== undefined) {
      const element = createElement(name);
      readAttributes(attributes, element);
      parent.children.push(element);
      if (!isEmpty) open.push(element);
    }
    if (closed !== undefined && open.pop()?.name !== closed) throw new SyntaxError(`<${closed}> is not open at ${at}`);
  }
  const [root] = document.children;
  if (open.length !== 1 || !root || document.children.length > 1 || document.text.trim() !== '') {
    throw new SyntaxError('Not one whole XML document');
  }
  return root;
}

/** Sets the text, or with `@` the attribute, at a path of names such as `billing/amount/@currencycode`. */
export function setAt(element: XmlElement, path: string, value: string): void {
  let target = element;
  for (const step of path.split('/')) {
    if (step.startsWith('@')) {
      target.attributes.set(step.slice(1), value);
      return;
    }
    let child = target.children.find(({ name }) => name === step);
    if (!child) target.children.push((child = createElement(step)));
    target = child;
  }
  target.text = value;
}

/** The text, or with `@` the attribute, at a path of names. Of several elements of one name the first counts. */
export function textAt(element: XmlElement, path: string): string | undefined {
  let target: XmlElement | undefined = element;
  for (const step of path.split('/')) {
    if (step.startsWith('@')) return target?.attributes.get(step.slice(1));
    target = target?.children.find(({ name }) => name === step);
  }
  return target?.text;
}

function writeElement({ name, attributes, children, text }: XmlElement): string {
  const tag = [name, ...[...attributes].map(([key, value]) => `${key}="${escape(value)}"`)].join(' ');
  const content = escape(text) + children.map(writeElement).join('');
  return content === '' ? `<${tag}/>` : `<${tag}>${content}</${name}>`;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => {
    const [name = ''] = Object.entries(ENTITIES).find(([, meant]) => meant === character) ?? [];
    return `&${name};`;
  });
}

function readAttributes(source: string, { attributes }: XmlElement): void {
  for (const [, name = '', double, single] of source.matchAll(ATTRIBUTE)) {
    if (attributes.has(name)) throw new SyntaxError(`The attribute ${name} is there twice`);
    attributes.set(name, readText(double ?? single ?? ''));
  }
}

function readText(source: string): string {
  return source.replace(/&([^;&]*);?/g, (reference, name: string) => {
    const text = reference.endsWith(';') ? readReference(name) : undefined;
    if (text === undefined) throw new SyntaxError('An entity that is not known');
    return text;
  });
}

function readReference(name: string): string | undefined {
  if (Object.hasOwn(ENTITIES, name)) return ENTITIES[name];
  const [, hex, decimal] = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}))$/i.exec(name) ?? [];
  const code = hex ? Number.parseInt(hex, 16) : decimal ? Number(decimal) : 0;
  const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : undefined;
}
