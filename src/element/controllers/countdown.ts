import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Redraws its host once a second while time is running out on a visible page. One timer at most, none when hidden. */
export class CountdownController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #endsAtMs: () => number | null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param endsAtMs - As `performance.now()` counts; null while there is nothing to count. Asked after every update. */
  constructor(host: ReactiveControllerHost, endsAtMs: () => number | null) {
    this.#host = host;
    this.#endsAtMs = endsAtMs;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#redraw);
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#redraw);
    clearTimeout(this.#timer);
  }

  hostUpdated(): void {
    clearTimeout(this.#timer);
    const leftMs = (this.#endsAtMs() ?? 0) - performance.now();
    // To the next full second of what is left, so that the figure never skips one.
    if (leftMs > 0 && !document.hidden) this.#timer = setTimeout(this.#redraw, leftMs % 1000 || 1000);
  }

  readonly #redraw = (): void => {
    this.#host.requestUpdate();
  };
}
