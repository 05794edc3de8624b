import type { Fields } from './fields.ts';

/** The requests that this sandbox takes, and counts. */
export const REQUEST_TYPES = ['AUTH', 'TRANSACTIONQUERY', 'REFUND', 'TRANSACTIONUPDATE'] as const;

export type RequestType = (typeof REQUEST_TYPES)[number];

/** Who asks, and for what. */
export interface Call {
  /** The webservices user. */
  readonly user: string;
  readonly type: RequestType;
  readonly request: Fields;
  /** Whether all that the examples in JSON have must be there: the documented XML has less. */
  readonly isJson: boolean;
}
