import type { ReactiveController, ReactiveControllerHost } from 'lit';

const PAUSES_MS = [1_000, 3_000, 10_000, 30_000];

/** Fetches a part of its host when it is first wanted, in the kind that is wanted, and does not give up on it. */
export class PartController<P, Kind> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #fetch: (kind: Kind) => Promise<P>;
  #kind: Kind | undefined;
  #failures = 0;
  #pause: ReturnType<typeof setTimeout> | undefined;

  /** Null as long as it has not come. */
  value: P | null = null;
  /** Never rejects. Null while nothing is on its way. */
  fetching: Promise<void> | null = null;

  constructor(host: ReactiveControllerHost, fetch: (kind: Kind) => Promise<P>) {
    this.#host = host;
    this.#fetch = fetch;
    host.addController(this);
  }

  /** The last try has failed, and the next is yet to come. */
  get failed(): boolean {
    return this.#pause !== undefined;
  }

  load(kind: Kind): void {
    if (kind === this.#kind || this.fetching || this.failed) return;
    this.fetching = this.#try(kind).then(() => {
      this.fetching = null;
      this.#host.requestUpdate();
    });
  }

  /** Cuts the pause after a failure short. */
  readonly retry = (): void => {
    clearTimeout(this.#pause);
    this.#pause = undefined;
    this.#host.requestUpdate();
  };

  hostConnected(): void {
    if (this.failed) this.retry();
  }

  hostDisconnected(): void {
    clearTimeout(this.#pause);
  }

  async #try(kind: Kind): Promise<void> {
    try {
      this.value = await this.#fetch(kind);
      this.#kind = kind;
      this.#failures = 0;
    } catch {
      this.#pause = setTimeout(this.retry, PAUSES_MS[Math.min(this.#failures++, PAUSES_MS.length - 1)]);
    }
  }
}
