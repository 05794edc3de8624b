import { AlipayCheckout } from '/cdn/alipay-checkout.js';

/** A session that is in whatever state it is put into, and stays there: nothing is under way behind the picture. */
class StillSession {
  state = { phase: 'idle' };
  #listener = () => {};

  become(state) {
    this.state = state;
    this.#listener(state);
  }

  subscribe(listener) {
    this.#listener = listener;
    return () => {};
  }

  target() {}
  start() {}
  resume() {}
  check() {}
  cancel() {}
  connect() {}
  disconnect() {}
}

/** The checkout with a session of our own, which is all that it takes to show it in any state. */
class StudioCheckout extends AlipayCheckout {
  createSession() {
    this.session = new StillSession();
    return this.session;
  }
}

customElements.define('studio-checkout', StudioCheckout);

/** A checkout in one of `STATES`, in light or dark and in a language. */
export function pose({ name: _, make, ...properties }, look) {
  const checkout = Object.assign(document.createElement('studio-checkout'), {
    endpoint: '/alipay',
    orderId: 'A-1001',
    wallets: make().phase === 'choosing',
    presentation: 'qr',
    ...properties,
    ...look,
  });
  checkout.session.become(make());
  // A picture of a button goes nowhere.
  checkout.addEventListener('alipay-redirect', (event) => event.preventDefault());
  return checkout;
}
