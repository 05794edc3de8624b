import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { properties } from '../../src/element/alipay-checkout.properties.ts';
import { elementSurface } from '../../scripts/manifest.ts';

const element = fileURLToPath(new URL('../../src/element/', import.meta.url));
const surface = elementSurface();
const source = globSync('**/*.ts', { cwd: element }).map((file) => readFileSync(`${element}/${file}`, 'utf8'));
const docstring = /\/\*\*\n \* A pay button[\s\S]*?\*\//.exec(source.join('\n'))![0];

const namesOf = (list: readonly { readonly name?: string }[]): readonly (string | undefined)[] =>
  list.map(({ name }) => name).sort();

/** The first groups of all that match, each once. */
const allOf = (pattern: RegExp, text: string): readonly string[] =>
  [...new Set([...text.matchAll(pattern)].map((match) => match[1]!))].sort();

for (const [what, tag, list] of [
  ['event', /@fires \{\w+\} (\S+)/g, surface.events],
  ['part', /@csspart (\S+)/g, surface.cssParts],
  ['token', /@cssprop \[(--[\w-]+)/g, surface.cssProperties],
  ['state', /@cssstate (\S+)/g, surface.cssStates],
] as const) {
  it(`names each ${what} of the docstring`, () => {
    const named = allOf(tag, docstring);
    assert.ok(named.length > 0);
    assert.deepEqual(namesOf(list), named);
  });
}

it('names each slot of the docstring, that of the label among them', () => {
  const named = [...docstring.matchAll(/@slot(?: (\w+))? - /g)].map(([, name = '']) => name).sort();
  assert.deepEqual(namesOf(surface.slots), named);
});

it('names each property, and the attribute that it has', () => {
  const fields = surface.members.filter(({ kind }) => kind === 'field');
  for (const [name, { attribute }] of Object.entries(properties)) {
    const field = fields.find((one) => one.name === name);
    assert.ok(field?.description, `${name} is said to be nothing`);
    const expected = typeof attribute === 'string' ? attribute : name.toLowerCase();
    assert.equal(field.attribute, attribute === false ? undefined : expected);
  }
  assert.deepEqual(
    fields.filter(({ readonly }) => readonly).map(({ name }) => name),
    ['state', 'payment'],
  );
});

it('says what each of them is, but for the phases, which are words', () => {
  const { members, events, slots, cssParts, cssProperties } = surface;
  for (const { name, description } of [...members, ...events, ...slots, ...cssParts, ...cssProperties])
    assert.ok(description, `"${name}" has no description`);
});

it('shows no method that is the element’s own', () => {
  const methods = surface.members.filter(({ kind }) => kind === 'method');
  assert.deepEqual(namesOf(methods), ['cancel', 'retry', 'start']);
});

it('has a description for each part that is drawn, and draws each part that it describes', () => {
  const drawn = allOf(/part=(?:"([\w-]+)"|\$\{[^}]*\})/g, source.join('\n')).filter(Boolean);
  const chosen = allOf(/part=\$\{[^}]*'([\w-]+)'[^}]*\}/g, source.join('\n'));
  assert.deepEqual([...new Set([...drawn, ...chosen])].sort(), namesOf(surface.cssParts));
});

it('has a description for each token that a style reads, and reads each that it describes', () => {
  const read = allOf(/var\((--alipay-checkout-[\w-]+)/g, source.join('\n'));
  assert.deepEqual(read, namesOf(surface.cssProperties));
});

it('draws each slot that it describes, and no other', () => {
  const drawn = allOf(/<slot name="([\w-]+)"/g, source.join('\n'));
  assert.deepEqual(drawn, namesOf(surface.slots).filter(Boolean));
});
