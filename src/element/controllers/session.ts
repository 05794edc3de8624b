import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { LazySession } from '../../session/lazy-session.ts';
import type { CheckoutState } from '../../session/state.ts';

/** Keeps its host in step with a payment session for as long as the host is connected. */
export class SessionController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #session: LazySession;
  readonly #onChange: (state: CheckoutState, before: CheckoutState) => void;
  #unsubscribe: (() => void) | undefined;
  #state: CheckoutState;

  constructor(
    host: ReactiveControllerHost,
    session: LazySession,
    onChange: (state: CheckoutState, before: CheckoutState) => void,
  ) {
    this.#host = host;
    this.#session = session;
    this.#onChange = onChange;
    this.#state = session.state;
    host.addController(this);
  }

  get state(): CheckoutState {
    return this.#state;
  }

  hostConnected(): void {
    this.#unsubscribe = this.#session.subscribe(this.#handleChange);
    this.#session.connect();
    if (this.#session.state !== this.#state) this.#handleChange(this.#session.state);
  }

  // Moving an element in the document disconnects and reconnects it: pause here, never abandon.
  hostDisconnected(): void {
    this.#unsubscribe?.();
    this.#session.disconnect();
  }

  readonly #handleChange = (state: CheckoutState): void => {
    const before = this.#state;
    this.#state = state;
    this.#host.requestUpdate();
    this.#onChange(state, before);
  };
}
