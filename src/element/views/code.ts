import type { PaymentState } from '../../session/state.ts';
import { html, type TemplateResult } from 'lit';
import { formatAmount } from '../format.ts';
import { disc, type Icon } from './icons.ts';
import type { ViewContext } from './scene.ts';

/** Modules of white around a code, without which readers do not find it (ISO/IEC 18004). */
const QUIET = 4;

export const skeleton = html`<div part="skeleton" class="card skeleton"></div>`;

/** The code on its white card, in every theme: inverted or grey codes are not read by all wallets. */
export function codeStage({ payment }: PaymentState, { code, locale, messages }: ViewContext): TemplateResult {
  if (!code || code === 'missing') return skeleton;
  const { figure, code: currency } = formatAmount(payment.amount, locale);
  return html`<div part="qr-card" class="card">
    <svg
      part="qr"
      class="qr"
      role="img"
      aria-label=${messages.codeAlternative(`${figure} ${currency}`.trim())}
      viewBox="${-QUIET} ${-QUIET} ${code.size + 2 * QUIET} ${code.size + 2 * QUIET}"
      shape-rendering="crispEdges"
    >
      <path d=${code.path} />
    </svg>
  </div>`;
}

/** The same card when the code must not be scanned any more: faded beyond any reader, under a mark. */
export function fadedCode({ code }: ViewContext, icon: Icon): TemplateResult {
  if (!code || code === 'missing') return disc(icon);
  return html`<div part="qr-card" class="card faded">
    <svg class="qr" viewBox="${-QUIET} ${-QUIET} ${code.size + 2 * QUIET} ${code.size + 2 * QUIET}" aria-hidden="true">
      <path d=${code.path} />
    </svg>
    ${disc(icon)}
  </div>`;
}
