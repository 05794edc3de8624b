import { GatewayError } from '../../gateway.ts';
import { failedCall, NOT_FOUND, OK } from './error-codes.ts';
import type { QueryResponse, Transaction, TransactionFilter } from './messages.ts';

/** Longer ones may be cut, and would not be found again. */
export const MAX_REFERENCE_LENGTH = 25;

/** What a query is to find: a payment or a refund, by our reference or, once it is known, by the gateway's. */
export interface Wanted {
  readonly type: 'AUTH' | 'REFUND';
  readonly id: string;
  readonly gatewayReference?: string;
}

export function toFilter({ id, gatewayReference }: Omit<Wanted, 'type'>): TransactionFilter {
  return gatewayReference ? { transactionreference: [gatewayReference] } : { orderreference: [id] };
}

/**
 * The records that a query has found of what is wanted; none where there is nothing of the kind, which the gateway calls
 * a success too.
 *
 * @throws {GatewayError} where the query failed, or where what it found may or may not be what is wanted.
 */
export function findRecords(wanted: Wanted, response: QueryResponse): readonly Transaction[] {
  if (response.errorcode === NOT_FOUND) return [];
  if (response.errorcode !== OK) throw failedCall('The query failed', response);
  // One reference finds payments and refunds alike, and a settled refund is no settled payment.
  const ofType = response.records.filter(
    ({ requesttypedescription: type }) => type === undefined || type === wanted.type,
  );
  if (!ofType.every((record) => record.requesttypedescription && isAbout(wanted, record))) {
    throw new GatewayError('unknown', 'The answer holds records that were not asked for');
  }
  return ofType;
}

function isAbout({ id, gatewayReference }: Wanted, { orderreference, transactionreference }: Transaction): boolean {
  if (gatewayReference && transactionreference !== gatewayReference) return false;
  return orderreference === id || (orderreference === undefined && gatewayReference !== undefined);
}
