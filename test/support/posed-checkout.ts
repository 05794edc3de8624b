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

/** Taps while nothing opens: the page stays as it is, and time is up at once. */
export function tapInVain(button: HTMLElement): void {
  const real = window.setTimeout.bind(window);
  window.setTimeout = ((over: () => void) => (queueMicrotask(over), 0)) as typeof window.setTimeout;
  Object.defineProperty(document, 'hasFocus', { configurable: true, value: () => true });
  button.click();
  window.setTimeout = real;
  queueMicrotask(() => Reflect.deleteProperty(document, 'hasFocus'));
}

/** Taps while the clipboard takes what it is given, or does not. */
export async function tapToCopy(button: HTMLElement, isAllowed: boolean): Promise<string[]> {
  const copied: string[] = [];
  const writeText = (text: string) =>
    isAllowed ? Promise.resolve(void copied.push(text)) : Promise.reject(new DOMException('', 'NotAllowedError'));
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
  button.click();
  await Promise.resolve();
  Reflect.deleteProperty(navigator, 'clipboard');
  return copied;
}

/** The filled button of a scene. Over the page it comes after the page's own. */
const mainButton = (checkout: PosedCheckout): HTMLElement =>
  [...checkout.shadowRoot!.querySelectorAll<HTMLElement>('[part=button]')].at(-1)!;

/** Puts a checkout into the document, in the look that a test or a picture wants to see. */
export async function pose(checkout: PosedCheckout, into: Element, look: Look): Promise<void> {
  if (look.window === 'returned') {
    const ticket = { paymentId: aPayment().id, ticket: TOKEN };
    history.replaceState(history.state, '', withReturnTicket(location.href, ticket));
  }
  if (look.device) checkout.device = look.device;
  into.append(checkout);
  checkout.session.become(look.state());
  await checkout.updateComplete;
  if (look.window === 'opened') {
    const opened = { closed: false, focus: () => {} } as Window;
    await withWindows(
      () => opened,
      () => mainButton(checkout).click(),
    );
  }
  const button = mainButton(checkout);
  if (look.tap === 'button') button.click();
  if (look.tap === 'in vain') tapInVain(button);
  if (look.tap?.startsWith('copy')) await tapToCopy(button, look.tap === 'copy, allowed');
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
