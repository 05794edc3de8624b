import type { LifecycleEvent, SessionEnvironment } from './environment.ts';

/** On a phone the wallet has the screen by then, and each packet would keep the radio awake. */
const HIDDEN_TOUCH_MS = 30_000;

/** Whether the page is in a state to follow anything. Times are by the monotonic clock. */
export class Presence {
  readonly #environment: SessionEnvironment;
  /** In the back/forward cache, or frozen: there nothing runs, and what is left open is cut or keeps the page out. */
  #suspended = false;
  #hiddenAtMs: number;

  constructor(environment: SessionEnvironment) {
    this.#environment = environment;
    this.#hiddenAtMs = environment.clock.monotonic();
  }

  notice(event: LifecycleEvent): void {
    if (event === 'pagehide' || event === 'freeze') this.#suspended = true;
    else if (event !== 'hidden' && event !== 'offline') this.#suspended = false;
    if (event === 'hidden') this.#hiddenAtMs = this.#environment.clock.monotonic();
  }

  /** From when on the page is to be silent: in the past where it is already, `Infinity` where nothing is in the way. */
  get silentAtMs(): number {
    const { lifecycle } = this.#environment;
    if (this.#suspended || !lifecycle.isOnline()) return -Infinity;
    return lifecycle.isTouch() && !lifecycle.isVisible() ? this.#hiddenAtMs + HIDDEN_TOUCH_MS : Infinity;
  }
}
