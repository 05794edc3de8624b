import type { Schedule } from './schedule.ts';
import type { Storage } from './storage.ts';

/** What every simulator can be told. */
export interface SandboxOptions {
  /** Where the sandbox can be reached, without a slash at the end: its codes and pages are addresses under it. */
  readonly origin: string;
  /** What survives a restart: everything but notifications that were still to be sent. Default: nothing. */
  readonly storage?: Storage;
  /** Milliseconds since 1970. Default `Date.now`. */
  readonly now?: () => number;
  /** Default `setTimeout`, unreferenced: it keeps no process alive. */
  readonly schedule?: Schedule;
  /** Carries notifications. Default the global `fetch`. */
  readonly fetch?: typeof fetch;
}

/** A simulated gateway, as a web-standard handler. */
export interface Sandbox {
  /** The merchant API, the shopper's pages and the panel. */
  fetch(request: Request): Promise<Response>;
  /** Resolves once no notification is on its way; scheduled ones do not count. */
  settled(): Promise<void>;
  /** Stops every timer. */
  close(): void;
}
