/** An element, as far as the gateway's format needs it: text beside child elements is not kept. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

const TOKEN =
  /<(?<end>\/)?(?<name>[\w.-]+)(?<attributes>(?:\s+[\w.-]+\s*=\s*"[^"<]*")*)\s*(?<empty>\/)?>|(?<text>[^<]+)/y;
const DECLARATION = /^\uFEFF?\s*<\?xml\s[^?]*\?>/;
const ENTITIES = new Map(Object.entries({ lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }));

/** Parses elements, attributes and text. Knows no comments, sections and types of documents: nobody here sends any. */
export function parseXml(source: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const rest = source.replace(DECLARATION, '').trim();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < rest.length) {
    const groups = TOKEN.exec(rest)?.groups;
    const parent = open.at(-1);
    if (!groups || !parent) throw new SyntaxError('This is not well-formed XML');
    const { end, name, attributes = '', empty, text } = groups;
    if (text !== undefined) parent.text += unescape(text);
    else if (!end) {
      const element = { name: name ?? '', attributes: readAttributes(attributes), children: [], text: '' };
      parent.children.push(element);
      if (!empty) open.push(element);
    } else if (open.pop()?.name !== name || empty) throw new SyntaxError(`"${name}" is closed and not open`);
  }
  const [element] = root.children;
  if (!element || open.length !== 1 || root.children.length !== 1 || root.text) {
    throw new SyntaxError('There must be one element, and it must be closed');
  }
  return element;
}

/** Writes an element. `content` that is text is escaped. */
export function xml(name: string, attributes: Readonly<Record<string, string>>, ...content: readonly string[]): string {
  const list = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`);
  return `<${name}${list.join('')}>${content.join('')}</${name}>`;
}

export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

function readAttributes(text: string): Record<string, string> {
  const found = text.matchAll(/([\w.-]+)\s*=\s*"([^"]*)"/g);
  return Object.fromEntries([...found].map(([, name = '', value = '']) => [name, unescape(value)]));
}

function unescape(text: string): string {
  return text.replace(/&(#x[\da-f]+|#\d+|\w*)(;?)/gi, (_, entity: string, end: string) => {
    const character = entity.startsWith('#') ? fromCode(entity.slice(1)) : ENTITIES.get(entity);
    if (character === undefined || !end) throw new SyntaxError(`"&${entity}" stands for nothing`);
    return character;
  });
}

function fromCode(code: string): string {
  return String.fromCodePoint(/^x/i.test(code) ? Number.parseInt(code.slice(1), 16) : Number(code));
}
