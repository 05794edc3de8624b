import { html, type Html } from '../../support/html.ts';
import type { Tea } from '../catalogue.ts';
import type { Order, OrderStatus } from '../orders.ts';
import { formatPrice, WORDS, type Words } from '../words.ts';
import { page, type View } from './frame.ts';
import { teaArt } from './tea-art.ts';

const DISPLAYS = ['inline', 'dialog', 'popover'] as const;

export type Display = (typeof DISPLAYS)[number];

/** The display that an address asks for. */
export const displayOf = ({ searchParams }: URL): Display =>
  DISPLAYS.find((display) => display === searchParams.get('display')) ?? 'inline';

export interface CheckoutView {
  readonly origin: string;
  readonly order: Order;
  readonly tea: Tea;
  /** Where the widget shows the payment: `?display=dialog` in the address. */
  readonly display: Display;
  /** The hash of the widget's script, where the build has left one. */
  readonly integrity: string | undefined;
}

/** An order, and the widget that takes its payment. */
export function checkoutPage(view: View, { origin, order, tea, display, integrity }: CheckoutView): Response {
  const { language } = view;
  const words = WORDS[language];
  const { id, quantity, currency, total } = order;
  // Still there when the order is paid, since the shopper may just be coming back from the wallet; not to pay again.
  const isPaid = order.status === 'paid';
  const main = html`<div class="checkout" data-order="${id}" data-status="${order.status}">
      <section class="summary" aria-labelledby="summary">
        <h1 id="summary">${words.yourOrder}</h1>
        <div class="line">
          ${teaArt(tea)}
          <p><b>${tea.name[language]}</b><small>${tea.origin[language]}</small></p>
          <p class="count">${quantity} × ${formatPrice(tea.price, currency, language)}</p>
        </div>
        <dl>
          <div>
            <dt>${words.shipping}</dt>
            <dd>${words.free}</dd>
          </div>
          <div class="total">
            <dt>${words.total}</dt>
            <dd>${formatPrice(total, currency, language)}</dd>
          </div>
        </dl>
        <p class="reference">${words.orderNumber} ${id}</p>
      </section>
      <section class="payment" aria-labelledby="payment">
        <h2 id="payment">${words.payment}</h2>
        <alipay-checkout
          endpoint="/alipay"
          order-id="${id}"
          return-url="${origin}/orders/${id}${display !== 'inline' && `?display=${display}`}"
          display="${display}"
          ${offersWallets(order) && 'wallets'}
          ${isPaid && 'disabled'}
          >${isPaid ? words.paidButton : words.payButton}<a slot="success" href="/"
            >${words.another}</a
          ></alipay-checkout
        >
      </section>
      <div class="news-slot" role="status">${NEWS.map((news) => newsView(news, order.status, words))}</div>
    </div>
    <script type="module" src="/cdn/alipay-checkout.js" ${integrity && html`integrity="${integrity}"`}></script>`;
  return page(view, { title: words.yourOrder, main });
}

/** The account that was opened with a choice of wallets. */
function offersWallets({ gateway }: Order): boolean {
  return gateway === 'alipay-wallets';
}

const NEWS = ['paid', 'received', 'returned'] as const satisfies readonly OrderStatus[];

/**
 * What the shop itself says about the order: rendered hidden, so that the page can show it the moment it comes true. The
 * way on from a paid order is in the widget.
 */
function newsView(news: (typeof NEWS)[number], status: OrderStatus, words: Words): Html {
  const [title, text] = {
    paid: [words.thanksTitle, words.thanksText],
    received: [words.receivedTitle, words.receivedText],
    returned: [words.returnedTitle, words.returnedText],
  }[news];
  return html`<div class="news" data-news="${news}" ${news !== status && 'hidden'}>
    <h2>${title}</h2>
    <p>${text} ${news !== 'paid' && html`<a href="/">${words.another}</a>`}</p>
  </div>`;
}
