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

  /** A required object. */
  group(name: string): Fields {
    return new Fields(this.#values[name], this.#path ? `${this.#path}.${name}` : name);
  }

  optionalGroup(name: string): Fields | undefined {
    return (this.#values[name] ?? undefined) === undefined ? undefined : this.group(name);
  }

  illegal(name: string, rule: string): Refusal {
    return new Refusal('PARAM_ILLEGAL', `${this.#path ? `${this.#path}.` : ''}${name} ${rule}.`);
  }
}
