import { html, type Html } from '../../../support/html.ts';
import { formatMoney } from '../money.ts';
import type { Bill, SimulatedGateway } from '../simulated-gateway.ts';

/** The bar of every page that a shopper sees. */
export function bar({ name }: SimulatedGateway, bill?: Bill): Html {
  return html`<header class="bar">
    <svg class="glyph" viewBox="0 0 24 24" aria-hidden="true">
      <path d="M4 8.5A2.5 2.5 0 0 1 6.5 6H17a1 1 0 0 1 1 1v2H6.5M4 8.5V17a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-8H6.5" />
      <circle cx="16" cy="14" r="1" />
    </svg>
    <span>${bill?.walletName ?? name} sandbox</span>
    <span class="badge">No real money</span>
  </header>`;
}

export function merchantView({ merchantName }: Bill): Html {
  return html`<p class="merchant">
    <span class="avatar" aria-hidden="true">${merchantName.slice(0, 1)}</span>${merchantName}
  </p>`;
}

export function amountView(gateway: SimulatedGateway, { amount }: Bill): Html {
  return html`${formatMoney(amount, gateway.decimalsOf(amount.currency))} <small>${amount.currency}</small>`;
}

/** What the shopper can decide. A plain form, which needs no script. */
export function confirmForm(): Html {
  return html`<form method="post" class="actions">
    <button class="primary" name="action" value="approve">Confirm payment</button>
    <button name="action" value="decline">Decline</button>
    <button class="quiet" name="action" value="leave">Leave without paying</button>
  </form>`;
}
