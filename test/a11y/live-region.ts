/**
 * What a screen reader would say of a live region that is not atomic: the texts that are new, in their order, all that
 * came in one task together. What is there from the beginning is not read.
 */
export class LiveRegion {
  readonly #region: Element;
  readonly #said: string[] = [];
  readonly #observer = new MutationObserver((records) => this.#hear(records));

  constructor(region: Element) {
    this.#region = region;
    this.#observer.observe(region, { childList: true, characterData: true, subtree: true });
  }

  /** What it has said since it was last asked. */
  take(): string[] {
    this.#hear(this.#observer.takeRecords());
    return this.#said.splice(0);
  }

  #hear(records: readonly MutationRecord[]): void {
    const changed = new Set(records.flatMap(({ target, addedNodes }) => [...addedNodes, ...ownText(target)]));
    const walker = document.createTreeWalker(this.#region, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode as Text;
      const isNew = [...changed].some((node) => node.contains(text));
      if (isNew && text.data.trim()) this.#said.push(text.data.trim());
    }
  }
}

const ownText = (node: Node): readonly Node[] => (node.nodeType === Node.TEXT_NODE ? [node] : []);
