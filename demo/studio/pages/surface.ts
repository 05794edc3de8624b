import { page, type View } from '../../shop/pages/frame.ts';
import { html, type Html } from '../../support/html.ts';
import type { Surface } from '../surface.ts';

type Cell = Html | string | undefined;

/** All that a page can set, hear, fill and style, from the manifest. In the language of developers, as the lab is. */
export function surfacePage(view: View, surface: Surface): Response {
  const { members, events, slots, cssParts, cssProperties, cssStates, description } = surface;
  const fields = members.filter(({ kind }) => kind === 'field');
  const methods = members.filter(({ kind }) => kind === 'method');
  const tables = [
    table(
      'attributes',
      'Attributes and properties',
      ['Attribute', 'Property', 'Type', 'Default', 'What'],
      [
        ...fields.map((field) => [
          code(field.attribute),
          html`${code(field.name)}${field.readonly && html` <small>read-only</small>`}`,
          code(field.type?.text),
          code(field.default),
          prose(field.description),
        ]),
      ],
    ),
    table(
      'methods',
      'Methods',
      ['Method', 'What'],
      methods.map(({ name, description: what }) => [code(`${name}()`), prose(what)]),
    ),
    table(
      'events',
      'Events',
      ['Event', 'Type', 'When'],
      events.map(({ name, type, description: when }) => [code(name), code(type?.text), prose(when)]),
    ),
    table(
      'slots',
      'Slots',
      ['Slot', 'What'],
      slots.map(({ name, description: what }) => [name ? code(name) : 'default', prose(what)]),
    ),
    table(
      'parts',
      'Parts',
      ['Part', 'What'],
      cssParts.map(({ name, description: what }) => [code(`::part(${name})`), prose(what)]),
    ),
    table(
      'tokens',
      'Tokens',
      ['Custom property', 'Default', 'What'],
      cssProperties.map((token) => [
        code(token.name),
        html`${swatch(token.default)}${code(token.default)}`,
        prose(token.description),
      ]),
    ),
    table(
      'states',
      'States',
      ['State', 'What'],
      cssStates.map(({ name, description: what }) => [
        code(`:state(${name})`),
        prose(what ?? 'The phase of this name.'),
      ]),
    ),
  ];
  const main = html`<div class="surface" lang="en">
    <h1>&lt;alipay-checkout&gt;</h1>
    <p class="lead">${prose(description)}</p>
    <p class="lead">
      Written from the docstrings of its class by way of <code>alipay-checkout/custom-elements.json</code>, which
      editors read too. <a href="/studio">Try the tokens in the studio.</a>
    </p>
    <nav aria-label="On this page">
      ${tables.map(({ id, title, count }) => html`<a href="#${id}">${title} <small>${count}</small></a>`)}
    </nav>
    ${tables.map(({ view: shown }) => shown)}
  </div>`;
  const head = html`<link rel="stylesheet" href="/studio/assets/surface.css" />`;
  return page(view, { title: 'The element', main, head });
}

interface Table {
  readonly id: string;
  readonly title: string;
  readonly count: number;
  readonly view: Html;
}

function table(id: string, title: string, heads: readonly string[], rows: readonly (readonly Cell[])[]): Table {
  const view = html`<section>
    <h2 id="${id}">${title}</h2>
    <div class="scroll" role="region" aria-labelledby="${id}" tabindex="0">
      <table>
        <thead>
          <tr>
            ${heads.map((head) => html`<th scope="col">${head}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (cells) =>
              html`<tr>
                ${cells.map((cell, at) => html`<td data-head="${heads[at]}">${cell}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
  return { id, title, count: rows.length, view };
}

const code = (text: string | undefined): Html | undefined => (text ? html`<code>${text}</code>` : undefined);

/** A docstring, whose code stands between backticks. */
const prose = (text = ''): Html =>
  html`${text.split('`').map((piece, index) => (index % 2 === 1 ? html`<code>${piece}</code>` : piece))}`;

/** A picture, whose colour is an attribute: the policy of the page allows no style in it. */
const swatch = (colour = ''): Html | undefined =>
  colour.startsWith('#')
    ? html`<svg class="swatch" viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="8" cy="8" r="7.5" fill="${colour}" />
      </svg> `
    : undefined;
