import type { Plugin } from 'vite';

const IMPORT = /\bimport\((["'`])(\.{1,2}\/[^"'`]+)\1\)/g;

// The address of the next try is another one: not every browser asks again for a module that has once failed to load
// (Chromium does so only of late), and a chunk that never comes would cost a shopper the outcome of a payment. What has
// failed is known to all chunks, for the panel imports an encoder that the entry has tried to preload.
const LOADER = `
const failed = globalThis[Symbol.for("alipay-checkout failed")] ??= {}, loads = {};
const load = (path) => {
  const address = new URL(path, import.meta.url).href;
  return loads[path] ??= import(failed[address] ? address + "?again=" + failed[address] : address).catch((error) => {
    failed[address] = (failed[address] ?? 0) + 1;
    delete loads[path];
    throw error;
  });
};
`;

/** Has a chunk that did not load fetched anew when it is imported again. */
export const importAgain: Plugin = {
  name: 'import-again',
  renderChunk(code) {
    const importing = code.replace(IMPORT, (_, quote: string, path: string) => `load(${quote}${path}${quote})`);
    return importing === code ? null : `${LOADER}${importing}`;
  },
};
