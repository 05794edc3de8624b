import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse, type Schema, ShapeError } from '../../src/protocol/json-schema.ts';

const tea = {
  type: 'object',
  properties: {
    name: { type: 'string', minLength: 1, maxLength: 8 },
    kind: { type: 'string', enum: ['green', 'black'] },
    grams: { type: 'integer', minimum: 1, maximum: 500 },
    organic: { type: 'boolean' },
    notes: { type: 'array', maxItems: 2, items: { type: 'string', pattern: '^[a-z]+$' } },
    origin: {
      anyOf: [{ type: 'object', properties: { farm: { type: 'string' } }, required: ['farm'] }, { type: 'null' }],
    },
    labels: { type: 'object', additionalProperties: { type: 'string' } },
    picked: { type: 'string', format: 'date-time' },
  },
  required: ['name', 'origin'],
} as const satisfies Schema;

const least = { name: 'Longjing', origin: null };

describe('parse', () => {
  it('keeps what the schema knows, in its own copy, and drops the rest', () => {
    const given = { ...least, organic: true, price: 5 };
    const read = parse(tea, given);
    assert.deepEqual(read, { ...least, organic: true });
    assert.notEqual(read, given);
  });

  it('takes null for an absent property where the property is optional', () => {
    assert.deepEqual(parse(tea, { ...least, grams: null, labels: undefined }), least);
  });

  it('lets no property reach a prototype', () => {
    const read = parse(tea, JSON.parse('{"name":"x","origin":null,"labels":{"__proto__":"y","constructor":"z"}}'));
    assert.equal(({} as Record<string, unknown>)['y'], undefined);
    assert.equal(Object.getPrototypeOf(read.labels), Object.prototype);
    assert.throws(() => parse(tea, Object.create({ name: 'inherited', origin: null })), ShapeError);
  });

  const refused: [string, unknown, path: string][] = [
    ['null', null, ''],
    ['a list', [], ''],
    ['a missing property', { origin: null }, 'name'],
    ['a missing nullable property', { name: 'x' }, 'origin'],
    ['a number for a string', { ...least, name: 5 }, 'name'],
    ['an empty string', { ...least, name: '' }, 'name'],
    ['a string that is too long', { ...least, name: 'x'.repeat(9) }, 'name'],
    ['a word outside the list', { ...least, kind: 'white' }, 'kind'],
    ['a fraction', { ...least, grams: 1.5 }, 'grams'],
    ['an integer in quotes', { ...least, grams: '5' }, 'grams'],
    ['an integer out of range', { ...least, grams: 501 }, 'grams'],
    ['a truthy value', { ...least, organic: 1 }, 'organic'],
    ['too many items', { ...least, notes: ['a', 'b', 'c'] }, 'notes'],
    ['a bad item', { ...least, notes: ['a', 'B'] }, 'notes[1]'],
    ['a bad value inside', { ...least, origin: { farm: 5 } }, 'origin.farm'],
    ['a bad value under any name', { ...least, labels: { size: 5 } }, 'labels.size'],
    ['a time that is none', { ...least, picked: 'yesterday' }, 'picked'],
  ];
  for (const [what, value, path] of refused) {
    it(`refuses ${what}, and says where`, () => {
      assert.throws(
        () => parse(tea, value),
        (error) => error instanceof ShapeError && error.path === path,
      );
    });
  }
});
