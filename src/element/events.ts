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

/**
 * What a tap that was to open the wallet has come to. `opened`: the page was hidden or left; `not-opened`: it is still
 * there, and used; `unknown`: it is there, but something else has the focus. Never says whether anything was paid.
 */
export type LaunchOutcome = 'opened' | 'not-opened' | 'unknown';

/**
 * A tap was to open the wallet, and this is what it came to. Fired once for each tap, at the latest when the page is left:
 * send it on by `navigator.sendBeacon()`.
 */
export class AlipayLaunchEvent extends Event {
  /** `page`: the gateway's own, in this window; `app`: the wallet; `bridge`: the wallet that shows this very page. */
  readonly rung: 'page' | 'app' | 'bridge';
  /** Of the address, such as `https` or `alipays`: the rest of it may be a secret. Empty for the bridge. */
  readonly scheme: string;
  /** `opened` is no success, and neither of the others a failure: only the server knows of payments. */
  readonly outcome: LaunchOutcome;

  constructor(rung: 'page' | 'app' | 'bridge', scheme: string, outcome: LaunchOutcome) {
    super('alipay-launch', onTheWayUp);
    this.rung = rung;
    this.scheme = scheme;
    this.outcome = outcome;
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
    'alipay-launch': AlipayLaunchEvent;
    'alipay-qr': AlipayQrEvent;
  }
}
