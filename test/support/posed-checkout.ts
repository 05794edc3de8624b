import { AlipayCheckout } from '../../src/element/alipay-checkout.ts';
import type { Destination } from '../../src/element/launch.ts';
import { withReturnTicket } from '../../src/protocol/return-ticket.ts';
import type { Look } from './checkout-states.ts';
import { FakeSession } from './fake-session.ts';
import { aPayment, TOKEN } from './payments.ts';

/** A checkout whose session a test holds by its strings, and which writes down where it would have gone. */
export class PosedCheckout extends AlipayCheckout {
  declare session: FakeSession;
  declare destinations: Destination[];
  /** Which window each of the destinations was for. */
  declare views: Window[];

  protected override createSession(): FakeSession {
    this.destinations = [];
    this.views = [];
    this.session = new FakeSession();
    return this.session;
  }

  protected override navigate(destination: Destination, view: Window): void {
    this.destinations.push(destination);
    this.views.push(view);
  }
}

customElements.define('posed-checkout', PosedCheckout);

/** Runs `act` while windows are opened by `open`. */
export async function withWindows(open: typeof window.open, act: () => unknown): Promise<void> {
  const real = window.open.bind(window);
  window.open = open;
  try {
    await act();
  } finally {
    window.open = real;
  }
}

/** Puts a checkout into the document, in the look that a test or a picture wants to see. */
export async function pose(checkout: PosedCheckout, into: Element, look: Look): Promise<void> {
  if (look.window === 'returned') {
    const ticket = { paymentId: aPayment().id, ticket: TOKEN };
    history.replaceState(history.state, '', withReturnTicket(location.href, ticket));
  }
  into.append(checkout);
  checkout.session.become(look.state());
  await checkout.updateComplete;
  if (look.window === 'opened') {
    const opened = { closed: false, focus: () => {} } as Window;
    await withWindows(
      () => opened,
      () => checkout.shadowRoot!.querySelector('button')!.click(),
    );
  }
  if (look.window === 'returned') {
    const elsewhere = new BroadcastChannel('alipay-checkout');
    elsewhere.postMessage({ goesOn: aPayment().id });
    // It is heard in a task after this one, and by then drawn.
    await new Promise<void>((resolve) => {
      const here = new BroadcastChannel('alipay-checkout');
      here.onmessage = () => {
        here.close();
        resolve();
      };
      elsewhere.postMessage('over');
    });
    elsewhere.close();
  }
  await checkout.updateComplete;
}

declare global {
  interface HTMLElementTagNameMap {
    'posed-checkout': PosedCheckout;
  }
}
