import type { GatewayPayment } from '../../gateway.ts';
import { toWireAmount } from './currencies.ts';
import type { CreateCheckoutSessionRequest, CreatePaymentIntentRequest, TerminalOptions } from './messages.ts';

/** The payment that WooshPay starts at once. @throws {GatewayError} `rejected` for an amount that it cannot take. */
export function toIntentRequest(payment: GatewayPayment, type: string): CreatePaymentIntentRequest {
  return {
    amount: toWireAmount(payment.amount),
    currency: payment.amount.currency,
    confirm: true,
    payment_method_types: [type],
    payment_method_data: { type },
    payment_method_options: { [type]: toTerminalOptions(payment) },
    // Not the order's id: a search after a lost answer must not find another attempt of the same order.
    merchant_order_id: payment.id,
    metadata: { order_id: payment.orderId },
    description: payment.description,
    return_url: payment.returnUrl,
  };
}

/** The page of WooshPay's for a payment. @throws {GatewayError} `rejected` for an amount that it cannot take. */
export function toSessionRequest(payment: GatewayPayment, type: string): CreateCheckoutSessionRequest {
  const { id, orderId, amount, description, returnUrl } = payment;
  const price = { currency: amount.currency, unit_amount: toWireAmount(amount), product_data: { name: description } };
  return {
    mode: 'payment',
    // One address for both: how it went is never taken from where the shopper comes back to.
    success_url: returnUrl,
    cancel_url: returnUrl,
    payment_method_types: [type],
    line_items: [{ quantity: 1, price_data: price }],
    client_reference_id: id,
    metadata: { order_id: orderId, payment_id: id },
  };
}

// There is no terminal for a merchant's own app: what WooshPay calls APP is a phone whose browser opens the wallet's app.
function toTerminalOptions({ terminal, os, clientAddress }: GatewayPayment): TerminalOptions {
  const isDesktop = terminal === 'WEB';
  return {
    client_ip: clientAddress,
    terminal_type: isDesktop ? 'WEB' : 'APP',
    // Asked for on desktops too, where the documents send IOS. A phone of an unknown kind is no iPhone, which always says
    // what it is.
    os_type: os ?? (isDesktop ? 'IOS' : 'ANDROID'),
  };
}
