/**
 * `reorder`: the next two are sent the other way round, and so on in pairs. `forge`: what arrives has the signature of
 * another body, as if a stranger had sent it.
 */
export const NOTIFICATION_FAULTS = ['deliver', 'delay', 'drop', 'duplicate', 'reorder', 'forge'] as const;

/** `lost`: the gateway does what it was asked, and its answer never arrives. */
export const GATEWAY_FAULTS = ['up', 'slow', 'lost', 'down'] as const;

/** `manual`: a refund stays in progress until the panel says what becomes of it. */
export const REFUND_FAULTS = ['auto', 'manual'] as const;

/** What is to go wrong, as the panel says. */
export interface Faults {
  readonly notifications: (typeof NOTIFICATION_FAULTS)[number];
  readonly gateway: (typeof GATEWAY_FAULTS)[number];
  readonly refunds: (typeof REFUND_FAULTS)[number];
  /** How late a `delay`ed notification and a `slow` answer come. */
  readonly delayMs: number;
}

const NO_FAULTS: Faults = { notifications: 'deliver', gateway: 'up', refunds: 'auto', delayMs: 5_000 };

/** The faults of a sandbox, and who wants to know that they have changed. */
export class FaultSwitch {
  #current = NO_FAULTS;
  readonly #listeners: (() => void)[] = [];

  get current(): Faults {
    return this.#current;
  }

  onChange(listener: () => void): void {
    this.#listeners.push(listener);
  }

  /** The faults with what `change` says of them. Null, and nothing changes, where it says something that does not exist. */
  change(change: Readonly<Record<string, unknown>>): Faults | null {
    const wanted = { ...this.#current, ...change };
    const notifications = pick(NOTIFICATION_FAULTS, wanted.notifications);
    const gateway = pick(GATEWAY_FAULTS, wanted.gateway);
    const refunds = pick(REFUND_FAULTS, wanted.refunds);
    const delayMs = Number(wanted.delayMs);
    if (!notifications || !gateway || !refunds || !Number.isInteger(delayMs) || delayMs < 0) return null;
    this.#current = { notifications, gateway, refunds, delayMs };
    for (const listener of this.#listeners) listener();
    return this.#current;
  }
}

function pick<T>(values: readonly T[], value: unknown): T | undefined {
  return values.find((one) => one === value);
}
