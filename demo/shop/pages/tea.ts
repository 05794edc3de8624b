import { html, type Html } from '../../support/html.ts';
import { CURRENCY, type Tea, TEAS } from '../catalogue.ts';
import { formatPrice, type Language, WORDS, type Words } from '../words.ts';
import { page, type View } from './frame.ts';
import { teaArt } from './tea-art.ts';

/** One tea, to be ordered, and the way to the others. */
export function teaPage(view: View, tea: Tea, accounts: readonly string[]): Response {
  const { language } = view;
  const words = WORDS[language];
  const main = html`<article class="tea">
      <div class="picture">${teaArt(tea)}</div>
      <div class="about">
        <p class="origin">${tea.origin[language]}</p>
        <h1>${tea.name[language]}</h1>
        <p class="description">${tea.description[language]}</p>
        <p class="price">${formatPrice(tea.price, CURRENCY, language)}</p>
        <form method="post" action="/orders">
          <input type="hidden" name="tea" value="${tea.id}" />
          <div class="buy">
            <div class="stepper">
              <button type="button" data-step="-1" aria-label="${words.less}" hidden>−</button>
              <input name="quantity" type="number" value="1" min="1" max="9" required aria-label="${words.quantity}" />
              <button type="button" data-step="1" aria-label="${words.more}" hidden>+</button>
            </div>
            <button class="primary">${words.order}</button>
          </div>
          ${accounts.length > 1 && gatewaySwitch(accounts, words)}
        </form>
        <p class="promise">${words.promise}</p>
      </div>
    </article>
    <section class="others" aria-labelledby="others">
      <h2 id="others">${words.others}</h2>
      <ul>
        ${TEAS.filter((other) => other !== tea).map((other) => card(other, language))}
      </ul>
    </section>`;
  return page(view, { title: tea.name[language], main });
}

/** For those who try the demo: a real shop decides this by itself. */
function gatewaySwitch(accounts: readonly string[], words: Words): Html {
  return html`<label class="gateway"
    >${words.gateway}
    <select name="gateway">
      ${accounts.map((account) => html`<option value="${account}">${ACCOUNT_NAMES[account] ?? account}</option>`)}
    </select></label
  >`;
}

const ACCOUNT_NAMES: Readonly<Record<string, string>> = {
  alipay: 'Alipay Cashier',
  'alipay-wallets': 'Alipay Cashier +',
  'checkout-com': 'Checkout.com',
  wooshpay: 'WooshPay',
  'trust-payments': 'Trust Payments',
};

function card(tea: Tea, language: Language): Html {
  return html`<li>
    <a class="card" href="/teas/${tea.id}">
      ${teaArt(tea)}
      <span>
        <b>${tea.name[language]}</b>
        <small>${tea.origin[language]}</small>
        <span class="price">${formatPrice(tea.price, CURRENCY, language)}</span>
      </span>
    </a>
  </li>`;
}
