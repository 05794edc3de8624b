import { html, type Html } from '../../../support/html.ts';
import { type Faults, GATEWAY_FAULTS, NOTIFICATION_FAULTS, REFUND_FAULTS } from '../faults.ts';
import type { Message } from '../journal.ts';
import { formatMoney } from '../money.ts';
import type {
  CaseDesk,
  CaseReport,
  PaymentEventName,
  PaymentReport,
  RefundReport,
  SimulatedGateway,
} from '../simulated-gateway.ts';
import { page } from './frame.ts';

export function panelPage(gateway: SimulatedGateway, faults: Faults): Response {
  const payments = gateway.reports();
  const failures = gateway.failures();
  return page(
    { title: `${gateway.name} panel`, stylesheet: 'panel.css', script: 'panel.js' },
    html`<header>
        <h1>Gateway panel</h1>
        <p>A simulated ${gateway.name} gateway. Play the shopper, and make the network misbehave.</p>
      </header>
      <main>
        ${faultsView(faults)}
        <div id="live">
          <section aria-labelledby="payments">
            <h2 id="payments">Payments</h2>
            ${
              payments.length === 0
                ? html`<p class="empty">None yet. Order something in the shop: its payment appears here.</p>`
                : payments.map((payment) => paymentView(gateway, payment))
            }
          </section>
          ${Object.entries(gateway.desks ?? {}).map(([resource, desk]) => deskView(resource, desk))}
          ${failures.length > 0 && failuresView(failures)}
        </div>
      </main>`,
  );
}

function faultsView({ notifications, gateway, refunds, delayMs }: Faults): Html {
  return html`<form class="faults" method="post" action="/panel/faults">
    <label>Gateway ${select('gateway', GATEWAY_FAULTS, gateway)}</label>
    <label>Notifications ${select('notifications', NOTIFICATION_FAULTS, notifications)}</label>
    <label>Refunds ${select('refunds', REFUND_FAULTS, refunds)}</label>
    <label>Delay, ms <input name="delayMs" type="number" min="0" step="100" value="${delayMs}" /></label>
    <button>Set</button>
  </form>`;
}

function select(name: string, values: readonly string[], chosen: string | undefined): Html {
  return html`<select name="${name}">
    ${values.map((value) => html`<option ${value === chosen && 'selected'}>${value}</option>`)}
  </select>`;
}

function paymentView(gateway: SimulatedGateway, payment: PaymentReport): Html {
  const { reference, amount, calls } = payment;
  const decimals = gateway.decimalsOf(amount.currency);
  const facts = [payment.orderId && `Order ${payment.orderId}`, payment.terminal, payment.wallet, payment.remark];
  return html`<article data-payment="${reference}" data-status="${payment.status}" data-stage="${payment.stage}">
    <header>
      <span class="status">${payment.status}</span>
      <b>${formatMoney(amount, decimals)} <small>${amount.currency}</small></b>
      <span>${payment.description}</span>
      <code>${reference}</code>
    </header>
    <p class="facts">
      ${facts.filter(Boolean).join(' · ')} ·
      <a href="${payment.cashierUrl}" target="_blank" rel="noopener">where the shopper pays</a>
    </p>
    <form method="post" class="buttons" action="${paymentAddress(payment)}">${buttons(gateway, payment)}</form>
    ${payment.refunds.map((refund) => refundView(refund, formatMoney({ ...amount, value: refund.value }, decimals)))}
    <details>
      <summary>
        Asked:
        ${Object.entries(calls)
          .filter(([, count]) => count > 0)
          .map(([call, count]) => `${call} ${count}`)
          .join(', ')}.
        Notified: ${payment.notifications.length}.
      </summary>
      <ol>
        ${payment.notifications.map(
          (one) =>
            html`<li>
              ${time(one.atMs)} → ${one.type} ${one.status}, attempt ${one.attempt}:
              <b class="${one.outcome}">${one.outcome}</b> ${one.httpStatus}
            </li>`,
        )}
        ${payment.messages.map((one) => html`<li>${time(one.atMs)} ← ${one.call}: ${one.answer}</li>`)}
      </ol>
    </details>
  </article>`;
}

const paymentAddress = ({ reference }: PaymentReport): string => `/panel/payments/${encodeURIComponent(reference)}`;

function buttons({ declineCodes, ownEvents }: SimulatedGateway, payment: PaymentReport): Html {
  const address = paymentAddress(payment);
  const button = (action: string): Html =>
    html`<button formaction="${address}/${action}">${BUTTON_WORDS[action] ?? ownEvents?.[action]}</button>`;
  const { possibleEvents, possibleOwnEvents = [], notifications } = payment;
  return html`${[...possibleEvents, ...possibleOwnEvents].map(button)}
  ${possibleEvents.includes('decline') && declineCodes.length > 1 && select('code', declineCodes, declineCodes[0])}
  ${notifications.length > 0 && button('notify')}`;
}

const BUTTON_WORDS: Readonly<Record<PaymentEventName | 'notify', string>> & Readonly<Record<string, string>> = {
  approve: 'Pay and confirm',
  pend: 'Pay, confirm later',
  decline: 'Decline',
  cancel: 'Cancel in the wallet',
  expire: 'Expire now',
  notify: 'Send notification again',
};

function refundView({ reference, status, isSettled }: RefundReport, amount: string): Html {
  const address = `/panel/refunds/${encodeURIComponent(reference)}`;
  return html`<form method="post" class="refund" data-refund="${reference}" data-status="${status}">
    Refund ${amount} <code>${reference}</code> ${status}
    ${
      !isSettled &&
      html`<button formaction="${address}/succeed">Let it succeed</button>
        <button formaction="${address}/fail">Let it fail</button>`
    }
  </form>`;
}

function deskView(resource: string, desk: CaseDesk): Html | null {
  const cases = desk.reports();
  if (cases.length === 0) return null;
  return html`<section aria-labelledby="${resource}">
    <h2 id="${resource}">${desk.name}</h2>
    ${cases.map((one) => caseView(one, `/panel/${resource}/${encodeURIComponent(one.reference)}`, desk.outcomes))}
  </section>`;
}

function caseView(
  { reference, description, status, isSettled }: CaseReport,
  address: string,
  outcomes: CaseDesk['outcomes'],
): Html {
  const buttons = Object.entries(outcomes).map(
    ([outcome, words]) => html`<button formaction="${address}/${outcome}">${words}</button>`,
  );
  return html`<article data-case="${reference}" data-status="${status}">
    <header>
      <span class="status">${status}</span>
      <b>${description}</b>
      <code>${reference}</code>
    </header>
    ${!isSettled && html`<form method="post" class="buttons">${buttons}</form>`}
  </article>`;
}

function failuresView(failures: readonly Message[]): Html {
  return html`<section aria-labelledby="failures">
    <h2 id="failures">Refused calls</h2>
    <ol>
      ${failures
        .slice(0, 20)
        .map(({ atMs, call, answer, detail }) => html`<li>${time(atMs)} ← ${call}: <b>${answer}</b> ${detail}</li>`)}
    </ol>
  </section>`;
}

function time(ms: number): string {
  return new Date(ms).toISOString().slice(11, 19);
}
