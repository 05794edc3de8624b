import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** A page that is still there after so long goes nowhere: the app is missing, or the address did not answer. */
const PATIENCE_MS = 4_000;

/** Knows whether the page is on its way to the wallet, until it turns out to stay or is shown again. */
export class DepartureController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #timer: ReturnType<typeof setTimeout> | undefined;
  leaving = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  begin(): void {
    this.leaving = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#stay, PATIENCE_MS);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#stay);
    // A page that comes back from the browser's memory.
    window.addEventListener('pageshow', this.#stay);
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#stay);
    window.removeEventListener('pageshow', this.#stay);
    clearTimeout(this.#timer);
  }

  readonly #stay = (): void => {
    // The shopper is in the wallet's app. What there is to show can wait.
    if (document.hidden) return;
    this.leaving = false;
    this.#host.requestUpdate();
  };
}
