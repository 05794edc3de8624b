import type { PaymentSession, StartRequest } from '../../src/session/session.ts';
import type { CheckoutState } from '../../src/session/state.ts';

/** A session that is in whatever state a test puts it, and writes down what is wanted of it. */
export class FakeSession implements PaymentSession {
  readonly calls: string[] = [];
  state: CheckoutState;
  readonly #listeners = new Set<(state: CheckoutState) => void>();

  constructor(state: CheckoutState = { phase: 'idle' }) {
    this.state = state;
  }

  /** Puts the session into a state, as if the server had said so. */
  become(state: CheckoutState): void {
    this.state = state;
    for (const listener of this.#listeners) listener(state);
  }

  /** How many listen. */
  get listeners(): number {
    return this.#listeners.size;
  }

  subscribe(listener: (state: CheckoutState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  target = (): unknown => this.calls.push('target');
  start: PaymentSession['start'] = ({ choose, wallet }: StartRequest): unknown =>
    this.calls.push(choose ? 'start with a choice' : wallet ? `start with ${wallet}` : 'start');
  resume = (): unknown => this.calls.push('resume');
  check = (): unknown => this.calls.push('check');
  cancel = (): unknown => this.calls.push('cancel');
  retry = (): unknown => this.calls.push('retry');
  connect = (): unknown => this.calls.push('connect');
  disconnect = (): unknown => this.calls.push('disconnect');
}
