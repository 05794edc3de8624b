import { waitUntil as waitBriefly } from '@open-wc/testing';

/** Patient enough for files that are fetched in one browser while others run beside it: not the library's one second. */
export const waitUntil: typeof waitBriefly = (predicate, message, options) =>
  waitBriefly(predicate, message, { timeout: 8000, ...options });
