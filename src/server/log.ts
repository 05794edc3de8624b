/** A line for the operator. Never carries a key, a token, an address or a payer: there is no field for them. */
export interface LogEntry {
  readonly level: 'info' | 'warn' | 'error';
  /** What happened, in stable words: `notification_refused`, `gateway_misconfigured`, … */
  readonly event: string;
  readonly message: string;
  readonly paymentId?: string;
  /** The merchant's name for the gateway account. */
  readonly gateway?: string;
  /** The gateway's own error code. */
  readonly gatewayCode?: string;
}

export type Log = (entry: LogEntry) => void;

/** Writes warnings and errors to the console, one JSON line each. */
export const consoleLog: Log = (entry) => {
  if (entry.level === 'error') console.error(JSON.stringify(entry));
  if (entry.level === 'warn') console.warn(JSON.stringify(entry));
};
