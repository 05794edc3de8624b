import type { Checkout } from 'alipay-checkout/server';
import { createLab } from '../lab/lab.ts';
import { showStudio } from '../studio/studio.ts';
import { findTea, type Tea, TEAS } from './catalogue.ts';
import { integrityOf, serveFile } from './files.ts';
import type { Orders } from './orders.ts';
import type { Panel, View } from './pages/frame.ts';
import { adminPage } from './pages/admin.ts';
import { checkoutPage, type Display, displayOf } from './pages/checkout.ts';
import { notFoundPage } from './pages/not-found.ts';
import { teaPage } from './pages/tea.ts';
import { languageOf, LANGUAGES } from './words.ts';

export interface ShopOptions {
  readonly origin: string;
  readonly orders: Orders;
  readonly payments: Pick<Checkout['payments'], 'list' | 'events' | 'cancel' | 'refund'>;
  /** The shop's gateway accounts, by their names. The first is the one that an order goes through by itself. */
  readonly accounts: readonly string[];
  /** Where the simulated gateways are driven from. */
  readonly panels: readonly Panel[];
}

const MAX_QUANTITY = 9;

/** The pages of the shop. Payments themselves are the kit's, mounted beside it. */
export function createShop({
  origin,
  orders,
  payments,
  accounts,
  panels,
}: ShopOptions): (request: Request) => Promise<Response> {
  const lab = createLab({ placeOrder: () => placeOrder(TEAS[0], 1), showOrder });
  return async (request) => {
    const url = new URL(request.url);
    const view: View = { language: languageOf(request), path: url.pathname, panels };
    const [area = '', id = '', action = ''] = url.pathname.split('/').slice(1);
    if (request.method === 'POST') {
      // A form of another site has no business here.
      if ((request.headers.get('origin') ?? origin) !== origin) return new Response('Forbidden', { status: 403 });
      if (area === 'lab') return (await lab.post(request)) ?? notFoundPage(view);
      if (area === 'orders' && !id) return order(new URLSearchParams(await request.text()));
      if (area === 'admin' && action === 'cancel') return ask(() => payments.cancel(id));
      if (area === 'admin' && action === 'refund') return refund(id, new URLSearchParams(await request.text()));
      return notFoundPage(view);
    }
    switch (area) {
      case '':
        return teaPage(view, TEAS[0], accounts);
      case 'teas': {
        const tea = findTea(id);
        return tea ? teaPage(view, tea, accounts) : notFoundPage(view);
      }
      case 'orders':
        return (await showOrder(view, id, displayOf(url))) ?? notFoundPage(view);
      case 'admin':
        return adminPage(view, { orders: orders.list(), payments: await paymentsWithEvents(), refused: refused(url) });
      case 'language':
        return chooseLanguage(url);
      case 'lab':
        return (await lab.get(view)) ?? (await serveFile(url.pathname)) ?? notFoundPage(view);
      case 'studio':
        return (await showStudio(view)) ?? (await serveFile(url.pathname)) ?? notFoundPage(view);
      case 'cdn':
      case 'package':
      case 'assets':
        return (await serveFile(url.pathname)) ?? notFoundPage(view);
      default:
        return notFoundPage(view);
    }
  };

  function order(form: URLSearchParams): Response {
    const tea = findTea(form.get('tea') ?? '');
    const quantity = Number(form.get('quantity'));
    if (!tea || !Number.isInteger(quantity) || quantity < 1 || quantity > MAX_QUANTITY) {
      return new Response('Order between 1 and 9 of one of our teas.', { status: 400 });
    }
    return seeOther(`/orders/${placeOrder(tea, quantity, form.get('gateway'))}`);
  }

  function placeOrder(tea: Tea, quantity: number, gateway?: string | null): string {
    const account = accounts.find((one) => one === gateway) ?? accounts[0] ?? '';
    return orders.create(tea, quantity, account).id;
  }

  async function showOrder(view: View, id: string, display: Display = 'inline'): Promise<Response | undefined> {
    const order = orders.find(id);
    const tea = order && findTea(order.teaId);
    if (!tea) return undefined;
    return checkoutPage(view, { origin, order, tea, display, integrity: await integrityOf('alipay-checkout.js') });
  }

  /** A form carries its own key: sent twice, it is one refund. Without an amount it returns all that is left. */
  function refund(paymentId: string, form: URLSearchParams): Promise<Response> {
    const amount = form.get('amount') ?? '';
    const value = amount === '' ? undefined : Math.round(Number(amount) * 100);
    const idempotencyKey = form.get('key') ?? '';
    return ask(() => payments.refund(paymentId, { ...(value !== undefined && { value }), idempotencyKey }));
  }

  async function ask(what: () => Promise<unknown>): Promise<Response> {
    try {
      await what();
      return seeOther('/admin');
    } catch (error) {
      return seeOther(`/admin?refused=${encodeURIComponent(error instanceof Error ? error.message : 'unknown')}`);
    }
  }

  async function paymentsWithEvents() {
    const list = await payments.list({ limit: 30 });
    return Promise.all(list.map(async (payment) => ({ payment, events: await payments.events(payment.id) })));
  }
}

function refused(url: URL): string | undefined {
  return url.searchParams.get('refused')?.slice(0, 200);
}

function chooseLanguage(url: URL): Response {
  const chosen = LANGUAGES.find((language) => language === url.searchParams.get('to')) ?? 'en';
  const back = url.searchParams.get('back') ?? '/';
  // "//evil.example" is an address of another site, and so is "/\evil.example".
  const response = seeOther(/^\/(?![/\\])/.test(back) ? back : '/');
  response.headers.set('Set-Cookie', `language=${chosen}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly`);
  return response;
}

function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { Location: location, 'Cache-Control': 'no-store' } });
}
