import { addresses } from '../support/counter.ts';
import { seeOther } from '../support/pages/frame.ts';
import type { Accounts } from './accounts.ts';
import type { Ledger } from './ledger.ts';

export interface DoorsOptions {
  readonly origin: string;
  readonly accounts: Accounts;
  readonly ledger: Ledger;
}

/** The addresses that merchants send shoppers to, each of which leads to a page of the sandbox. */
export function createDoors({ origin, accounts, ledger }: DoorsOptions): (request: Request) => Response | null {
  return (request) => {
    const { pathname, searchParams } = new URL(request.url);
    switch (pathname) {
      case '/api/open/v1/ac/cashier/self/codevalue/checkout.htm':
        return seeOther(addresses(origin, searchParams.get('codeValue') ?? '').cashier);
      case '/p/s/i/':
        // On a phone without the app this page has to do; the sandbox has no app at all.
        return seeOther(addresses(origin, orderCodeOf(searchParams.get('scheme') ?? '')).wallet);
      default:
        return pathname.startsWith('/pay/') ? hostedPage(request) : null;
    }
  };

  /** Finds out what it is opened on, and begins the payment, also a second one after a failure. */
  function hostedPage(request: Request): Response {
    const { pathname, searchParams } = new URL(request.url);
    const id = pathname.slice('/pay/'.length);
    const payment = ledger.list().find(({ session }) => session?.id === id);
    if (!payment || accounts.get(payment.secretKey).publishableKey !== searchParams.get('key')) {
      return new Response('Not found', { status: 404 });
    }
    const terminal = /Mobile|Android|iPhone/.test(request.headers.get('user-agent') ?? '') ? 'APP' : 'WEB';
    const [type = 'alipay'] = payment.methodTypes;
    ledger.apply(payment, { type: 'confirm', method: { type, terminal }, returnUrl: undefined });
    const { wallet, cashier } = addresses(origin, payment.code);
    return seeOther(terminal === 'APP' ? wallet : cashier);
  }
}

function orderCodeOf(scheme: string): string {
  const url = URL.parse(scheme);
  return url?.protocol === 'alipays:' ? (url.searchParams.get('qrcode') ?? '') : '';
}
