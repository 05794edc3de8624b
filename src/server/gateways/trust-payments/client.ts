import type { IncomingNotification } from '../../gateway.ts';
import type {
  AuthRequest,
  QueryResponse,
  RefundRequest,
  Transaction,
  TransactionFilter,
  TransactionUpdates,
  UrlNotification,
} from './messages.ts';
import { readOptions, type TrustPaymentsClientOptions } from './options.ts';
import { parseQueryResponse, parseTransaction } from './parse-messages.ts';
import { openNotification } from './site-security.ts';
import { createTransport } from './transport.ts';

/**
 * The gateway's own calls, typed: sent, checked and parsed.
 *
 * A refusal is an answer like any other: read `errorcode`. Every call throws `GatewayError` where there is no answer that
 * can be believed (`unknown`: the call may have taken effect) or where the set-up is wrong (`misconfigured`). None is
 * idempotent: after an unknown outcome, query before you call again.
 */
export interface TrustPaymentsClient {
  /** Creates an Alipay payment. A good answer has `errorcode` `0`, `settlestatus` `10` and a `redirecturl`. */
  auth(request: AuthRequest): Promise<Transaction>;
  /** Finds transactions of the site. Over XML the shape of neither request nor records is documented. */
  transactionQuery(filter: TransactionFilter): Promise<QueryResponse>;
  /** Returns money of a settled payment. Over XML the place of the parent's reference is not documented. */
  refund(request: RefundRequest): Promise<Transaction>;
  /**
   * Suspends, releases or cancels the settlement of payments at `settlestatus` 0, 1 or 2. At any other it is refused with
   * `errorcode` `60017`, also at the 10 of an open Alipay payment. Over XML its shape is not documented.
   */
  transactionUpdate(filter: TransactionFilter, updates: TransactionUpdates): Promise<Transaction>;
  /**
   * Checks the hash of a notification and reads it. Do not believe what it says, as the hash does not tell where one
   * field ends and the next begins: query. @throws {NotificationRefused} where it is not genuine or not readable.
   */
  readNotification(notification: IncomingNotification): Promise<UrlNotification>;
}

// The Python library waits 60 s. A server that dies while it waits blocks its payment for half a minute: what takes
// longer than this is asked about instead.
const MONEY_TIMEOUT_MS = 20_000;
const TIMEOUT_MS = 10_000;

/** Creates a client of the gateway. Throws `TypeError` where an option is missing or malformed. */
export function createTrustPaymentsClient(options: TrustPaymentsClientOptions): TrustPaymentsClient {
  const config = readOptions(options);
  const send = createTransport(config);
  const { siteReference: sitereference } = config;
  const inSite = (filter: TransactionFilter) => ({ sitereference: [sitereference], ...filter });

  return {
    async auth(request) {
      const site = { sitereference, accounttypedescription: 'ECOM', paymenttypedescription: 'ALIPAY' };
      return parseTransaction(await send({ type: 'AUTH', fields: { ...site, ...request } }, MONEY_TIMEOUT_MS));
    },
    async transactionQuery(filter) {
      return parseQueryResponse(await send({ type: 'TRANSACTIONQUERY', filter: inSite(filter) }, TIMEOUT_MS));
    },
    async refund(request) {
      return parseTransaction(await send({ type: 'REFUND', fields: { sitereference, ...request } }, MONEY_TIMEOUT_MS));
    },
    async transactionUpdate(filter, updates) {
      const call = { type: 'TRANSACTIONUPDATE', filter: inSite(filter), updates: { ...updates } } as const;
      return parseTransaction(await send(call, TIMEOUT_MS));
    },
    readNotification: (notification) => openNotification(notification, config),
  };
}
