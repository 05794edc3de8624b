import { Refusal } from './results.ts';

/** Reads the fields of a message as the gateway does: one that is missing, too long or no string is `PARAM_ILLEGAL`. */
export class Fields {
  readonly #values: Record<string, unknown>;
  readonly #path: string;

  constructor(value: unknown, path = '') {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw new Refusal('PARAM_ILLEGAL', `${path || 'The body'} must be an object.`);
    }
    this.#values = value as Record<string, unknown>;
    this.#path = path;
  }

  /** A required string. */
  text(name: string, maxLength: number, pattern = /^/): string {
    const value = this.optionalText(name, maxLength, pattern);
    if (!value) throw this.illegal(name, 'is required');
    return value;
  }

  optionalText(name: string, maxLength: number, pattern = /^/): string | undefined {
    const value = this.#values[name] ?? undefined;
    if (value === undefined) return undefined;
    if (typeof value !== 'string') throw this.illegal(name, 'must be a string');
    if (value.length > maxLength) throw this.illegal(name, `must have at most ${maxLength} characters`);
    if (!pattern.test(value)) throw this.illegal(name, `must match ${pattern.source}`);
    return value;
  }

  oneOf<const T extends string>(name: string, values: readonly T[]): T {
    const value = this.text(name, 64);
    const found = values.find((one) => one === value);
    if (!found) throw this.illegal(name, `must be one of ${values.join(', ')}`);
    return found;
  }

  /** A required boolean: as JSON has it, or quoted as the documents want every scalar. */
  flag(name: string): boolean {
    const value = this.optionalFlag(name);
    if (value === undefined) throw this.illegal(name, 'is required');
    return value;
  }

  optionalFlag(name: string): boolean | undefined {
    const value = this.#values[name] ?? undefined;
    if (value === undefined) return undefined;
    if (value !== true && value !== false && value !== 'true' && value !== 'false') {
      throw this.illegal(name, 'must be true or false');
    }
    return value === true || value === 'true';
  }

  optionalOneOf<const T extends string>(name: string, values: readonly T[]): T | undefined {
    return (this.#values[name] ?? undefined) === undefined ? undefined : this.oneOf(name, values);
  }

  /** A required list of strings, which is not empty. */
  texts(name: string, maxLength: number): readonly string[] {
    const texts = this.optionalTexts(name, maxLength);
    if (!texts || texts.length === 0) throw this.illegal(name, 'is required');
    return texts;
  }

  optionalTexts(name: string, maxLength: number, pattern = /^/): readonly string[] | undefined {
    return this.#list(name)?.map((value) => {
      if (typeof value !== 'string' || !value || value.length > maxLength || !pattern.test(value)) {
        throw this.illegal(name, `must hold strings of at most ${maxLength} characters that match ${pattern.source}`);
      }
      return value;
    });
  }

  /** A list of objects. None where there is no list. */
  groups(name: string, maxLength = Infinity): readonly Fields[] {
    const list = this.#list(name) ?? [];
    if (list.length > maxLength) throw this.illegal(name, `must have at most ${maxLength} elements`);
    return list.map((value, at) => new Fields(value, `${this.#pathOf(name)}[${at}]`));
  }

  /** A required object. */
  group(name: string): Fields {
    return new Fields(this.#values[name], this.#pathOf(name));
  }

  optionalGroup(name: string): Fields | undefined {
    return (this.#values[name] ?? undefined) === undefined ? undefined : this.group(name);
  }

  illegal(name: string, rule: string): Refusal {
    return new Refusal('PARAM_ILLEGAL', `${this.#pathOf(name)} ${rule}.`);
  }

  /** All of it, as it was sent. */
  get values(): Readonly<Record<string, unknown>> {
    return this.#values;
  }

  #list(name: string): readonly unknown[] | undefined {
    const value = this.#values[name] ?? undefined;
    if (value !== undefined && !Array.isArray(value)) throw this.illegal(name, 'must be a list');
    return value;
  }

  #pathOf(name: string): string {
    return this.#path ? `${this.#path}.${name}` : name;
  }
}
