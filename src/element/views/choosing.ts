import { html, nothing, type TemplateResult } from 'lit';
import type { Wallet } from '../../session/backend.ts';
import type { CheckoutState } from '../../session/state.ts';
import { enChoice } from '../locales/en-choice.ts';
import type { ChoiceWords } from '../locales/messages.ts';
import type { Scene, SceneContext } from './scene.ts';

interface RowContext {
  readonly words: ChoiceWords;
  readonly locale: string;
  /** The language to read a name in. Handed over: a module that two chunks import would become a third. */
  readonly langOf: (name: string) => string | typeof nothing;
  readonly onWallet: (wallet: Wallet) => void;
}

/** The wallets to choose from. A tap on one pays with it: a phone has to leave for the wallet on that very tap. */
export function choosingView(
  { wallets }: Extract<CheckoutState, { phase: 'choosing' }>,
  { messages, locale, cancel, langOf, onWallet }: SceneContext & Pick<RowContext, 'langOf'>,
): Scene {
  const words: ChoiceWords = { ...enChoice, ...messages };
  const quiet = cancel && { ...cancel, label: words.back };
  if (!wallets) return { stage: nothing, words: [words.choose[0], words.listing], list: placeholder, quiet };
  const isAnyAvailable = wallets.some(({ available }) => available);
  return {
    stage: nothing,
    words: isAnyAvailable ? words.choose : words.noneAvailable,
    // Firefox stops at what can be scrolled, too, where its rows are stops already.
    list: html`<ul part="wallets" class="wallets" tabindex="-1">
      ${wallets.map((wallet) => html`<li>${row(wallet, { words, locale, langOf, onWallet })}</li>`)}
    </ul>`,
    quiet,
  };
}

const placeholder = html`<ul part="wallets" class="wallets" aria-hidden="true">
  <li part="skeleton" class="wallet skeleton"></li>
  <li part="skeleton" class="wallet skeleton"></li>
  <li part="skeleton" class="wallet skeleton"></li>
</ul>`;

// A box of the page's direction about what may run the other way: such a box would set its lines at the wrong edge.
// Not `disabled`: whoever goes through the list by keyboard is to come by the reason too.
function row(wallet: Wallet, context: RowContext): TemplateResult {
  const { name, region, promotion, available, reason } = wallet;
  const { words, locale, langOf, onWallet } = context;
  return html`<button
    part="wallet"
    class="wallet"
    type="button"
    aria-disabled=${available ? nothing : 'true'}
    @click=${available ? () => onWallet(wallet) : undefined}
  >
    <span class="about">
      <span part="wallet-name"><bdi lang=${langOf(name)}>${name}</bdi></span>
      ${region && html`<span part="wallet-region" class="region">${nameOfRegion(region, locale)}</span>`}
      ${
        available
          ? promotion && html`<span part="wallet-promotion" class="promotion"><bdi>${promotion}</bdi></span>`
          : html`<span part="wallet-reason" class="reason">${explain(reason, words)}</span>`
      }
    </span>
    <svg class="chevron" viewBox="0 0 24 24" aria-hidden="true"><path d="M9 6l6 6l-6 6" /></svg>
  </button>`;
}

function explain(reason: string | undefined, { unavailable }: ChoiceWords): string {
  return unavailable[reason !== undefined && Object.hasOwn(unavailable, reason) ? (reason as 'other') : 'other'];
}

function nameOfRegion(region: string, locale: string): string {
  return new Intl.DisplayNames(locale, { type: 'region', style: 'short' }).of(region) ?? region;
}
