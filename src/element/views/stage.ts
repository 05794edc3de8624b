import { html, nothing, type TemplateResult } from 'lit';
import type { Payment } from '../../protocol/payment.ts';
import { formatAmount } from '../format.ts';
import type { PanelWords } from '../locales/messages.ts';
import type { QrPath } from '../qr-path.ts';
import type { Scene } from './scene.ts';

/** Modules of white around a code, without which readers do not find it (ISO/IEC 18004). */
const QUIET = 4;

export interface StageContext {
  readonly messages: PanelWords;
  readonly locale: string;
  /** What the wallet is called. */
  readonly wallet: string;
  readonly payment: Payment | null;
  readonly code: QrPath | 'missing' | null;
}

/** Draws the picture of a scene. */
export function drawStage(
  { stage, faded }: Scene,
  { messages, locale, wallet, payment, code }: StageContext,
): Scene['stage'] {
  const isDrawn = code !== null && code !== 'missing';
  if (stage === 'code' && isDrawn && payment) {
    const { figure, code: currency } = formatAmount(payment.amount, locale);
    return card(code, messages.codeAlternative(`${figure} ${currency}`.trim(), wallet));
  }
  if (stage === 'code' || stage === 'skeleton') return html`<div part="skeleton" class="card skeleton"></div>`;
  return faded && isDrawn ? card(code, null, stage) : stage;
}

/**
 * The code on its white card, in every theme: inverted or grey codes are not read by all wallets.
 *
 * @param alternative - What it says to a screen reader. Null where it must not be scanned any more: it is then faded
 * beyond any reader, under a mark.
 */
function card({ size, path, mark }: QrPath, alternative: string | null, above?: Scene['stage']): TemplateResult {
  return html`<div part="qr-card" class="card ${alternative === null ? 'faded' : ''}">
    <svg
      part=${alternative === null ? nothing : 'qr'}
      class="qr"
      role="img"
      aria-label=${alternative ?? nothing}
      aria-hidden=${alternative === null}
      viewBox="${-QUIET} ${-QUIET} ${size + 2 * QUIET} ${size + 2 * QUIET}"
      shape-rendering="crispEdges"
    >
      <path d=${path} />
      ${mark}
    </svg>
    ${above}
  </div>`;
}
