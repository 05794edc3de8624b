import { html, nothing, type TemplateResult } from 'lit';

/**
 * Words about another wallet than Alipay: `pieces` are what comes before, between and after its name. Isolated, since the
 * name may run the other way than the words, and the words the other way than the page.
 */
export const withName = ([before, ...after]: readonly string[], name: string): TemplateResult =>
  html`<bdi>${before}${after.map((piece) => html`<bdi lang=${langOf(name)}>${name}</bdi>${piece}`)}</bdi>`;

/** A name in Latin letters is read as English, wherever it comes from: a Chinese voice would spell it out. */
export const langOf = (name: string): string | typeof nothing =>
  /[^\p{sc=Latin}\p{sc=Common}]/u.test(name) ? nothing : 'en';
