import type { Plugin } from 'vite';

/**
 * Lets chunks take what they share with the entry from where the entry has put it. Importing it by its name would load
 * it a second time wherever the page knows it by another: behind the redirect of a CDN, or with `?v=2`.
 *
 * @param entry - Its file, without `.js`.
 * @param version - Copies of other versions on the same page share nothing.
 */
export function shareEntry(entry: string, version: string): Plugin {
  const shared = `globalThis[Symbol.for("${entry} ${version}")]`;
  const importOfEntry = new RegExp(`^import \\{(.*)\\} from "\\.\\./${entry}\\.js";$`, 'm');
  return {
    name: 'share-entry',
    renderChunk(code, { isEntry, facadeModuleId }) {
      if (!isEntry) {
        return code.replace(
          importOfEntry,
          (_, names: string) => `const {${names.replaceAll(' as ', ': ')}} = ${shared};`,
        );
      }
      const [list, names] = /^export \{(.*)\};$/m.exec(code) as unknown as [string, string];
      const exported = names.split(',').map((name) => name.trim().split(' as '));
      const isPublic = new Set(this.getModuleInfo(facadeModuleId!)!.exports);
      const ofPage = exported.filter(([local, name = local]) => isPublic.has(name!));
      const ofChunks = exported.map(([local, name = local]) => `${name}: ${local}`);
      return code.replace(
        list,
        () =>
          `${shared} = { ${ofChunks.join(', ')} };\nexport { ${ofPage.map((pair) => pair.join(' as ')).join(', ')} };`,
      );
    },
  };
}
