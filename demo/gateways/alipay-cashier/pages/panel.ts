import { html, type Html } from '../../../support/html.ts';
import { type Faults, GATEWAY_FAULTS, NOTIFICATION_FAULTS } from '../faults.ts';
import type { Message } from '../journal.ts';
import { formatMoney } from '../money.ts';
import type { PaymentReport } from '../payment-report.ts';
import { DECLINE_CODES } from '../results.ts';
import { page } from './frame.ts';

export interface PanelView {
  readonly payments: readonly PaymentReport[];
  readonly faults: Faults;
  readonly failures: readonly Message[];
}

export function panelPage({ payments, faults, failures }: PanelView): Response {
  return page(
    { title: 'Gateway panel', stylesheet: 'panel.css', script: 'panel.js' },
    html`<header>
        <h1>Gateway panel</h1>
        <p>A simulated Alipay gateway. Play the shopper, and make the network misbehave.</p>
      </header>
      <main>
        ${faultsView(faults)}
        <div id="live">
          <section aria-labelledby="payments">
            <h2 id="payments">Payments</h2>
            ${
              payments.length === 0
                ? html`<p class="empty">None yet. Order something in the shop: its payment appears here.</p>`
                : payments.map(paymentView)
            }
          </section>
          ${failures.length > 0 && failuresView(failures)}
        </div>
      </main>`,
  );
}

function faultsView({ notifications, gateway, delayMs }: Faults): Html {
  return html`<form class="faults" method="post" action="/panel/faults">
    <label>Gateway ${select('gateway', GATEWAY_FAULTS, gateway)}</label>
    <label>Notifications ${select('notifications', NOTIFICATION_FAULTS, notifications)}</label>
    <label>Delay, ms <input name="delayMs" type="number" min="0" step="100" value="${delayMs}" /></label>
    <button>Set</button>
  </form>`;
}

function select(name: string, values: readonly string[], chosen: string): Html {
  return html`<select name="${name}">
    ${values.map((value) => html`<option ${value === chosen && 'selected'}>${value}</option>`)}
  </select>`;
}

function paymentView(payment: PaymentReport): Html {
  const { calls } = payment;
  return html`<article data-payment="${payment.paymentRequestId}" data-status="${payment.status}">
    <header>
      <span class="status">${payment.status}</span>
      <b>${formatMoney(payment.amount)} <small>${payment.amount.currency}</small></b>
      <span>${payment.description}</span>
      <code>${payment.paymentRequestId}</code>
    </header>
    <p class="facts">
      Order ${payment.orderId} · ${payment.terminal} · ${payment.wallet} · ${payment.resultCode} ·
      <a href="${payment.walletUrl}" target="_blank" rel="noopener">wallet page</a>
    </p>
    <form method="post" class="buttons" action="/panel/payments/${payment.paymentRequestId}">${buttons(payment)}</form>
    <details>
      <summary>
        Asked: pay ${calls.pay}, inquiry ${calls.inquiryPayment}, cancel ${calls.cancel}. Notified:
        ${payment.notifications.length}.
      </summary>
      <ol>
        ${payment.notifications.map(
          (one) =>
            html`<li>
              ${time(one.atMs)} → ${one.notifyType} ${one.resultStatus}, attempt ${one.attempt}:
              <b class="${one.outcome}">${one.outcome}</b> ${one.httpStatus}
            </li>`,
        )}
        ${payment.messages.map((one) => html`<li>${time(one.atMs)} ← ${one.call}: ${one.result.resultCode}</li>`)}
      </ol>
    </details>
  </article>`;
}

function buttons({ status, paymentRequestId, notifications }: PaymentReport): Html {
  const address = `/panel/payments/${paymentRequestId}`;
  const button = (action: string, label: string): Html =>
    html`<button formaction="${address}/${action}">${label}</button>`;
  const open = status === 'PROCESSING' || status === 'PENDING';
  return html`${open && button('approve', status === 'PENDING' ? 'Confirm' : 'Approve')}
  ${status === 'PROCESSING' && button('pend', 'Pay, confirm later')}
  ${open && html`${button('decline', 'Decline')} ${select('code', DECLINE_CODES, DECLINE_CODES[0])}`}
  ${status === 'PROCESSING' && button('expire', 'Expire now')}
  ${notifications.length > 0 && button('notify', 'Send notification again')}`;
}

function failuresView(failures: readonly Message[]): Html {
  return html`<section aria-labelledby="failures">
    <h2 id="failures">Refused calls</h2>
    <ol>
      ${failures
        .slice(0, 20)
        .map(
          ({ atMs, call, result }) =>
            html`<li>${time(atMs)} ← ${call}: <b>${result.resultCode}</b> ${result.resultMessage}</li>`,
        )}
    </ol>
  </section>`;
}

function time(ms: number): string {
  return new Date(ms).toISOString().slice(11, 19);
}
