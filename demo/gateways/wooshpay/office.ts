import type { FaultSwitch } from '../support/faults.ts';
import type { Account } from './account.ts';
import type { Endpoints } from './endpoints.ts';
import type { Ledger } from './ledger.ts';
import type { Messages } from './messages.ts';

/** What the calls of the API work on. */
export interface Office {
  readonly now: () => number;
  readonly livemode: boolean;
  readonly ledger: Ledger;
  readonly endpoints: Endpoints;
  readonly messages: Messages;
  readonly faults: FaultSwitch;
}

/** A call whose caller is known. */
export interface Asked {
  readonly account: Account;
  /** What the path names, where it names something. */
  readonly id: string;
  readonly body: unknown;
  readonly query: URLSearchParams;
}

/** One call of the API. @throws {Refusal} */
export type Perform = (asked: Asked, office: Office) => object;
