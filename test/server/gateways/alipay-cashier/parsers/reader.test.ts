import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { toText } from '../../../../../src/server/gateway-fields.ts';
import {
  listOf,
  mapOf,
  objectOf,
  type Reader,
  toDecimals,
  toDetails,
  toFlag,
  toJsonText,
} from '../../../../../src/server/gateways/alipay-cashier/parsers/reader.ts';

const toCode = objectOf<{ value: string; type?: string }>({ value: toText, type: toText }, 'value');

const tables: [what: string, read: Reader<unknown>, rows: [value: unknown, read: unknown][]][] = [
  [
    'an object',
    toCode,
    [
      [
        { value: 'a', type: 'b', more: 'c' },
        { value: 'a', type: 'b' },
      ],
      [{ value: 'a', type: null }, { value: 'a' }],
      ['{"value":"a"}', { value: 'a' }],
      [{ type: 'b' }, undefined],
      [{ value: '' }, undefined],
      ['{"value":', undefined],
      [['a'], undefined],
      [null, undefined],
      [undefined, undefined],
    ],
  ],
  [
    'an object that needs nothing',
    objectOf<{ type?: string }>({ type: toText }),
    [
      [{ type: 'b' }, { type: 'b' }],
      [{}, undefined],
      [{ other: 'b' }, undefined],
    ],
  ],
  [
    'a list',
    listOf(toCode),
    [
      [
        [{ value: 'a' }, null, {}, 'b', { value: 'c' }],
        [{ value: 'a' }, { value: 'c' }],
      ],
      ['[{"value":"a"}]', [{ value: 'a' }]],
      [[], []],
      [null, undefined],
      [{}, undefined],
      ['a', undefined],
    ],
  ],
  [
    'a map',
    mapOf(toText),
    [
      [
        { zh_CN: '茶', en_US: null, size: 2 },
        { zh_CN: '茶', size: '2' },
      ],
      ['{"zh_CN":"茶"}', { zh_CN: '茶' }],
      [{}, undefined],
      ['茶', undefined],
      [['茶'], undefined],
    ],
  ],
  [
    'decimals',
    toDecimals,
    [
      ['7.1200', '7.1200'],
      [7.12, '7.12'],
      [7, '7'],
      [NaN, undefined],
      ['', undefined],
      [null, undefined],
      [true, undefined],
    ],
  ],
  [
    'a flag',
    toFlag,
    [
      [true, true],
      ['true', true],
      [false, false],
      ['false', false],
      [1, undefined],
      ['yes', undefined],
      [null, undefined],
    ],
  ],
  [
    'JSON in a string',
    toJsonText,
    [
      ['{"a":1}', '{"a":1}'],
      [{ a: 1 }, '{"a":1}'],
      [null, undefined],
      ['', undefined],
    ],
  ],
  [
    'details',
    toDetails,
    [
      [
        { issuer: 'A', raw: { code: 5 }, none: null },
        { issuer: 'A', raw: { code: 5 } },
      ],
      [{}, undefined],
      [null, undefined],
    ],
  ],
];

for (const [what, read, rows] of tables) {
  describe(what, () => {
    for (const [value, expected] of rows) {
      it(`is ${JSON.stringify(expected)} from ${JSON.stringify(value)}`, () => assert.deepEqual(read(value), expected));
    }
  });
}
