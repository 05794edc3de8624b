import type { Visit } from './visit.ts';

/** A row of the matrix. */
export interface Fault {
  readonly name: string;
  inject(visit: Visit): Promise<unknown> | void;
  undo(visit: Visit): Promise<unknown> | void;
  /** When it is injected: before the click that creates the payment, or with the code on the screen (default). */
  readonly begins?: 'creating' | 'paying';
  /** How the shopper pays. Default: one click. */
  readonly pay?: (visit: Visit) => Promise<unknown>;
  /**
   * It stays, and the payment is to come through it: within so many milliseconds of the approval, or of the click where
   * it begins with the create. Without: the payment is to be right within two seconds of its end.
   */
  readonly passesWithinMs?: number;
  /** What the shopper is told before it ends. */
  readonly says?: string;
  /** At least. Default: three seconds, or until the shopper has been told. */
  readonly lastsMs?: number;
  /** Questions are answered while it lasts: the page may poll as it always does. */
  readonly isAnswered?: boolean;
  /** What a server asks for by `Retry-After`. */
  readonly retryAfterMs?: number;
  /** Requests that a shopper who comes back, or a second tab, adds to those of the back-off. */
  readonly extraRequests?: number;
  /** The page cannot be looked at while it lasts. */
  readonly isUnseen?: boolean;
  /** The shopper pays on the way, and nobody else is to. */
  readonly paysItself?: boolean;
  /** The page is loaded again. */
  readonly reloads?: boolean;
  /** Tabs are to hide one another, as Playwright does not let them by itself. */
  readonly isHonest?: boolean;
  /** Takes about a minute by its nature. */
  readonly isLong?: boolean;
}
