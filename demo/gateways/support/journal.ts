/** One call of a merchant, and how it was answered. */
export interface Message {
  readonly atMs: number;
  /** The gateway's own name of the call, also where there is no such API. */
  readonly call: string;
  /** Who called, as far as could be told. */
  readonly account: string;
  /** The merchant's reference of the payment. Absent where it could not be told. */
  readonly reference: string | undefined;
  /** The code that the gateway answered with. */
  readonly answer: string;
  /** What else it said, for a developer. */
  readonly detail?: string | undefined;
  readonly isRefused: boolean;
}

/** Everything that merchants have asked, so that a test can prove what the gateway has really been told. */
export class Journal<Call extends string> {
  readonly #calls: readonly Call[];
  readonly #messages: Message[] = [];

  /** `calls` are those that are counted, in the gateway's own words. */
  constructor(calls: readonly Call[]) {
    this.#calls = calls;
  }

  add(message: Message): void {
    this.#messages.push(message);
  }

  about(reference: string): readonly Message[] {
    return this.#messages.filter((message) => message.reference === reference);
  }

  count(reference: string): Readonly<Record<Call, number>> {
    const messages = this.about(reference);
    const counts = this.#calls.map((name) => [name, messages.filter(({ call }) => call === name).length]);
    return Object.fromEntries(counts) as Record<Call, number>;
  }

  /** Calls that were refused, newest first: what a developer wants to see of an integration that does not work yet. */
  failures(): readonly Message[] {
    return this.#messages.filter(({ isRefused }) => isRefused).reverse();
  }
}
