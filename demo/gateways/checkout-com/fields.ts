import { Refusal } from './refusal.ts';

export interface TextRule {
  readonly max?: number;
  readonly pattern?: RegExp;
}

/**
 * Reads the fields of a request as the gateway does: all that is wrong is told at once, as `amount_required` or
 * `amount_invalid`. What is wrong reads as empty until {@link verify} refuses the whole.
 */
export class Fields {
  readonly #values: Readonly<Record<string, unknown>>;
  readonly #codes: string[];

  private constructor(values: Readonly<Record<string, unknown>>, codes: string[]) {
    this.#values = values;
    this.#codes = codes;
  }

  /** @throws {Refusal} where the body is no object. */
  static of(body: unknown): Fields {
    if (!isObject(body)) throw new Refusal(422, ['request_body_malformed']);
    return new Fields(body, []);
  }

  has(name: string): boolean {
    return this.#value(name) !== undefined;
  }

  text(name: string, rule: TextRule = {}, code = name): string {
    if (!this.has(name) || this.raw(name) === '') this.refuse(`${code}_required`);
    return this.optionalText(name, rule, code) ?? '';
  }

  optionalText(name: string, { max = 255, pattern = /^/ }: TextRule = {}, code = name): string | undefined {
    const value = this.#value(name);
    if (value === undefined) return undefined;
    if (typeof value === 'string' && value.length <= max && pattern.test(value)) return value;
    this.refuse(`${code}_invalid`);
    return undefined;
  }

  integer(name: string, min: number, max: number): number {
    if (!this.has(name)) this.refuse(`${name}_required`);
    return this.optionalInteger(name, min, max) ?? 0;
  }

  optionalInteger(name: string, min: number, max: number): number | undefined {
    const value = this.#value(name);
    if (value === undefined) return undefined;
    if (typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max) return value;
    this.refuse(`${name}_invalid`);
    return undefined;
  }

  oneOf<const T extends string>(name: string, values: readonly T[], code = name): T | undefined {
    const value = this.text(name, {}, code);
    const found = values.find((one) => one === value);
    if (value && !found) this.refuse(`${code}_invalid`);
    return found;
  }

  optionalUrl(name: string, max: number): string | undefined {
    const value = this.optionalText(name, { max });
    if (value === undefined || /^https?:$/.test(URL.parse(value)?.protocol ?? '')) return value;
    this.refuse(`${name}_invalid`);
    return undefined;
  }

  /** A value as it is, for rules of its own. */
  raw(name: string): unknown {
    return this.#value(name);
  }

  /** An object. One that is missing has no fields. */
  group(name: string): Fields {
    const value = this.#value(name);
    if (isObject(value)) return new Fields(value, this.#codes);
    if (value !== undefined) this.refuse(`${name}_invalid`);
    return new Fields({}, this.#codes);
  }

  list(name: string): readonly Fields[] {
    const value = this.#value(name);
    if (value === undefined) return [];
    if (Array.isArray(value) && value.every(isObject)) return value.map((item) => new Fields(item, this.#codes));
    this.refuse(`${name}_invalid`);
    return [];
  }

  refuse(code: string): void {
    if (!this.#codes.includes(code)) this.#codes.push(code);
  }

  /** @throws {Refusal} with all that was wrong. */
  verify(): void {
    if (this.#codes.length > 0) throw new Refusal(422, this.#codes);
  }

  #value(name: string): unknown {
    return this.#values[name] ?? undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
