import { html, type Html } from '../../../support/html.ts';
import { formatMoney } from '../money.ts';
import type { Payment } from '../payment.ts';
import { page } from './frame.ts';

/** What the shopper's phone shows: the payment to confirm, or what has become of it. Plain forms, no script. */
export function walletPage(payment: Payment, merchantName: string): Response {
  const main = payment.status === 'PROCESSING' ? confirmView(payment, merchantName) : endView(payment, merchantName);
  return page({ title: `Pay ${merchantName}`, stylesheet: 'wallet.css' }, shell(main));
}

/** For an address that belongs to no payment. */
export function unknownCodePage(): Response {
  const main = html`<section class="end" data-state="unknown">
    ${mark('cross')}
    <h1>We do not know this code</h1>
    <p>Go back to the shop and scan the code that it shows now.</p>
  </section>`;
  return page({ title: 'Unknown code', stylesheet: 'wallet.css', status: 404 }, shell(main));
}

/** After "Leave without paying" where there is no page to go back to. */
export function leftPage(): Response {
  const main = html`<section class="end" data-state="left">
    ${mark('clock')}
    <h1>Nothing was paid</h1>
    <p>The code stays valid: scan it again if you change your mind.</p>
  </section>`;
  return page({ title: 'Nothing was paid', stylesheet: 'wallet.css' }, shell(main));
}

function shell(main: Html): Html {
  return html`<header class="bar">
      <svg class="glyph" viewBox="0 0 24 24" aria-hidden="true">
        <path d="M4 8.5A2.5 2.5 0 0 1 6.5 6H17a1 1 0 0 1 1 1v2H6.5M4 8.5V17a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-8H6.5" />
        <circle cx="16" cy="14" r="1" />
      </svg>
      <span>Sandbox Wallet</span>
      <span class="badge">No real money</span>
    </header>
    <main class="card">${main}</main>`;
}

function confirmView(payment: Payment, merchantName: string): Html {
  return html`<section data-state="confirm">
    <p class="merchant"><span class="avatar" aria-hidden="true">${merchantName.slice(0, 1)}</span>${merchantName}</p>
    <h1 class="amount">${formatMoney(payment.amount)} <small>${payment.amount.currency}</small></h1>
    <dl>
      <div>
        <dt>For</dt>
        <dd>${payment.description}</dd>
      </div>
      <div>
        <dt>Order</dt>
        <dd>${payment.orderId}</dd>
      </div>
      <div>
        <dt>Pay with</dt>
        <dd>Balance</dd>
      </div>
    </dl>
    <form method="post" class="actions">
      <button class="primary" name="action" value="approve">Confirm payment</button>
      <button name="action" value="decline">Decline</button>
      <button class="quiet" name="action" value="leave">Leave without paying</button>
    </form>
  </section>`;
}

function endView(payment: Payment, merchantName: string): Html {
  const { icon, title, text } = END_WORDS[endOf(payment)](merchantName);
  // Scanned from a desktop, the shop's page moves on by itself and there is nowhere to go back to on this device.
  const back = payment.terminal !== 'WEB';
  return html`<section class="end" data-state="${endOf(payment)}">
    ${mark(icon)}
    <h1>${title}</h1>
    <p class="amount">${formatMoney(payment.amount)} <small>${payment.amount.currency}</small></p>
    <p>${text}</p>
    ${
      back
        ? html`<p class="actions"><a class="button" href="${payment.redirectUrl}">Back to ${merchantName}</a></p>`
        : html`<p class="hint">You can close this page. The shop has been told.</p>`
    }
  </section>`;
}

type Icon = 'tick' | 'clock' | 'cross';
type End = 'paid' | 'pending' | 'expired' | 'declined' | 'cancelled' | 'returned';

function endOf({ status, resultCode, paidAtMs }: Payment): End {
  if (status === 'SUCCESS') return 'paid';
  if (status === 'PENDING') return 'pending';
  if (status === 'CANCELLED') return paidAtMs === undefined ? 'cancelled' : 'returned';
  return resultCode === 'ORDER_IS_CLOSED' ? 'expired' : 'declined';
}

const END_WORDS: Record<End, (merchant: string) => { icon: Icon; title: string; text: string }> = {
  paid: (merchant) => ({ icon: 'tick', title: 'Paid', text: `${merchant} has your payment. Thank you.` }),
  pending: () => ({ icon: 'clock', title: 'Being confirmed', text: 'Do not pay again. This may take a while.' }),
  expired: () => ({
    icon: 'clock',
    title: 'This code has expired',
    text: 'It can no longer be paid. Nothing was charged.',
  }),
  declined: () => ({ icon: 'cross', title: 'Payment declined', text: 'Nothing was charged.' }),
  cancelled: (merchant) => ({
    icon: 'cross',
    title: 'Payment cancelled',
    text: `${merchant} has closed it: it can no longer be paid. Nothing was charged.`,
  }),
  returned: (merchant) => ({ icon: 'clock', title: 'Money returned', text: `${merchant} has cancelled this payment.` }),
};

const ICON_PATHS: Record<Icon, string> = {
  tick: 'M6.5 12.5l3.5 3.5 7.5-8',
  clock: 'M12 6.5V12l3.5 2',
  cross: 'M8 8l8 8M16 8l-8 8',
};

function mark(icon: Icon): Html {
  return html`<svg class="mark ${icon}" viewBox="0 0 24 24" aria-hidden="true"><path d="${ICON_PATHS[icon]}" /></svg>`;
}
