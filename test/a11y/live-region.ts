/**
 * What a screen reader would say of a live region that is not atomic: the texts that are new, in their order, all that
 * came in one task together, and nothing that was gone by the end of it. What is there from the beginning is not read.
 */
export class LiveRegion {
  readonly #region: Element;
  readonly #said: string[] = [];
  readonly #changed = new Set<Node>();
  readonly #observer = new MutationObserver((records) => this.#note(records));
  // Not a timer: time may stand still.
  readonly #nextTask = new MessageChannel();

  constructor(region: Element) {
    this.#region = region;
    this.#observer.observe(region, { childList: true, characterData: true, subtree: true });
    this.#nextTask.port1.onmessage = () => this.#hear();
  }

  /** What it has said since it was last asked. */
  take(): string[] {
    this.#note(this.#observer.takeRecords());
    this.#hear();
    return this.#said.splice(0);
  }

  #note(records: readonly MutationRecord[]): void {
    for (const { target, addedNodes } of records) {
      for (const node of [...addedNodes, ...ownText(target)]) this.#changed.add(node);
    }
    this.#nextTask.port2.postMessage(null);
  }

  #hear(): void {
    const walker = document.createTreeWalker(this.#region, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode as Text;
      const isNew = [...this.#changed].some((node) => node.contains(text));
      if (isNew && text.data.trim()) this.#said.push(text.data.trim());
    }
    this.#changed.clear();
  }
}

const ownText = (node: Node): readonly Node[] => (node.nodeType === Node.TEXT_NODE ? [node] : []);
