import { html } from '../../../support/html.ts';
import { formatMoney } from '../money.ts';
import type { Payment } from '../payment.ts';
import { page } from './frame.ts';

/** Where a desktop browser is sent that leaves the shop for the gateway: it shows the code and waits. */
export function cashierPage(payment: Payment, merchantName: string): Response {
  return page(
    { title: `Pay ${merchantName}`, stylesheet: 'wallet.css', refreshSeconds: 2 },
    html`<header class="bar"><span>Sandbox Cashier</span><span class="badge">No real money</span></header>
      <main class="card end">
        <p class="merchant">
          <span class="avatar" aria-hidden="true">${merchantName.slice(0, 1)}</span>${merchantName}
        </p>
        <h1 class="amount">${formatMoney(payment.amount)} <small>${payment.amount.currency}</small></h1>
        <img class="code" src="/qr/${payment.code}.svg" width="232" height="232" alt="QR code of this payment" />
        <p>Scan the code with your wallet. This page goes on by itself.</p>
        <p class="actions"><a class="button" href="${payment.redirectUrl}">Back to the shop without paying</a></p>
      </main>`,
  );
}
