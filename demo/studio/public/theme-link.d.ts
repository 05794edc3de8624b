import type { Changes } from './theme.js';

/** What a designer has chosen and changed. */
export interface Work {
  /** Of the theme that was begun with, empty where it was none. */
  name: string;
  changes: Changes;
}

export interface Known {
  readonly themes: readonly string[];
  readonly colours: readonly string[];
  readonly shapes: readonly string[];
}

export function writeLink(work: Work): string;
export function readLink(text: string, known: Known): Work;
