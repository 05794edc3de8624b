import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { AlipayLaunchEvent, type LaunchOutcome } from '../events.ts';

/** An app opens within this time, or is not there. */
const APP_PATIENCE_MS = 2_500;
/** A page may be slow to answer, on the networks of phones. */
const PAGE_PATIENCE_MS = 4_000;
/** A timer that is so much later was held up with the page, as happens behind an app that has opened. */
const LATE_MS = 1_500;

/** Watches the page go to the wallet, until it turns out to stay or is shown again, and says what became of it. */
export class DepartureController implements ReactiveController {
  readonly #host: ReactiveControllerHost & EventTarget;
  #listening: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** What the last tap came to. Undefined before there was one, and until something can be said of it. */
  outcome: LaunchOutcome | undefined;

  constructor(host: ReactiveControllerHost & EventTarget) {
    this.#host = host;
    host.addController(this);
  }

  /** The page is on its way. */
  get leaving(): boolean {
    return !!this.#listening;
  }

  /** @param isApp - The address is the app's own, also where it is a link. */
  begin(url: string, isApp: boolean): void {
    this.hostDisconnected();
    this.outcome = undefined;
    this.#listening = new AbortController();
    this.#host.requestUpdate();
    const { signal } = this.#listening;
    const [scheme] = url.split(':', 1) as [string];
    const isPage = scheme.startsWith('http');
    const patienceMs = isPage ? PAGE_PATIENCE_MS : APP_PATIENCE_MS;
    const beganAtMs = Date.now();
    const judge = (outcome: LaunchOutcome): void => {
      if (this.outcome) return;
      this.outcome = outcome;
      this.#host.dispatchEvent(new AlipayLaunchEvent(isPage && !isApp ? 'page' : 'app', scheme, outcome));
    };
    // Whoever is in the wallet's app sees none of it: what there is to show can wait until the page is shown again.
    const look = ({ type }: Event): void => {
      if (document.hidden || type === 'pagehide') judge('opened');
      else if (this.outcome) this.#stay();
    };
    // The last is of a page that comes back from the browser's memory.
    for (const type of ['visibilitychange', 'pagehide', 'pageshow']) addEventListener(type, look, { signal });
    this.#timer = setTimeout(() => {
      if (document.hidden) return;
      const isLate = Date.now() - beganAtMs > patienceMs + LATE_MS;
      judge(document.hasFocus() && !isLate ? 'not-opened' : 'unknown');
      this.#stay();
    }, patienceMs);
  }

  hostDisconnected(): void {
    this.#listening?.abort();
    this.#listening = undefined;
    clearTimeout(this.#timer);
  }

  #stay(): void {
    this.hostDisconnected();
    this.#host.requestUpdate();
  }
}
