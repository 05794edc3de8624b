import { parseCreated } from '../protocol/payment.ts';
import { type ReturnTicket, takeReturnTicket } from '../protocol/return-ticket.ts';
import type { LazySession } from '../session/lazy-session.ts';

type Given = Parameters<LazySession['resume']>[0];

/**
 * The payment that a page already has: named by `payment-id` and `token`, in the address that a wallet sent the shopper
 * back to, or in a data block that the page was rendered with.
 *
 * Ticket and block are good for one beginning: an order that the page asks for later is not theirs.
 */
export class GivenPayment {
  readonly #element: Element & { readonly paymentId: string; readonly token: string };
  #ticket: ReturnTicket | null = null;
  /** The payment that the wallet has sent the shopper back from to this very page. */
  returnedFrom: string | undefined;
  #declaredId: string | null = null;

  constructor(element: Element & { readonly paymentId: string; readonly token: string }) {
    this.#element = element;
  }

  /** Takes the return ticket out of the address bar: it must not stay in history, referrers or screenshots. */
  takeTicket(): void {
    const { ticket, href } = takeReturnTicket(location.href);
    if (href !== location.href) history.replaceState(history.state, '', href);
    this.#ticket = ticket;
    this.returnedFrom ??= ticket?.paymentId;
  }

  take(): Given | null {
    const { paymentId, token } = this.#element;
    if (paymentId && token) return { paymentId, ticket: token };
    const ticket = this.#ticket;
    this.#ticket = null;
    return ticket ?? this.takeDeclared();
  }

  /** A `<script type="application/json">` inside the element, with the body of a create answer. Null where it is not one. */
  takeDeclared(): Given | null {
    const block = this.#element.querySelector(':scope > script[type="application/json"]');
    if (!block) return null;
    try {
      const { token, ...snapshot } = parseCreated(JSON.parse(block.textContent));
      if (snapshot.payment.id === this.#declaredId) return null;
      this.#declaredId = snapshot.payment.id;
      return { snapshot, token };
    } catch {
      return null;
    }
  }
}
