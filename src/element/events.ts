import type { Payment } from '../protocol/payment.ts';
import type { CheckoutError } from '../session/errors.ts';
import type { CheckoutState } from '../session/state.ts';

const onTheWayUp = { bubbles: true, composed: true } as const;

/** The checkout changed in any way: another phase, a newer payment, connection trouble. */
export class AlipayChangeEvent extends Event {
  readonly state: CheckoutState;

  constructor(state: CheckoutState) {
    super('alipay-change', onTheWayUp);
    this.state = state;
  }
}

/** What the four events about the course of a payment have in common. */
export class AlipayPaymentEvent extends Event {
  readonly payment: Payment;

  constructor(type: 'alipay-processing' | 'alipay-success' | 'alipay-voided' | 'alipay-failed', payment: Payment) {
    super(type, onTheWayUp);
    this.payment = payment;
  }
}

/** The checkout could not start. `error.code` is stable; `error.message` is for developers. */
export class AlipayErrorEvent extends Event {
  readonly error: CheckoutError;

  constructor(error: CheckoutError) {
    super('alipay-error', onTheWayUp);
    this.error = error;
  }
}

/**
 * The page is about to be left for the wallet, or on a desktop a window of its own to be opened for it. After
 * `preventDefault()` neither happens: then the listener sends the shopper on.
 */
export class AlipayRedirectEvent extends Event {
  /** Has passed the allow-list of addresses. */
  readonly url: string;

  constructor(url: string) {
    super('alipay-redirect', { ...onTheWayUp, cancelable: true });
    this.url = url;
  }
}

/** A QR code is on the screen. Fired once for each code. */
export class AlipayQrEvent extends Event {
  readonly payment: Payment;

  constructor(payment: Payment) {
    super('alipay-qr', onTheWayUp);
    this.payment = payment;
  }
}

declare global {
  // Of documents and windows too: the events bubble up to them, out of every shadow root.
  interface GlobalEventHandlersEventMap {
    'alipay-change': AlipayChangeEvent;
    'alipay-processing': AlipayPaymentEvent;
    'alipay-success': AlipayPaymentEvent;
    'alipay-voided': AlipayPaymentEvent;
    'alipay-failed': AlipayPaymentEvent;
    'alipay-error': AlipayErrorEvent;
    'alipay-redirect': AlipayRedirectEvent;
    'alipay-qr': AlipayQrEvent;
  }
}
