import { html, type Html } from '../../../support/html.ts';
import type { Bill, SimulatedGateway, Stage } from '../simulated-gateway.ts';
import { page } from './frame.ts';
import { amountView, bar, confirmForm, merchantView } from './parts.ts';

/** What the shopper's phone shows: the payment to confirm, or what has become of it. Plain forms, no script. */
export function walletPage(gateway: SimulatedGateway, bill: Bill): Response {
  const main = bill.stage === 'open' ? confirmView(gateway, bill) : endView(gateway, bill, bill.stage);
  return page({ title: `Pay ${bill.merchantName}`, stylesheet: 'wallet.css' }, shell(gateway, main, bill));
}

/** For an address that belongs to no payment. */
export function unknownCodePage(gateway: SimulatedGateway): Response {
  const main = html`<section class="end" data-state="unknown">
    ${mark('cross')}
    <h1>We do not know this code</h1>
    <p>Go back to the shop and scan the code that it shows now.</p>
  </section>`;
  return page({ title: 'Unknown code', stylesheet: 'wallet.css', status: 404 }, shell(gateway, main));
}

/** After "Leave without paying" where there is no page to go back to. */
export function leftPage(gateway: SimulatedGateway): Response {
  const main = html`<section class="end" data-state="left">
    ${mark('clock')}
    <h1>Nothing was paid</h1>
    <p>The code stays valid: scan it again if you change your mind.</p>
  </section>`;
  return page({ title: 'Nothing was paid', stylesheet: 'wallet.css' }, shell(gateway, main));
}

function shell(gateway: SimulatedGateway, main: Html, bill?: Bill): Html {
  return html`${bar(gateway, bill)}
    <main class="card">${main}</main>`;
}

function confirmView(gateway: SimulatedGateway, bill: Bill): Html {
  return html`<section data-state="confirm">
    ${merchantView(bill)}
    <h1 class="amount">${amountView(gateway, bill)}</h1>
    <dl>
      <div>
        <dt>For</dt>
        <dd>${bill.description}</dd>
      </div>
      ${
        bill.orderId &&
        html`<div>
          <dt>Order</dt>
          <dd>${bill.orderId}</dd>
        </div>`
      }
      <div>
        <dt>Pay with</dt>
        <dd>Balance</dd>
      </div>
    </dl>
    ${confirmForm()}
  </section>`;
}

function endView(gateway: SimulatedGateway, bill: Bill, end: End): Html {
  const { merchantName, isOnDesktop, backUrl } = bill;
  const { icon, title, text } = END_WORDS[end](merchantName);
  return html`<section class="end" data-state="${end}">
    ${mark(icon)}
    <h1>${title}</h1>
    <p class="amount">${amountView(gateway, bill)}</p>
    <p>${text}</p>
    ${
      // Scanned from a desktop, the shop's page moves on by itself and there is nowhere to go back to on this device.
      isOnDesktop
        ? html`<p class="hint">You can close this page. The shop has been told.</p>`
        : html`<p class="actions"><a class="button" href="${backUrl}">Back to ${merchantName}</a></p>`
    }
  </section>`;
}

type Icon = 'tick' | 'clock' | 'cross';
type End = Exclude<Stage, 'open'>;

const END_WORDS: Record<End, (merchant: string) => { icon: Icon; title: string; text: string }> = {
  paid: (merchant) => ({ icon: 'tick', title: 'Paid', text: `${merchant} has your payment. Thank you.` }),
  pending: () => ({ icon: 'clock', title: 'Being confirmed', text: 'Do not pay again. This may take a while.' }),
  expired: () => ({
    icon: 'clock',
    title: 'This code has expired',
    text: 'It can no longer be paid. Nothing was charged.',
  }),
  declined: () => ({ icon: 'cross', title: 'Payment declined', text: 'Nothing was charged.' }),
  cancelled: () => ({
    icon: 'cross',
    title: 'Payment cancelled',
    text: 'It can no longer be paid. Nothing was charged.',
  }),
  returned: (merchant) => ({ icon: 'clock', title: 'Money returned', text: `${merchant} has given it back.` }),
};

const ICON_PATHS: Record<Icon, string> = {
  tick: 'M6.5 12.5l3.5 3.5 7.5-8',
  clock: 'M12 6.5V12l3.5 2',
  cross: 'M8 8l8 8M16 8l-8 8',
};

function mark(icon: Icon): Html {
  return html`<svg class="mark ${icon}" viewBox="0 0 24 24" aria-hidden="true"><path d="${ICON_PATHS[icon]}" /></svg>`;
}
