import { Refusal } from './refusal.ts';

/**
 * Reads the fields of a request as strictly as the documents allow. A name that nobody has read is refused by
 * {@link close}: a parameter that is misspelt would otherwise be lost without a word.
 */
export class Fields {
  readonly #values: Readonly<Record<string, unknown>>;
  readonly #path: string;
  readonly #read = new Set<string>();

  constructor(value: unknown, path = '') {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw new Refusal('parameter_invalid', `${path || 'The body'} must be an object.`);
    }
    this.#values = value as Record<string, unknown>;
    this.#path = path;
  }

  has(name: string): boolean {
    return this.raw(name) !== undefined;
  }

  /** A value as it is. Null counts as absent. */
  raw(name: string): unknown {
    this.#read.add(name);
    return this.#values[name] ?? undefined;
  }

  text(name: string, maxLength = 255): string {
    return this.optionalText(name, maxLength) ?? this.#missing(name);
  }

  optionalText(name: string, maxLength = 255): string | undefined {
    const value = this.raw(name);
    if (value === undefined) return undefined;
    if (typeof value !== 'string' || value === '') throw this.invalid(name, 'must be a string that is not empty');
    if (value.length > maxLength) throw this.invalid(name, `must have at most ${maxLength} characters`);
    return value;
  }

  oneOf<const T extends string>(name: string, values: readonly T[]): T {
    return this.optionalOneOf(name, values) ?? this.#missing(name);
  }

  optionalOneOf<const T extends string>(name: string, values: readonly T[]): T | undefined {
    const value = this.optionalText(name);
    const found = values.find((one) => one === value);
    if (value !== undefined && !found) throw this.invalid(name, `must be one of ${values.join(', ')}`);
    return found;
  }

  integer(name: string, minimum: number): number {
    return this.optionalInteger(name, minimum) ?? this.#missing(name);
  }

  optionalInteger(name: string, minimum: number): number | undefined {
    const value = this.raw(name);
    if (value === undefined) return undefined;
    if (Number.isSafeInteger(value) && (value as number) >= minimum) return value as number;
    throw this.invalid(name, `must be an integer of at least ${minimum}`);
  }

  optionalFlag(name: string): boolean | undefined {
    const value = this.raw(name);
    if (value !== undefined && typeof value !== 'boolean') throw this.invalid(name, 'must be true or false');
    return value;
  }

  url(name: string): string {
    return this.optionalUrl(name) ?? this.#missing(name);
  }

  optionalUrl(name: string): string | undefined {
    const value = this.optionalText(name, 2048);
    if (value === undefined || /^https?:$/.test(URL.parse(value)?.protocol ?? '')) return value;
    throw this.invalid(name, 'must be an http or https URL');
  }

  /** A list of at least one of the values. */
  someOf<const T extends string>(name: string, values: readonly T[]): readonly T[] {
    const list = this.raw(name) ?? this.#missing(name);
    const isKnown = (one: unknown): one is T => values.some((value) => value === one);
    if (Array.isArray(list) && list.length > 0 && list.every(isKnown)) return list;
    throw this.invalid(name, `must be a list of ${values.join(', ')}`);
  }

  /** A list of at least one object. */
  groups(name: string): readonly Fields[] {
    const list = this.raw(name) ?? this.#missing(name);
    if (!Array.isArray(list) || list.length === 0) throw this.invalid(name, 'must be a list that is not empty');
    return list.map((item, at) => new Fields(item, `${this.#pathOf(name)}[${at}]`));
  }

  group(name: string): Fields {
    return this.optionalGroup(name) ?? this.#missing(name);
  }

  optionalGroup(name: string): Fields | undefined {
    const value = this.raw(name);
    return value === undefined ? undefined : new Fields(value, this.#pathOf(name));
  }

  /** An object of strings; empty where it is absent. */
  texts(name: string): Readonly<Record<string, string>> {
    const value = this.raw(name) ?? {};
    const isFit = (one: unknown): boolean => typeof one === 'string' && one.length <= 500;
    if (typeof value === 'object' && !Array.isArray(value) && Object.values(value).every(isFit)) {
      return value as Readonly<Record<string, string>>;
    }
    throw this.invalid(name, 'must be an object of strings');
  }

  /** @throws {Refusal} where there is a parameter that the documents do not know. */
  close(): void {
    const unknown = Object.keys(this.#values).find((name) => !this.#read.has(name));
    if (unknown !== undefined) {
      throw new Refusal('parameter_unknown', `Received unknown parameter: ${this.#pathOf(unknown)}.`);
    }
  }

  invalid(name: string, rule: string): Refusal {
    return new Refusal('parameter_invalid', `${this.#pathOf(name)} ${rule}.`);
  }

  #missing(name: string): never {
    throw new Refusal('parameter_missing', `Missing required param: ${this.#pathOf(name)}.`);
  }

  #pathOf(name: string): string {
    return this.#path ? `${this.#path}.${name}` : name;
  }
}
