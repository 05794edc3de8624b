/**
 * The part of JSON Schema 2020-12 that the contract needs, as plain data.
 *
 * One schema gives the TypeScript type (`Infer`), the parser of both sides (`parse`) and, unchanged, its place in the
 * OpenAPI document. A validation library would add about 2 kB to what every shopper downloads; this file adds a quarter.
 */
export type Schema = StringSchema | IntegerSchema | BooleanSchema | ArraySchema | ObjectSchema | NullableSchema;

interface StringSchema {
  readonly type: 'string';
  readonly enum?: readonly string[];
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: 'date-time';
}

interface IntegerSchema {
  readonly type: 'integer';
  readonly minimum?: number;
  readonly maximum?: number;
}

interface BooleanSchema {
  readonly type: 'boolean';
}

interface ArraySchema {
  readonly type: 'array';
  readonly items: Schema;
  readonly maxItems: number;
}

/** Either named `properties`, or any names with values of one kind. */
interface ObjectSchema {
  readonly type: 'object';
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly minProperties?: number;
  readonly additionalProperties?: Schema;
}

interface NullableSchema {
  readonly anyOf: readonly [Schema, { readonly type: 'null' }];
}

type Flat<T> = { [K in keyof T]: T[K] };

/** The TypeScript type of the values that a schema accepts. */
export type Infer<S> = S extends { enum: readonly (infer E)[] }
  ? E
  : S extends { type: 'string' }
    ? string
    : S extends { type: 'integer' }
      ? number
      : S extends { type: 'boolean' }
        ? boolean
        : S extends { type: 'array'; items: infer I }
          ? readonly Infer<I>[]
          : S extends { additionalProperties: infer V }
            ? Readonly<Record<string, Infer<V>>>
            : S extends { properties: infer P; required: readonly (infer R)[] }
              ? Flat<
                  { readonly [K in keyof P as K extends R ? K : never]: Infer<P[K]> } & {
                    readonly [K in keyof P as K extends R ? never : K]?: Infer<P[K]>;
                  }
                >
              : S extends { anyOf: readonly [infer V, unknown] }
                ? Infer<V> | null
                : never;

/** A value did not have the shape that the contract gives it. `path` says where, as in `payment.amount.value`. */
export class ShapeError extends Error {
  override readonly name = 'ShapeError';
  readonly path: string;

  constructor(path: string, expected: string) {
    super(`${path || 'The body'} must be ${expected}`);
    this.path = path;
  }
}

/**
 * Reads an unknown value as what `schema` describes.
 *
 * Answers a copy with the known properties only: what a newer peer adds is ignored, and a property such as `__proto__`
 * goes nowhere. An optional property that is `null` counts as absent, since many back ends cannot leave a field out.
 *
 * @throws {ShapeError} where the value does not fit.
 */
export function parse<const S extends Schema>(schema: S, value: unknown, path = ''): Infer<S> {
  return read(schema, value, path) as Infer<S>;
}

function read(schema: Schema, value: unknown, path: string): unknown {
  if ('anyOf' in schema) return value === null ? null : read(schema.anyOf[0], value, path);
  switch (schema.type) {
    case 'string':
      return readString(schema, value, path);
    case 'integer': {
      const { minimum = Number.MIN_SAFE_INTEGER, maximum = Number.MAX_SAFE_INTEGER } = schema;
      if (!Number.isSafeInteger(value) || (value as number) < minimum || (value as number) > maximum) {
        throw new ShapeError(path, `an integer from ${minimum} to ${maximum}`);
      }
      return value;
    }
    case 'boolean':
      if (typeof value !== 'boolean') throw new ShapeError(path, 'true or false');
      return value;
    case 'array':
      if (!Array.isArray(value) || value.length > schema.maxItems) {
        throw new ShapeError(path, `a list of at most ${schema.maxItems} items`);
      }
      return value.map((item, index) => read(schema.items, item, `${path}[${index}]`));
    case 'object':
      return readObject(schema, value, path);
  }
}

function readString(schema: StringSchema, value: unknown, path: string): string {
  if (typeof value !== 'string') throw new ShapeError(path, 'a string');
  const { enum: values, minLength = 0, maxLength = Infinity, pattern, format } = schema;
  if (values && !values.includes(value)) throw new ShapeError(path, `one of ${values.join(', ')}`);
  if (value.length < minLength || value.length > maxLength) {
    throw new ShapeError(path, `${minLength} to ${maxLength} characters long`);
  }
  if (pattern && !new RegExp(pattern, 'u').test(value)) throw new ShapeError(path, `a match of ${pattern}`);
  if (format && Number.isNaN(Date.parse(value))) throw new ShapeError(path, 'a time as in RFC 3339');
  return value;
}

function readObject(schema: ObjectSchema, value: unknown, path: string): object {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new ShapeError(path, 'an object');
  const source = value as Record<string, unknown>;
  const into = path ? `${path}.` : '';
  const { properties = {}, required = [], minProperties = 0, additionalProperties: values } = schema;
  if (values) {
    return Object.fromEntries(Object.entries(source).map(([key, item]) => [key, read(values, item, into + key)]));
  }
  const found: Record<string, unknown> = {};
  for (const [key, property] of Object.entries(properties)) {
    const item = Object.hasOwn(source, key) ? source[key] : undefined;
    const absent = item === undefined || (item === null && !('anyOf' in property));
    if (!absent) found[key] = read(property, item, into + key);
    else if (required.includes(key)) throw new ShapeError(into + key, 'present');
  }
  if (Object.keys(found).length < minProperties) throw new ShapeError(path, 'an object that is not empty');
  return found;
}
