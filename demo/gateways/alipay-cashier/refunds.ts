import type { Storage } from '../support/storage.ts';
import { newId, Records } from './records.ts';
import type { Refund, RefundRequest } from './refund.ts';
import type { ResultCode } from './results.ts';

/** Which refund a call is about: `refundId` wins where both are given. */
export interface RefundReference {
  readonly clientId: string;
  readonly refundId?: string | undefined;
  readonly refundRequestId?: string | undefined;
}

/** All refunds of the gateway. */
export class Refunds {
  readonly #records: Records<Refund>;
  readonly #now: () => number;

  constructor(storage: Storage, now: () => number) {
    this.#records = new Records<Refund>(storage, 'refund', ({ refundId }) => refundId);
    this.#now = now;
  }

  find({ clientId, refundId, refundRequestId }: RefundReference): Refund | undefined {
    return this.#records.list().find((refund) => {
      if (refund.clientId !== clientId) return false;
      return refundId ? refund.refundId === refundId : refund.refundRequestId === refundRequestId;
    });
  }

  /** Those of a payment, oldest first. */
  of(paymentId: string): readonly Refund[] {
    return this.#records.list().filter((refund) => refund.paymentId === paymentId);
  }

  /** One that is still to be decided, by the merchant's reference. */
  findOpen(refundRequestId: string): Refund | undefined {
    const isOpen = (one: Refund): boolean => one.refundRequestId === refundRequestId && one.status === 'PROCESSING';
    return this.#records.list().find(isOpen);
  }

  open(clientId: string, request: RefundRequest): Refund {
    const nowMs = this.#now();
    return this.#records.keep({
      ...request,
      clientId,
      refundId: newId(nowMs, '1940108013001880'),
      status: 'PROCESSING',
      resultCode: 'REFUND_IN_PROCESS',
      createdAtMs: nowMs,
    });
  }

  /** Decides a refund. */
  settle(refund: Refund, resultCode: ResultCode): Refund {
    const status = resultCode === 'SUCCESS' ? 'SUCCESS' : 'FAIL';
    return this.#records.keep({ ...refund, status, resultCode, endedAtMs: this.#now() });
  }
}
