import { toList, toLooseFields, toText } from '../../../gateway-fields.ts';

/** Reads a value out of a message: undefined where it is not there, or not what it should be. */
export type Reader<T> = (value: unknown) => T | undefined;

/** A reader for each field, so that the compiler finds a field that nobody reads. */
export type Readers<T> = { readonly [K in keyof T]-?: Reader<Exclude<T[K], undefined>> };

type NeededKey<T> = { [K in keyof T]-?: undefined extends T[K] ? never : K }[keyof T];
type Needed<T> = [NeededKey<T>] extends [never] ? [] : [NeededKey<T>, ...NeededKey<T>[]];

/**
 * Reads an object field by field. What cannot be read is left out, and so is the object where nothing of it can be
 * read, or not what it `needs`.
 */
export function objectOf<T extends object>(readers: Readers<T>, ...needs: Needed<T>): Reader<T> {
  const keys: readonly PropertyKey[] = needs;
  return (value) => {
    const read = readFields(readers, value);
    const isThere = Object.keys(read).length > 0 && keys.every((key) => Object.hasOwn(read, key));
    return isThere ? (read as T) : undefined;
  };
}

/** The fields of a message that can be read, whatever it is. */
export function readFields<T extends object>(readers: Readers<T>, body: unknown): Partial<T> {
  const fields = toLooseFields(body);
  const entries = Object.entries<Reader<unknown>>(readers).map(([name, read]) => [name, read(fields[name])] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as Partial<T>;
}

/** Reads a list; items that cannot be read are left out of it. */
export function listOf<T>(read: Reader<T>): Reader<readonly T[]> {
  return (value) => {
    const items = toList(value);
    if (items.length === 0 && !Array.isArray(value)) return undefined;
    return items.map(read).filter((item) => item !== undefined);
  };
}

/** Reads an object whose field names are not known beforehand. */
export function mapOf<T>(read: Reader<T>): Reader<Readonly<Record<string, T>>> {
  return (value) => {
    const entries = Object.entries(toLooseFields(value)).map(([name, item]) => [name, read(item)] as const);
    const readable = entries.filter((entry): entry is [string, T] => entry[1] !== undefined);
    return readable.length > 0 ? Object.fromEntries(readable) : undefined;
  };
}

/** Decimals, also where they arrive as a number: in the digits that it was written with, as far as can be known. */
export const toDecimals: Reader<string> = (value) =>
  typeof value === 'number' && Number.isFinite(value) ? String(value) : toText(value);

/** A boolean, also one in quotes. */
export const toFlag: Reader<boolean> = (value) => {
  if (value === true || value === 'true') return true;
  return value === false || value === 'false' ? false : undefined;
};

/** JSON in a string, also where it arrives as the object itself. */
export const toJsonText: Reader<string> = (value) =>
  typeof value === 'object' && value !== null ? JSON.stringify(value) : toText(value);

/** An object that is handed on as it is. */
export const toDetails: Reader<Readonly<Record<string, unknown>>> = mapOf((value) => value ?? undefined);
