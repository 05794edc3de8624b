import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Connection } from '../../session/state.ts';

/** A blip is not worth a word to the shopper, nor to a screen reader. */
const PATIENCE_MS = 5_000;

/** Speaks of connection trouble only once it has lasted. */
export class TroubleController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #lasting = false;
  #trouble: 'reconnecting' | 'offline' | null = null;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  get trouble(): 'reconnecting' | 'offline' | null {
    return this.#lasting ? this.#trouble : null;
  }

  watch(connection: Connection | undefined): void {
    const trouble = connection === 'reconnecting' || connection === 'offline' ? connection : null;
    if (!trouble) this.hostDisconnected();
    else if (!this.#trouble) {
      this.#timer = setTimeout(() => {
        this.#lasting = true;
        this.#host.requestUpdate();
      }, PATIENCE_MS);
    }
    this.#trouble = trouble;
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#lasting = false;
    this.#trouble = null;
  }
}
