import type { Plugin } from 'vite';

const IMPORT = /\bimport\((["'`])(\.{1,2}\/[^"'`]+)\1\)/g;

// The address of the next try is another one: not every browser asks again for a module that has once failed to load
// (Chromium does so only of late), and a chunk that never comes would cost a shopper the outcome of a payment. What has
// failed is known to all chunks, for the panel imports an encoder that the entry has tried to preload. Under names that
// no code of ours has: a function with a `load` of its own would call that one.
const LOADER = `
const failedChunks = globalThis[Symbol.for("alipay-checkout failed")] ??= {}, comingChunks = {};
const importChunk = (path) => {
  const address = new URL(path, import.meta.url).href, times = failedChunks[address];
  return comingChunks[path] ??= import(times ? address + "?again=" + times : address).catch((error) => {
    failedChunks[address] = (failedChunks[address] ?? 0) + 1;
    delete comingChunks[path];
    throw error;
  });
};
`;

/** Has a chunk that did not load fetched anew when it is imported again. */
export const importAgain: Plugin = {
  name: 'import-again',
  renderChunk(code) {
    const importing = code.replace(IMPORT, (_, quote: string, path: string) => `importChunk(${quote}${path}${quote})`);
    return importing === code ? null : `${LOADER}${importing}`;
  },
};
