import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { safeUrl } from '../../protocol/safe-url.ts';
import { type CheckoutState, hasPayment } from '../../session/state.ts';
import type { LaterWords, SceneWords } from '../locales/messages.ts';
import type { PanelHost } from '../panel.ts';
import type { Copying } from '../views/guide.ts';

/** The way around the camera, for those who cannot aim one: the address that is in the code, for another device. */
export class CodeLink implements ReactiveController {
  readonly #host: PanelHost;
  #copying: Copying;
  #copied = '';

  constructor(host: PanelHost) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdate(): void {
    if (this.#copied && this.#copied !== addressOf(this.#host.state)) this.#copying = undefined;
  }

  /** What stands under the help. Nothing where the code holds no address that a browser opens. */
  draw({ copyLink, linkCopied, copyByHand, sendToPhone }: SceneWords): TemplateResult | typeof nothing {
    const address = addressOf(this.#host.state);
    if (!address) return nothing;
    const share = () => void navigator.share({ url: address }).catch(() => {});
    return html`<div class="code-link">
      ${
        this.#copying === 'refused'
          ? html`<input
              part="address"
              class="address"
              readonly
              dir="ltr"
              aria-label=${copyByHand}
              .value=${address}
              @focus=${select}
            />`
          : html`<button part="secondary-button" class="quiet" type="button" @click=${() => this.#copy(address)}>
              ${this.#copying ? linkCopied : copyLink}
            </button>`
      }
      ${
        'share' in navigator
          ? html`<button part="secondary-button" class="quiet" type="button" @click=${share}>${sendToPhone}</button>`
          : nothing
      }
    </div>`;
  }

  noticeOf({ linkCopied, copyByHand }: LaterWords): string | undefined {
    return this.#copying && { copied: linkCopied, refused: copyByHand }[this.#copying];
  }

  async #copy(address: string): Promise<void> {
    this.#copied = address;
    try {
      await navigator.clipboard.writeText(address);
      this.#copying = 'copied';
    } catch {
      // Not there, or not allowed.
      this.#copying = 'refused';
    }
    this.#host.requestUpdate();
  }
}

function addressOf(state: CheckoutState): string | null {
  const code = hasPayment(state) && state.phase === 'awaiting' ? state.action?.qrCode : undefined;
  return code ? safeUrl(code.data) : null;
}

function select({ target }: Event): void {
  (target as HTMLInputElement).select();
}
