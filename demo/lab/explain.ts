import { detectDevice, type Device, type DeviceSignals } from 'alipay-checkout/device';

/** A field of the answer, and what it would be instead. */
export interface Change {
  readonly field: string;
  readonly value: string;
}

/** A signal, or one word of the user agent, that the answer rests on. */
export interface Evidence {
  readonly signal: string;
  readonly said: string;
  /** What the answer would be without it, were the rest of the evidence all there is. */
  readonly without: readonly Change[];
}

export interface Explanation {
  readonly answer: readonly Change[];
  /**
   * As little as gives the same answer: what a rule has matched, found by asking and not by telling the rules once more.
   * Empty for a device that is known by nothing: a desktop in a browser.
   */
  readonly evidence: readonly Evidence[];
  /** Each signal as it was read, and what the answer would be without this one alone. */
  readonly signals: readonly { readonly name: string; readonly said: string; readonly without: readonly Change[] }[];
  /** The user agent in pieces, which make it up when joined. */
  readonly userAgent: readonly { readonly text: string; readonly isEvidence: boolean }[];
}

const FIELDS = ['terminal', 'os', 'formFactor', 'system', 'container', 'containerClass', 'canOpenApp'] as const;

// Words before numbers: where either would do, the answer is easier to follow from a word.
const SIGNALS = [
  'screenHeight',
  'screenWidth',
  'hover',
  'anyPointer',
  'coarsePointer',
  'maxTouchPoints',
  'userAgentData',
  'platform',
] as const satisfies readonly (keyof DeviceSignals)[];

// All browsers begin alike, which tells nothing: only what does not is a program.
const WORD = /^(?!(Mozilla|Opera)\/)[^\s;(),]+$/;

/** Why `detectDevice` answers as it does: what it rests on, and what would be different without each signal. */
export function explain(signals: DeviceSignals): Explanation {
  const device = detectDevice(signals);
  const pieces = signals.userAgent.split(/(?<=[\s;(),])|(?=[\s;(),])/);
  const words = pieces.flatMap((text, at) => (WORD.test(text) ? [at] : []));
  const given = SIGNALS.filter((name) => signals[name] !== undefined);

  const all = new Set<Item>([...given, ...words.toReversed()]);
  const ask = (kept: ReadonlySet<Item>): Device => detectDevice(only(signals, pieces, kept));
  const kept = reduce(all, (items) => changes(device, ask(items)).length === 0);
  const evidence = [...kept].map((item) => ({
    signal: typeof item === 'number' ? 'userAgent' : item,
    said: typeof item === 'number' ? pieces[item]! : written(signals[item]),
    without: changes(device, ask(without(kept, item))),
  }));
  const withoutSignal = (name: keyof DeviceSignals): readonly Change[] =>
    changes(device, detectDevice({ ...signals, [name]: name === 'userAgent' ? '' : undefined }));

  return {
    answer: FIELDS.map((field) => ({ field, value: written(device[field]) })),
    evidence: evidence.toReversed(),
    signals: (['userAgent', ...SIGNALS.toReversed()] as const).map((name) => ({
      name,
      said: written(signals[name]),
      without: withoutSignal(name),
    })),
    userAgent: pieces.map((text, at) => ({ text, isEvidence: kept.has(at) })),
  };
}

/** A signal by its name, or a word of the user agent by its place among the pieces. */
type Item = (typeof SIGNALS)[number] | number;

/** Takes out whatever is not missed. What was needed beside something else may not be once that is gone: so once more. */
function reduce(items: ReadonlySet<Item>, isSame: (items: ReadonlySet<Item>) => boolean): ReadonlySet<Item> {
  let kept = items;
  for (const item of items) {
    const fewer = without(kept, item);
    if (isSame(fewer)) kept = fewer;
  }
  return kept.size < items.size ? reduce(kept, isSame) : kept;
}

function without(items: ReadonlySet<Item>, item: Item): ReadonlySet<Item> {
  return new Set([...items].filter((one) => one !== item));
}

function only(signals: DeviceSignals, pieces: readonly string[], kept: ReadonlySet<Item>): DeviceSignals {
  const userAgent = pieces.filter((text, at) => !WORD.test(text) || kept.has(at)).join('');
  return {
    ...Object.fromEntries(SIGNALS.filter((name) => kept.has(name)).map((name) => [name, signals[name]])),
    // Where no word is left there is no user agent either, but only its punctuation.
    userAgent: /\w/.test(userAgent) ? userAgent.trim() : '',
  };
}

/** The fields that differ, with the values of the second. */
function changes(device: Device, other: Device): readonly Change[] {
  return FIELDS.filter((field) => device[field] !== other[field]).map((field) => ({
    field,
    value: written(other[field]),
  }));
}

function written(value: unknown): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
