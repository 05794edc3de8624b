import type { Messages } from '../../src/element/locales/messages.ts';
import { enMessages } from './en-messages.ts';

/** What its texts have at both ends: where a mark is missing, the text was cut off. */
const MARKS = ['[', ']'] as const;

/** English whose every word is 40 % longer, as other languages are at their worst. */
export const pseudoMessages = translate(enMessages) as Messages;

export function pseudo(text: string): string {
  return (
    MARKS[0] + text.replace(/\{wallet\}|\p{L}+/gu, (word) => (word === '{wallet}' ? word : stretch(word))) + MARKS[1]
  );
}

function stretch(word: string): string {
  const at = Math.max(word.search(/[aeiou]/i), 0);
  return word.slice(0, at) + word.charAt(at).repeat(Math.ceil(word.length * 0.4)) + word.slice(at);
}

function translate(words: unknown): unknown {
  if (typeof words === 'string') return pseudo(words);
  if (isSentence(words)) return (...values: unknown[]) => pseudo(words(...values));
  if (Array.isArray(words)) return words.map(translate);
  return Object.fromEntries(Object.entries(words as object).map(([key, value]) => [key, translate(value)]));
}

function isSentence(words: unknown): words is (...values: unknown[]) => string {
  return typeof words === 'function';
}
