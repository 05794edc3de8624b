import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { LaterWords } from '../locales/messages.ts';

/** Copies addresses, or shows the one that it may not copy, to be selected. */
export class LinkCopy {
  readonly #host: ReactiveControllerHost;
  #address = '';
  /** `refused`: no page may write to the clipboard here. */
  #outcome: 'copied' | 'refused' | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** Needs a user gesture. Never rejects. */
  async copy(address: string): Promise<void> {
    this.#address = address;
    try {
      await navigator.clipboard.writeText(address);
      this.#outcome = 'copied';
    } catch {
      // Not there, or not allowed.
      this.#outcome = 'refused';
    }
    this.#host.requestUpdate();
  }

  forget(): void {
    this.#outcome = undefined;
  }

  /** What became of the wish to copy an address. */
  outcomeOf(address: string): 'copied' | 'refused' | undefined {
    return address === this.#address ? this.#outcome : undefined;
  }

  noticeOf(address: string, { linkCopied, copyByHand }: LaterWords): string | undefined {
    const outcome = this.outcomeOf(address);
    return outcome && { copied: linkCopied, refused: copyByHand }[outcome];
  }

  /** The address itself, where it may not be copied. */
  fieldOf(address: string, label: string): TemplateResult | typeof nothing {
    return this.outcomeOf(address) === 'refused'
      ? html`<input
          part="address"
          class="address"
          readonly
          dir="ltr"
          aria-label=${label}
          .value=${address}
          @focus=${selectAll}
        />`
      : nothing;
  }
}

function selectAll({ target }: Event): void {
  (target as HTMLInputElement).select();
}
