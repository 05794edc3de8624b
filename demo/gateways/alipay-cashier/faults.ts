export const NOTIFICATION_FAULTS = ['deliver', 'delay', 'drop', 'duplicate'] as const;

/** `lost`: the gateway does what it was asked, and its answer never arrives. */
export const GATEWAY_FAULTS = ['up', 'slow', 'lost', 'down'] as const;

/** What is to go wrong, as the panel says. */
export interface Faults {
  readonly notifications: (typeof NOTIFICATION_FAULTS)[number];
  readonly gateway: (typeof GATEWAY_FAULTS)[number];
  /** How late a `delay`ed notification and a `slow` answer come. */
  readonly delayMs: number;
}

export const NO_FAULTS: Faults = { notifications: 'deliver', gateway: 'up', delayMs: 5_000 };

/** The faults with what `change` says of them. Null where it says something that does not exist. */
export function changeFaults(faults: Faults, change: Readonly<Record<string, unknown>>): Faults | null {
  const notifications = pick(NOTIFICATION_FAULTS, change['notifications'] ?? faults.notifications);
  const gateway = pick(GATEWAY_FAULTS, change['gateway'] ?? faults.gateway);
  const delayMs = Number(change['delayMs'] ?? faults.delayMs);
  if (!notifications || !gateway || !Number.isInteger(delayMs) || delayMs < 0) return null;
  return { notifications, gateway, delayMs };
}

function pick<T>(values: readonly T[], value: unknown): T | undefined {
  return values.find((one) => one === value);
}
