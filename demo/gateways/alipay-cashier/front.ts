import { html } from '../../support/html.ts';
import { page, seeOther } from '../support/pages/frame.ts';
import { amountView, bar, merchantView } from '../support/pages/parts.ts';
import { unknownCodePage } from '../support/pages/wallet.ts';
import type { SimulatedGateway } from '../support/simulated-gateway.ts';
import type { Ledger } from './ledger.ts';
import { pageUrl, paymentAddresses } from './payment-addresses.ts';
import { type Payment, walletOf } from './payment.ts';
import { canPayOn, disableReason, findWallet, type Wallet, WALLETS } from './wallets.ts';

export interface FrontOptions {
  readonly origin: string;
  readonly gateway: SimulatedGateway;
  readonly ledger: Ledger;
  /** What answers everything else. */
  readonly behind: (request: Request) => Promise<Response>;
}

const CHOICE = /^\/connect\/(\w+)$/;
const WALLET_PAGE = /^\/(?:wallet|cashier)\/(\w+)$/;
const LOGO = /^\/logos\/(\w+)\.svg$/;

/** The pages that this gateway has and others do not: the choice of a wallet at Alipay+, and the wallets' logos. */
export function createFront(options: FrontOptions): (request: Request) => Promise<Response> {
  const { origin, ledger, behind } = options;
  return async (request) => {
    const { pathname } = new URL(request.url);
    const [, logo] = LOGO.exec(pathname) ?? [];
    if (logo) return logoImage(findWallet(logo));
    const [, choice] = CHOICE.exec(pathname) ?? [];
    if (choice) return choose(request, choice, options);
    const [, code = ''] = WALLET_PAGE.exec(pathname) ?? [];
    const payment = code ? ledger.findByCode(code) : undefined;
    // Nothing can be confirmed before it is known with what: a code or a link that was shared leads to the choice.
    return payment && isUndecided(payment) ? seeOther(paymentAddresses(origin, payment).normalUrl) : behind(request);
  };
}

async function choose(request: Request, code: string, { origin, gateway, ledger }: FrontOptions): Promise<Response> {
  const type = request.method === 'POST' ? (await request.formData()).get('wallet') : null;
  const payment = ledger.findByCode(code);
  if (payment?.wallet !== 'CONNECT_WALLET') return unknownCodePage(gateway);
  if (type === 'leave') return seeOther(payment.redirectUrl);
  const wallet = walletsFor(payment).find((one) => one.type === type);
  if (wallet) ledger.choose(payment, wallet.type);
  const chosen = ledger.findByCode(code) ?? payment;
  return isUndecided(chosen) ? choicePage(gateway, chosen) : seeOther(pageUrl(origin, chosen));
}

function isUndecided(payment: Payment): boolean {
  return payment.status === 'PROCESSING' && walletOf(payment)?.desktopPage === 'choice';
}

function walletsFor({ amount, terminal }: Payment): readonly Wallet[] {
  return WALLETS.filter(
    (wallet) => wallet.desktopPage !== 'choice' && canPayOn(wallet, terminal) && disableReason(wallet, amount) === null,
  );
}

function choicePage(gateway: SimulatedGateway, payment: Payment): Response {
  const bill = gateway.billOf(payment.code);
  if (!bill) return unknownCodePage(gateway);
  return page(
    { title: `Pay ${bill.merchantName}`, stylesheet: 'wallet.css' },
    html`${bar(gateway, bill)}
      <main class="card" data-state="choice">
        ${merchantView(bill)}
        <h1 class="amount">${amountView(gateway, bill)}</h1>
        <form method="post" class="actions">
          ${walletsFor(payment).map(({ type, name }) => html`<button name="wallet" value="${type}">${name}</button>`)}
          <button class="quiet" name="wallet" value="leave">Leave without paying</button>
        </form>
      </main>`,
  );
}

/** A letter in the wallet's colour: nobody's trademark. */
function logoImage(wallet: Wallet | undefined): Response {
  if (!wallet) return new Response('Not found', { status: 404 });
  const { text } = html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40">
    <title>${wallet.name}</title>
    <rect width="40" height="40" rx="10" fill="${wallet.colour}" />
    <text x="20" y="27" fill="#fff" font-family="sans-serif" font-size="20" text-anchor="middle">
      ${wallet.name.slice(0, 1)}
    </text>
  </svg>`;
  return new Response(text, { headers: { 'Content-Type': 'image/svg+xml', 'Cache-Control': 'max-age=3600' } });
}
