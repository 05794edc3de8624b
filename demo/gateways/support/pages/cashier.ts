import { html } from '../../../support/html.ts';
import type { Bill, SimulatedGateway } from '../simulated-gateway.ts';
import { page } from './frame.ts';
import { amountView, bar, confirmForm, merchantView } from './parts.ts';

/**
 * Where a desktop browser is sent that leaves the shop for the gateway: scan the code, or pay right here. Gateways that do
 * not ask what the shopper holds in their hand send phones here, too: there it shows no code, which they could not scan.
 */
export function cashierPage(gateway: SimulatedGateway, bill: Bill): Response {
  return page(
    { title: `Pay ${bill.merchantName}`, stylesheet: 'wallet.css', script: 'cashier.js' },
    html`${bar(gateway, bill)}
      <main class="card end" data-state="confirm">
        ${merchantView(bill)}
        <h1 class="amount">${amountView(gateway, bill)}</h1>
        <div class="scan">
          <img class="code" src="/qr/${bill.code}.svg" width="232" height="232" alt="QR code of this payment" />
          <p>
            Scan the code with ${bill.walletName ?? 'your wallet'}: this page goes on by itself. Or log in, and pay
            here.
          </p>
        </div>
        ${confirmForm()}
      </main>`,
  );
}
