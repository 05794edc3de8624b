import type { Action, Amount, OperatingSystem, PaymentReason, PaymentStatus, Terminal } from '../protocol/payment.ts';

/** A payment as it is stored: what the contract shows of it, and what the kit needs to go on with it. */
export interface PaymentRecord {
  readonly id: string;
  /** Counts every stored change; {@link Store.update} compares it. */
  readonly revision: number;
  /** Counts the changes that a reader of the contract sees. Never more than `revision`. */
  readonly version: number;
  readonly orderId: string;
  /** The merchant's name for the gateway account that this payment belongs to. */
  readonly gateway: string;
  readonly amount: Amount;
  readonly description?: string;
  readonly status: PaymentStatus;
  readonly reason: PaymentReason;
  readonly action: Action | null;
  readonly late: boolean;
  readonly surplus: boolean;
  /** What has been returned, in minor units of `amount`: the sum of the refunds that succeeded. */
  readonly refundedValue: number;
  /** Oldest first. Absent: none. */
  readonly refunds?: readonly RefundRecord[];
  readonly createdAtMs: number;
  readonly expiresAtMs?: number;
  /** When it first left `pending`. */
  readonly endedAtMs?: number;

  /** SHA-256 of the attempt key that created it. */
  readonly attemptHash: string;
  /** What the shopper asked for: what makes a replay the same, and what a repeated call to the gateway is made from. */
  readonly request: PaymentRequest;

  /**
   * `unknown`: the gateway may or may not have the payment; so it is from before the first call until an answer. `known`:
   * it has told us that it has it.
   */
  readonly atGateway: 'unknown' | 'known';
  /** The gateway's own id. */
  readonly gatewayReference?: string;
  /** What the payment is found by beside its id: the gateway's ids of it and of its refunds, and its refunds' own. */
  readonly aliases?: readonly string[];
  /** Who asked for this payment to be cancelled; kept, so that an unfinished cancel is finished by the sweep. */
  readonly cancelRequestedBy?: 'shopper' | 'merchant';
  /** A notification has called an ended payment paid; the next inquiry confirms it, or tells that the money went back. */
  readonly successReported?: boolean;
  /** The money of this success is to go back to the shopper; kept until the gateway has done it, or refused. */
  readonly returnsMoney?: boolean;
  /** When the sweep is to ask next. Absent: never again. */
  readonly nextInquiryAtMs?: number;
}

/** A refund as it is stored, within its payment: so no two writers can promise the same money. */
export interface RefundRecord {
  readonly id: string;
  readonly status: 'pending' | 'success' | 'failed';
  /** In minor units of the payment's amount. Reserved until the gateway has said that the refund failed. */
  readonly value: number;
  readonly reason?: string;
  /** `kit`: the money of a surplus or late payment, which is not the merchant's to keep. */
  readonly requestedBy: 'merchant' | 'kit';
  /** SHA-256 of the idempotency key that the merchant asked for it under. */
  readonly keyHash?: string;
  readonly createdAtMs: number;
  /** When it was last sent to the gateway, written before it is. Absent: never. */
  readonly sentAtMs?: number;
  /** `known`: the gateway has told us that it has it, so that it is never sent again. */
  readonly atGateway: 'unknown' | 'known';
  readonly gatewayReference?: string;
  /** Why it failed, in the gateway's own code. */
  readonly gatewayCode?: string;
}

/** The parameters of a create that outlive it. */
export interface PaymentRequest {
  readonly terminal: Terminal;
  readonly os?: OperatingSystem;
  readonly wallet?: string;
  readonly locale?: string;
  /** As the page gave it, without a ticket. */
  readonly returnUrl: string;
  readonly clientAddress?: string;
  readonly buyerCountry?: string;
}

/** A right to one payment: the hash of a token (`full`) or of a return ticket (`read`). The secret is never stored. */
export interface Grant {
  readonly hash: string;
  readonly paymentId: string;
  readonly scope: 'full' | 'read';
  readonly expiresAtMs: number;
}

/** A line of the audit trail. Never holds a key, a token or a payer. */
export interface AuditEvent {
  readonly paymentId: string;
  readonly atMs: number;
  /** What happened: `created`, `evidence`, `refused`, … */
  readonly type: string;
  readonly detail: Readonly<Record<string, string | number | boolean>>;
}

/** What is written together with a payment, in one transaction. */
export interface Change {
  readonly event: AuditEvent;
  /** True where the merchant's `onPayment` must hear of it: the payment as now written goes into the outbox. */
  readonly publish: boolean;
}

/** A change that the merchant has not yet confirmed to have handled. */
export interface OutboxEntry {
  /** Grows with every entry, never used twice: the order of delivery. */
  readonly sequence: number;
  readonly payment: PaymentRecord;
  /** Failed deliveries so far. */
  readonly attempts: number;
  /** At first the time of the change, `event.atMs`. */
  readonly dueAtMs: number;
}

export type InsertResult =
  { readonly inserted: true } | { readonly inserted: false; readonly conflict: 'attempt' | 'order' };

/** The longest list of payments that {@link Store.list} answers. */
export const MAX_PAGE = 100;

/** Which payments to list. What is absent does not narrow the list. */
export interface ListQuery {
  readonly orderId?: string;
  readonly status?: PaymentStatus;
  /** Only payments inserted before the one with this id, for the next page. None where there is no such payment. */
  readonly before?: string;
  /** Default and maximum {@link MAX_PAGE}. */
  readonly limit?: number;
}

/**
 * Where payments are kept. Every method is atomic, and what it has answered is durable.
 *
 * All times are handed in, in milliseconds since 1970: a store has no clock of its own. What is handed in and out is a
 * value: changing it afterwards changes nothing that is stored. `memoryStore` is the reference; all stores pass the
 * same contract test.
 */
export interface Store {
  /**
   * Adds a payment with the rights to it. Refused with `attempt` where another payment has the same `attemptHash`, else
   * with `order` where it is pending and another *pending* payment has the same `orderId`: one live payment for each
   * order, by construction. Nothing is written when refused, nor where it rejects because the `id` is taken.
   */
  insert(payment: PaymentRecord, grants: readonly Grant[], change: Change): Promise<InsertResult>;

  /**
   * Replaces the payment if the stored one has the revision just before it (`payment.revision - 1`). False, and nothing
   * written, where it has another or there is none: read again and decide anew. Rejects, with nothing written, where a
   * payment would become pending again beside another pending one of its order. The `id`, `orderId` and `attemptHash`
   * of a payment never change.
   */
  update(payment: PaymentRecord, change: Change): Promise<boolean>;

  retrieve(id: string): Promise<PaymentRecord | null>;
  retrieveByAttempt(attemptHash: string): Promise<PaymentRecord | null>;
  /** The payment that was the first to be stored with this among its `aliases`. */
  retrieveByAlias(alias: string): Promise<PaymentRecord | null>;
  /** Newest first: the other way round than they were inserted. */
  list(query: ListQuery): Promise<readonly PaymentRecord[]>;
  /** Payments whose `nextInquiryAtMs` is not after `nowMs`, the most overdue first. */
  listDue(nowMs: number, limit: number): Promise<readonly PaymentRecord[]>;
  /** The audit trail of a payment, oldest first. */
  events(paymentId: string): Promise<readonly AuditEvent[]>;

  /** Adds a right, in place of one with the same hash. */
  addGrant(grant: Grant): Promise<void>;
  /** A right by its hash, until it is pruned: whether it has ended is for the caller to see. */
  findGrant(hash: string): Promise<Grant | null>;

  /**
   * The outbox entries that are due, oldest first, at most one for each payment: a payment's changes are delivered in
   * version order, so a later one waits for the earlier.
   */
  listOutbox(nowMs: number, limit: number): Promise<readonly OutboxEntry[]>;
  /** Takes an entry out: the merchant has handled it. Does nothing where it is out already. */
  settleOutbox(sequence: number): Promise<void>;
  /** Puts an entry off until `dueAtMs` and counts a failed delivery. Does nothing where it is out already. */
  postponeOutbox(sequence: number, dueAtMs: number): Promise<void>;

  /**
   * Takes the named lease until `untilMs`, or moves its end where `holder` has it already. False where somebody else
   * holds it at `nowMs`: a lease ends at its `untilMs`, which belongs to the next holder.
   */
  acquireLease(name: string, holder: string, nowMs: number, untilMs: number): Promise<boolean>;
  /** Gives a lease back early. Does nothing where `holder` does not hold it. */
  releaseLease(name: string, holder: string): Promise<void>;

  /**
   * Calls `listener` after each stored change of the payment, its insertion included, until the answer is called. It
   * may be called without a change, and late, never before the change can be read. Changes that another process made
   * may go unheard: read again from time to time.
   */
  watch(paymentId: string, listener: () => void): () => void;

  /** Forgets grants whose `expiresAtMs` is before `nowMs`. */
  prune(nowMs: number): Promise<void>;
  /** Lets go of files, connections and watchers. A second call does nothing. */
  close(): Promise<void>;
}
