import type { CheckoutState } from './state.ts';

/** Keeps the state of a checkout and tells its changes. */
export class StateKeeper {
  current: CheckoutState = { phase: 'idle' };
  readonly #listeners = new Set<(state: CheckoutState) => void>();

  subscribe(listener: (state: CheckoutState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Takes on another state. `beforeTold` is called where it is another, before anybody hears of it. */
  set(state: CheckoutState, beforeTold?: () => void): void {
    if (state === this.current) return;
    beforeTold?.();
    this.current = state;
    for (const listener of this.#listeners) {
      // A listener may bring about the next change. Who has heard of that is not told of this one afterwards.
      if (this.current === state) call(listener, state);
    }
  }
}

/** Calls into the page, whose mistakes are its own affair: they must not stop a payment from being followed. */
export function call<T>(listener: (value: T) => unknown, value: T): unknown {
  try {
    return listener(value);
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
    return undefined;
  }
}
