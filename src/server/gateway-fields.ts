/**
 * Reading what a gateway sends, which is seldom typed as its documents say: numbers come as text and text as numbers,
 * null stands for absent, objects arrive as strings of JSON. What cannot be read counts as absent, and is then missing
 * where it is needed.
 */
export type Fields = Readonly<Record<string, unknown>>;

/** The fields of an object; none where it is something else. */
export function toFields(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

/** The fields of an object, also of one that arrives as a string of JSON. */
export function toLooseFields(value: unknown): Fields {
  return toFields(fromJsonText(value));
}

/** The items of a list, also of one that arrives as a string of JSON; none where it is something else. */
export function toList(value: unknown): readonly unknown[] {
  const list = fromJsonText(value);
  return Array.isArray(list) ? list : [];
}

/** Text that is not empty, also of a whole number. */
export function toText(value: unknown): string | undefined {
  // A larger number has already lost digits when it is parsed: better no amount than a wrong one.
  if (Number.isSafeInteger(value)) return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A whole number of at least 0 that is held exactly, also where it arrives as text. */
export function toWholeNumber(value: unknown): number | undefined {
  const text = toText(value);
  if (text === undefined || !/^\d{1,16}$/.test(text)) return undefined;
  const number = Number(text);
  return Number.isSafeInteger(number) ? number : undefined;
}

function fromJsonText(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}
