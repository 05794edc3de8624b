import type { FaultSwitch } from '../support/faults.ts';
import type { Declaration } from './declaration.ts';
import type { Fields } from './fields.ts';
import type { Ledger } from './ledger.ts';
import type { Merchants } from './merchants.ts';
import type { Records } from './records.ts';
import type { Refund } from './refund.ts';
import type { Refunds } from './refunds.ts';
import type { Registrations } from './registrations.ts';

/** Everything that a call can look up or change. */
export interface Books {
  readonly origin: string;
  readonly now: () => number;
  readonly faults: FaultSwitch;
  readonly merchants: Merchants;
  readonly ledger: Ledger;
  readonly refunds: Refunds;
  readonly declarations: Records<Declaration>;
  readonly registrations: Registrations;
  /** Tells the merchant what has become of a refund, once the call that is being answered has been. */
  readonly announceLater: (refund: Refund) => void;
}

/** A call whose sender is known. */
export interface Caller {
  readonly clientId: string;
  readonly body: Fields;
}
