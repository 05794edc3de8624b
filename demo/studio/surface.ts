import { readFile } from 'node:fs/promises';

interface Named {
  readonly name: string;
  readonly description?: string;
  readonly type?: { readonly text: string };
  readonly default?: string;
}

export interface Member extends Named {
  readonly kind: 'field' | 'method';
  readonly attribute?: string;
  readonly readonly?: boolean;
}

/** What the custom elements manifest of the package says of the element. */
export interface Surface {
  readonly description: string;
  readonly members: readonly Member[];
  readonly events: readonly Named[];
  readonly slots: readonly Named[];
  readonly cssParts: readonly Named[];
  readonly cssProperties: readonly Named[];
  readonly cssStates: readonly Named[];
}

/** Reads the manifest that `npm run build` has written, as an editor would find it. */
export async function readSurface(): Promise<Surface> {
  const file = new URL(import.meta.resolve('alipay-checkout/custom-elements.json'));
  const { modules } = JSON.parse(await readFile(file, 'utf8')) as {
    modules: readonly { readonly declarations: readonly (Surface & { readonly tagName?: string })[] }[];
  };
  const found = modules
    .flatMap(({ declarations }) => declarations)
    .find(({ tagName }) => tagName === 'alipay-checkout');
  if (!found) throw new Error('The manifest does not tell of the element');
  return found;
}
