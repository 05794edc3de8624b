import { AlipayCheckout } from '../../src/element/alipay-checkout.ts';
import type { Destination } from '../../src/element/launch.ts';
import { FakeSession } from './fake-session.ts';

/** A checkout whose session a test holds by its strings, and which writes down where it would have gone. */
export class PosedCheckout extends AlipayCheckout {
  declare session: FakeSession;
  declare destinations: Destination[];

  protected override createSession(): FakeSession {
    this.destinations = [];
    this.session = new FakeSession();
    return this.session;
  }

  protected override navigate(destination: Destination): void {
    this.destinations.push(destination);
  }
}

customElements.define('posed-checkout', PosedCheckout);

declare global {
  interface HTMLElementTagNameMap {
    'posed-checkout': PosedCheckout;
  }
}
