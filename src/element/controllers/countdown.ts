import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Redraws its host once a second while time is running out on a visible page. One timer at most, none when hidden. */
export class CountdownController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #endsAtMs: number | null = null;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Counts down to a moment of this device's clock; null stops. Answers what is left, in milliseconds. */
  until(endsAtMs: number | null): number | null {
    this.#endsAtMs = endsAtMs;
    return endsAtMs === null ? null : Math.max(0, endsAtMs - Date.now());
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#handleVisibility);
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#handleVisibility);
    this.#stop();
  }

  hostUpdated(): void {
    this.#stop();
    const left = this.#endsAtMs === null ? 0 : this.#endsAtMs - Date.now();
    // To the next full second of what is left, so that the figure never skips one.
    if (left > 0 && !document.hidden) this.#timer = setTimeout(() => this.#host.requestUpdate(), left % 1000 || 1000);
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  readonly #handleVisibility = (): void => {
    this.#host.requestUpdate();
  };
}
