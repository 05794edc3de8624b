import { html, nothing, type TemplateResult } from 'lit';
import { safeUrl } from '../../protocol/safe-url.ts';
import { hasPayment } from '../../session/state.ts';
import type { LaterWords, SceneWords } from '../locales/messages.ts';
import type { PanelHost } from '../panel.ts';
import { LinkCopy } from './link-copy.ts';

/** The way around the camera, for those who cannot aim one: the address that is in the code, for another device. */
export class CodeLink {
  readonly #host: PanelHost;
  readonly #copy: LinkCopy;

  constructor(host: PanelHost) {
    this.#host = host;
    this.#copy = new LinkCopy(host);
  }

  /** What stands in the help, before the steps. Nothing where the code holds no address that a browser opens. */
  draw({ copyLink, linkCopied, copyByHand, sendToPhone }: SceneWords): TemplateResult | typeof nothing {
    const address = this.#address;
    if (!address) return nothing;
    const outcome = this.#copy.outcomeOf(address);
    const link = html`<button part="help-link" class="link" type="button" @click=${() => this.#copy.copy(address)}>
      ${outcome ? linkCopied : copyLink}
    </button>`;
    const share = () => void navigator.share({ url: address }).catch(() => {});
    const isElsewhere = !this.#host.device.system && 'share' in navigator;
    return html`<div class="code-link">${outcome === 'refused' ? nothing : link}</div>
      ${this.#copy.fieldOf(address, copyByHand)}
      ${
        isElsewhere
          ? html`<button part="help-link" class="link" type="button" @click=${share}>${sendToPhone}</button>`
          : nothing
      }`;
  }

  noticeOf(words: LaterWords): string | undefined {
    const address = this.#address;
    return address ? this.#copy.noticeOf(address, words) : undefined;
  }

  /** That of a code which is still to be scanned. */
  get #address(): string | null {
    const { state } = this.#host;
    if (!hasPayment(state) || state.phase !== 'awaiting' || state.payment.reason === 'scanned') return null;
    return state.action?.qrCode ? safeUrl(state.action.qrCode.data) : null;
  }
}
