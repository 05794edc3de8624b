import type { Refund } from 'alipay-checkout/protocol';
import type { AuditEvent, MerchantPayment } from 'alipay-checkout/server';
import { html, type Html } from '../../support/html.ts';
import { findTea } from '../catalogue.ts';
import type { Order } from '../orders.ts';
import { randomUUID } from 'node:crypto';
import { formatPrice } from '../words.ts';
import { page, type View } from './frame.ts';

export interface AdminView {
  readonly orders: readonly Order[];
  readonly payments: readonly { readonly payment: MerchantPayment; readonly events: readonly AuditEvent[] }[];
  /** Why the last thing that was asked for could not be done. */
  readonly refused: string | undefined;
}

/** What the shop's people see: every order, every payment, and what has happened to each. A real one asks who you are. */
export function adminPage(view: View, { orders, payments, refused }: AdminView): Response {
  const main = html`<div class="admin" lang="en">
    <h1>Back office</h1>
    ${refused && html`<p class="refused" role="alert">${refused}</p>`}
    <h2>Orders</h2>
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th>Order</th>
            <th>Tea</th>
            <th class="number">Total</th>
            <th>Status</th>
            <th>Made</th>
          </tr>
        </thead>
        <tbody>
          ${orders.map(orderRow)}
        </tbody>
      </table>
    </div>
    <h2>Payments</h2>
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th>Payment</th>
            <th>Order</th>
            <th class="number">Amount</th>
            <th>Status</th>
            <th>History</th>
            <th></th>
          </tr>
        </thead>
        <tbody>
          ${payments.map(({ payment, events }) => paymentRow(payment, events))}
        </tbody>
      </table>
    </div>
  </div>`;
  return page(view, { title: 'Back office', main });
}

function orderRow({ id, teaId, quantity, total, currency, status, createdAtMs }: Order): Html {
  return html`<tr data-order="${id}" data-status="${status}">
    <td><a href="/orders/${id}">${id}</a></td>
    <td>${findTea(teaId)?.name.en} × ${quantity}</td>
    <td class="number">${formatPrice(total, currency, 'en')}</td>
    <td>${pill(status)}</td>
    <td>${minute(createdAtMs)}</td>
  </tr>`;
}

function paymentRow(payment: MerchantPayment, events: readonly AuditEvent[]): Html {
  const { id, orderId, amount, status, reason, late, surplus, gateway, gatewayReference } = payment;
  return html`<tr data-payment="${id}" data-status="${status}">
    <td><code>${id}</code><small>${gateway}</small>${gatewayReference && html`<code>${gatewayReference}</code>`}</td>
    <td><a href="/orders/${orderId}">${orderId}</a></td>
    <td class="number">${formatPrice(amount.value, amount.currency, 'en')}</td>
    <td>${pill(status)} <small>${reason}${late && ', late'}${surplus && ', surplus'}</small></td>
    <td>
      <details>
        <summary>${events.length} events</summary>
        <ol>
          ${events.map(({ atMs, type, detail }) => html`<li>${minute(atMs)} ${type} ${written(detail)}</li>`)}
        </ol>
      </details>
    </td>
    <td>${actions(payment)}</td>
  </tr>`;
}

function actions({ id, status, amount, cancellable, refunds }: MerchantPayment): Html {
  const left = refunds.reduce((sum, refund) => (refund.status === 'failed' ? sum : sum - refund.value), amount.value);
  return html`${cancellable && html`<form method="post" action="/admin/${id}/cancel"><button>Cancel</button></form>`}
  ${
    refunds.length > 0 &&
    html`<ul class="refunds">
      ${refunds.map((refund) => refundLine(refund, amount.currency))}
    </ul>`
  }
  ${
    status === 'success' &&
    left > 0 &&
    html`<form method="post" action="/admin/${id}/refund">
      <input type="hidden" name="key" value="${randomUUID()}" />
      <input
        name="amount"
        inputmode="decimal"
        pattern="\\d+([.]\\d\\d?)?"
        placeholder="${formatPrice(left, amount.currency, 'en')}"
        aria-label="Amount; empty for all that is left"
      />
      <button>Refund</button>
    </form>`
  }`;
}

function refundLine({ id, status, value }: Refund, currency: string): Html {
  return html`<li data-refund="${id}" data-status="${status}">
    ${pill(status)} ${formatPrice(value, currency, 'en')} back
  </li>`;
}

function pill(status: string): Html {
  return html`<span class="pill" data-status="${status}">${status}</span>`;
}

function written(detail: AuditEvent['detail']): string {
  return Object.entries(detail)
    .map(([key, value]) => `${key}=${value}`)
    .join(' ');
}

function minute(ms: number): string {
  return new Date(ms).toISOString().slice(0, 16).replace('T', ' ');
}
