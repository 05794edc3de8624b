import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as analyzer from '@custom-elements-manifest/analyzer';
import { properties } from '../src/element/alipay-checkout.properties.ts';

interface Named {
  readonly name: string;
  readonly description?: string;
}

interface Member extends Named {
  readonly kind: 'field' | 'method';
  readonly privacy?: 'private' | 'protected';
  readonly static?: boolean;
  readonly readonly?: boolean;
  readonly type?: { readonly text: string };
  readonly default?: string;
  readonly attribute?: string;
  readonly reflects?: boolean;
}

/** What the docstrings of the element's class say, as the analyzer reads them. */
export interface ElementSurface extends Named {
  readonly members: readonly Member[];
  readonly events: readonly Partial<Named>[];
  readonly slots: readonly Named[];
  readonly cssParts: readonly Named[];
  readonly cssProperties: readonly (Named & { readonly default?: string })[];
  readonly cssStates: readonly Named[];
}

// The types of the package tell of its plugins alone.
const { create, ts } = analyzer as unknown as {
  create: (options: { modules: readonly unknown[] }) => { modules: { declarations: readonly Named[] }[] };
  ts: { createSourceFile(name: string, text: string, target: number, setParentNodes: boolean): unknown };
};

const ES2022 = 9;
const CLASS = 'AlipayCheckout';
/** The class that it extends: its options. */
const OPTIONS = 'CheckoutOptions';
const MODULE = 'dist/element/alipay-checkout.js';

/**
 * The whole surface of the element, from its docstrings, in the format that editors and galleries read
 * (https://github.com/webcomponents/custom-elements-manifest).
 */
export function elementManifest(): object {
  const declaration = { name: CLASS, module: MODULE };
  const entry = { kind: 'custom-element-definition', name: 'alipay-checkout', declaration };
  return {
    schemaVersion: '2.1.0',
    modules: [
      {
        kind: 'javascript-module',
        path: MODULE,
        declarations: [elementSurface()],
        exports: [{ kind: 'js', name: CLASS, declaration }],
      },
      { kind: 'javascript-module', path: 'dist/index.js', declarations: [], exports: [entry] },
    ],
  };
}

/** Without what the analyzer takes for events, and what only the element itself may use. */
export function elementSurface(): ElementSurface & { readonly attributes: readonly object[] } {
  const { members, events, ...rest } = analyze();
  const shown = members.filter(isPublic).map(withAttribute);
  return {
    ...rest,
    ...{ tagName: 'alipay-checkout', customElement: true },
    attributes: shown.flatMap(({ name, attribute, type, default: initial, description }) =>
      attribute === undefined ? [] : [{ name: attribute, fieldName: name, type, default: initial, description }],
    ),
    members: shown,
    events: events.filter(({ name }) => name?.startsWith('alipay-')),
  };
}

function analyze(): ElementSurface {
  const options = declarationOf(OPTIONS, 'checkout-options.ts');
  const element = declarationOf(CLASS, 'alipay-checkout.ts');
  return { ...element, members: [...options.members, ...element.members] };
}

function declarationOf(className: string, module: string): ElementSurface {
  const file = fileURLToPath(new URL(`../src/element/${module}`, import.meta.url));
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ES2022, true);
  const found = create({ modules: [source] }).modules[0]?.declarations.find(({ name }) => name === className);
  if (!found) throw new Error(`${className} is not where it used to be`);
  return found as ElementSurface;
}

const isPublic = (member: Member): boolean => !member.static && !member.privacy && member.description !== undefined;

function withAttribute(member: Member): Member {
  const { attribute, reflect } = properties[member.name] ?? { attribute: false };
  if (attribute === false) return member;
  const name = typeof attribute === 'string' ? attribute : member.name.toLowerCase();
  return { ...member, attribute: name, ...(reflect && { reflects: true }) };
}
