import type { Result } from './results.ts';

export const CALLS = ['pay', 'inquiryPayment', 'cancel'] as const;

export type Call = (typeof CALLS)[number];

/** One call of a merchant, and how it was answered. */
export interface Message {
  readonly atMs: number;
  /** The last part of the path that was called, also where there is no such API. */
  readonly call: string;
  readonly clientId: string;
  /** Absent where the payment could not be told. */
  readonly paymentRequestId: string | undefined;
  readonly result: Result;
}

/** Everything that merchants have asked, so that a test can prove what the gateway has really been told. */
export class Journal {
  readonly #messages: Message[] = [];

  add(message: Message): void {
    this.#messages.push(message);
  }

  about(paymentRequestId: string): readonly Message[] {
    return this.#messages.filter((message) => message.paymentRequestId === paymentRequestId);
  }

  count(paymentRequestId: string): Readonly<Record<Call, number>> {
    const messages = this.about(paymentRequestId);
    const count = (call: Call): number => messages.filter((message) => message.call === call).length;
    return { pay: count('pay'), inquiryPayment: count('inquiryPayment'), cancel: count('cancel') };
  }

  /** Calls that failed, newest first: what a developer wants to see of an integration that does not work yet. */
  failures(): readonly Message[] {
    return this.#messages.filter(({ result }) => result.resultStatus === 'F').reverse();
  }
}
