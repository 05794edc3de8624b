import { toString as toQrSvg } from 'qrcode';
import { cashierPage } from './pages/cashier.ts';
import { seeOther } from './pages/frame.ts';
import { leftPage, unknownCodePage, walletPage } from './pages/wallet.ts';
import type { SimulatedGateway } from './simulated-gateway.ts';

export interface CounterOptions {
  readonly origin: string;
  readonly gateway: SimulatedGateway;
  /** Lets the shopper's decision happen. */
  readonly decide: (code: string, decision: 'approve' | 'decline') => void;
}

/**
 * The addresses at which a shopper meets a payment. All belong to the sandbox itself, so that a phone can scan them:
 * `wallet` is what a phone shows, `cashier` what a desktop browser is sent to, `image` the picture of the code.
 */
export function addresses(origin: string, code: string): Record<'wallet' | 'cashier' | 'image', string> {
  return {
    wallet: `${origin}/wallet/${code}`,
    cashier: `${origin}/cashier/${code}`,
    image: `${origin}/qr/${code}.svg`,
  };
}

const PATH = /^\/(wallet|cashier|qr)\/(\w+)(?:\.svg)?$/;

/** The pages on which a shopper pays: the wallet, the cashier with its code, and the picture of the code. */
export function createCounter({ origin, gateway, decide }: CounterOptions): (request: Request) => Promise<Response> {
  return async (request) => {
    const [, kind, code = ''] = PATH.exec(new URL(request.url).pathname) ?? [];
    // Read before the payment is looked up: what it is may change while a slow phone still sends its form.
    const action = request.method === 'POST' ? (await request.formData()).get('action') : null;
    const bill = gateway.billOf(code);
    if (!bill) return unknownCodePage(gateway);
    if (kind === 'qr') return picture(addresses(origin, code).wallet);
    // The shopper decides once: a second tap, or a tap on a page that is too old, only shows what has become of it.
    const decision = bill.stage === 'open' ? DECISIONS.find((one) => one === action) : undefined;
    if (decision && decision !== 'leave') decide(code, decision);
    const current = gateway.billOf(code) ?? bill;
    if (kind === 'cashier') {
      const isUndecided = current.stage === 'open' && !decision;
      return isUndecided ? cashierPage(gateway, current) : seeOther(current.backUrl);
    }
    if (request.method !== 'POST') return walletPage(gateway, current);
    // A phone goes back to the shop. A code that was scanned from a desktop leaves the shop's page where it is.
    if (decision && !current.isOnDesktop) return seeOther(current.backUrl);
    return decision === 'leave' ? leftPage(gateway) : seeOther(`/wallet/${code}`);
  };
}

const DECISIONS = ['approve', 'decline', 'leave'] as const;

async function picture(text: string): Promise<Response> {
  const svg = await toQrSvg(text, { type: 'svg', margin: 4 });
  return new Response(svg, { headers: { 'Content-Type': 'image/svg+xml', 'Cache-Control': 'no-store' } });
}
