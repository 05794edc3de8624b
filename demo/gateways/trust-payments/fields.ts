import { Refusal } from './errors.ts';

/** Reads the fields of a request: one that is missing, malformed or anything but a string is an `Invalid field`. */
export class Fields {
  readonly #values: Readonly<Record<string, unknown>>;

  constructor(values: Readonly<Record<string, unknown>>) {
    this.#values = values;
  }

  /** A required string. */
  text(name: string, pattern: RegExp): string {
    const value = this.optionalText(name, pattern);
    if (value === undefined) throw new Refusal('30000', name);
    return value;
  }

  /** Numbers count as malformed too: on this wire every value is a string. */
  optionalText(name: string, pattern: RegExp): string | undefined {
    const value = this.#values[name];
    if (value === undefined) return undefined;
    if (typeof value !== 'string' || !pattern.test(value)) throw new Refusal('30000', name);
    return value;
  }

  /** An object, or undefined where the field is none. */
  group(name: string): Readonly<Record<string, unknown>> | undefined {
    const value = this.#values[name];
    return isObject(value) ? value : undefined;
  }
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What a list of one has in it; undefined for any other. */
export function onlyItem(list: unknown): unknown {
  return Array.isArray(list) && list.length === 1 ? (list as readonly unknown[])[0] : undefined;
}

/** Base units: digits, not only zeros, and no more than 13 of them. */
export const BASE_AMOUNT = /^(?=.*[1-9])\d{1,13}$/;

const ORDER_REFERENCE = /^[^\p{Cc}]{0,255}$/u;
const MAX_ORDER_REFERENCE = 25;

/** The merchant's reference, empty where it gave none. Too long, it is not refused but cut, as it may be in truth. */
export function readOrderReference(fields: Fields): string {
  return (fields.optionalText('orderreference', ORDER_REFERENCE) ?? '').slice(0, MAX_ORDER_REFERENCE);
}
