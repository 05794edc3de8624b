import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openApiDocument } from '../../src/protocol/openapi.ts';
import { ERRORS } from '../../src/protocol/problem.ts';

const text = JSON.stringify(openApiDocument('1.2.3'));

describe('the OpenAPI document', () => {
  it('refers to nothing that it does not hold', () => {
    const document = JSON.parse(text) as { components: { schemas: Record<string, unknown> } };
    const names = [...text.matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name]) => name!);
    assert.ok(names.length > 10);
    for (const name of names) assert.ok(name in document.components.schemas, name);
  });

  it('names every code that an endpoint may answer, under its status', () => {
    for (const code of Object.keys(ERRORS)) assert.match(text, new RegExp(`[" ]${code}[",]`), code);
  });

  it('shows an implementer no way for a page to set an amount', () => {
    const { components } = JSON.parse(text) as { components: { schemas: { CreateRequest: { properties: object } } } };
    const asked = Object.keys(components.schemas.CreateRequest.properties);
    assert.deepEqual(asked.sort(), ['locale', 'orderId', 'os', 'returnUrl', 'terminal', 'wallet']);
  });
});
