import { toString as toQrSvg } from 'qrcode';
import type { Ledger } from './ledger.ts';
import type { Merchants } from './merchants.ts';
import { addresses } from './messages.ts';
import { cashierPage } from './pages/cashier.ts';
import { seeOther } from './pages/frame.ts';
import { leftPage, unknownCodePage, walletPage } from './pages/wallet.ts';
import type { Payment } from './payment.ts';

export interface WalletOptions {
  readonly origin: string;
  readonly ledger: Ledger;
  readonly merchants: Merchants;
}

const PATH = /^\/(wallet|cashier|qr)\/(\d+)(?:\.svg)?$/;

/** The pages on which a shopper pays: the wallet, the cashier with its code, and the picture of the code. */
export function createWallet({ origin, ledger, merchants }: WalletOptions): (request: Request) => Promise<Response> {
  return async (request) => {
    const [, kind, code = ''] = PATH.exec(new URL(request.url).pathname) ?? [];
    // Read before the payment is looked up: what it is may change while a slow phone still sends its form.
    const action = request.method === 'POST' ? (await request.formData()).get('action') : null;
    const payment = ledger.findByCode(code);
    if (!payment) return unknownCodePage();
    if (kind === 'qr') return picture(addresses(origin, payment).wallet);
    const merchantName = merchants.nameOf(payment.clientId);
    if (kind === 'cashier') {
      return payment.status === 'PROCESSING' ? cashierPage(payment, merchantName) : seeOther(payment.redirectUrl);
    }
    return request.method === 'POST' ? decide(payment, action) : walletPage(payment, merchantName);
  };

  function decide(payment: Payment, action: FormDataEntryValue | null): Response {
    const toWalletPage = seeOther(`/wallet/${payment.code}`);
    // A phone goes back to the shop. A code that was scanned from a desktop leaves the shop's page where it is.
    const away = payment.terminal === 'WEB' ? undefined : seeOther(payment.redirectUrl);
    // The shopper decides once: a second tap, or a tap on a page that is too old, only shows what has become of it.
    if (payment.status !== 'PROCESSING') return toWalletPage;
    switch (action) {
      case 'approve':
        ledger.apply(payment, { type: 'approve' });
        return away ?? toWalletPage;
      case 'decline':
        ledger.apply(payment, { type: 'decline', code: 'USER_PAYMENT_VERIFICATION_FAILED' });
        return away ?? toWalletPage;
      case 'leave':
        return away ?? leftPage();
      default:
        return toWalletPage;
    }
  }
}

async function picture(text: string): Promise<Response> {
  const svg = await toQrSvg(text, { type: 'svg', margin: 4 });
  return new Response(svg, { headers: { 'Content-Type': 'image/svg+xml', 'Cache-Control': 'no-store' } });
}
