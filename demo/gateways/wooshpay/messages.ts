import { payAddress, sessionAddress } from './addresses.ts';
import type { Account } from './account.ts';
import { loosen } from './loose.ts';
import type { Method } from './intent-request.ts';
import type { Payment, Refund, Session } from './payment.ts';
import { totalOf } from './session-request.ts';

/** Writes what the gateway keeps as its API shows it. Times are in milliseconds. */
export class Messages {
  readonly #origin: string;
  readonly #livemode: boolean;

  constructor(origin: string, livemode: boolean) {
    this.#origin = origin;
    this.#livemode = livemode;
  }

  /** WooshPay docs, Retrieve a PaymentIntent. */
  intent(payment: Payment, { looseTypes }: Account): object {
    const isActionDue = payment.status === 'requires_action';
    const message = {
      id: payment.id,
      object: 'payment_intent',
      created: payment.createdAtMs,
      currency: payment.currency,
      amount: payment.amount,
      amount_received: payment.status === 'succeeded' ? payment.amount : 0,
      status: payment.status,
      livemode: this.#livemode,
      client_secret: payment.clientSecret,
      // The type and the name of what belongs to it differ, at WooshPay too.
      next_action: isActionDue
        ? { type: 'redirect_to_url', alipay_handle_redirect: { url: payAddress(this.#origin, payment) } }
        : null,
      payment_method_types: payment.methodTypes,
      payment_method_options: payment.method ? methodOptions(payment.method) : {},
      payment_method: payment.method ? payment.paymentMethodId : null,
      confirmation_method: 'automatic',
      capture_method: 'automatic',
      return_url: payment.returnUrl ?? null,
      merchant_order_id: payment.merchantOrderId ?? null,
      description: payment.description ?? null,
      metadata: payment.metadata,
      last_payment_error: payment.lastErrorCode
        ? { type: 'card_error', code: payment.lastErrorCode, message: 'The payment was not successful.' }
        : null,
      cancel_at: null,
      cancellation_reason: payment.cancellationReason ?? null,
    };
    return looseTypes ? loosen(message) : message;
  }

  /** WooshPay docs, Wooshpay Checkout. */
  session({ id: paymentId, createdAtMs, currency, methodTypes }: Payment, session: Session, account: Account): object {
    const total = totalOf(session.lineItems);
    const message = {
      id: session.id,
      object: 'checkout.session',
      mode: 'payment',
      status: session.status,
      payment_status: session.isPaid ? 'paid' : 'unpaid',
      url: sessionAddress(this.#origin, session, account.publishableKey),
      payment_intent: paymentId,
      amount_subtotal: total,
      amount_total: total,
      currency,
      created: createdAtMs,
      expires_at: session.expiresAtMs,
      livemode: this.#livemode,
      payment_method_types: methodTypes,
      client_reference_id: session.clientReferenceId ?? null,
      client_secret: session.clientSecret,
      metadata: session.metadata,
      success_url: session.successUrl,
      cancel_url: session.cancelUrl,
      line_items: {
        object: 'list',
        data: session.lineItems.map(({ name, description, quantity, unitAmount }) => ({
          object: 'item',
          description: name,
          quantity,
          currency,
          amount_total: quantity * unitAmount,
          price_data: { currency, unit_amount: unitAmount, product_data: { name, description: description ?? '' } },
        })),
        has_more: false,
      },
      customer: '',
      payment_link: '',
    };
    return account.looseTypes ? loosen(message) : message;
  }

  /** WooshPay docs, Create a refund. */
  refund({ id: paymentId, currency }: Payment, refund: Refund, { looseTypes }: Account): object {
    const message = {
      id: refund.id,
      object: 'refund',
      amount: refund.amount,
      created: refund.createdAtMs,
      currency,
      payment_intent: paymentId,
      reason: refund.reason ?? null,
      status: refund.status,
      metadata: refund.metadata,
      failure_reason: refund.status === 'failed' ? 'unknown' : null,
    };
    return looseTypes ? loosen(message) : message;
  }
}

function methodOptions({ type, terminal, os, clientIp }: Method): object {
  return { [type]: { terminal_type: terminal, os_type: os, client_ip: clientIp } };
}
