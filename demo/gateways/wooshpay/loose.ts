/** Fields that published answers show as strings of JSON, and as `""` where they hold nothing. */
const AS_JSON_TEXT = ['payment_method_types', 'payment_method_options', 'next_action'];
const AS_EMPTY_TEXT = ['cancel_at', 'description', 'reason', 'failure_reason', 'client_reference_id'];
/** Counts that change between number and text from one page of the documents to the next. */
const AS_DIGITS = ['amount', 'amount_total', 'created', 'expires_at'];

/** A message as loosely typed as WooshPay's published answers are. */
export function loosen(message: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries(message).map(([name, value]) => [name, loosenField(name, value)]));
}

function loosenField(name: string, value: unknown): unknown {
  // Null even on payments that have succeeded.
  if (name === 'amount_received') return null;
  if (AS_DIGITS.includes(name)) return String(value);
  if (AS_EMPTY_TEXT.includes(name)) return value ?? '';
  if (AS_JSON_TEXT.includes(name)) return isEmpty(value) ? '' : JSON.stringify(value);
  return value;
}

function isEmpty(value: unknown): boolean {
  return value === null || Object.keys(value as object).length === 0;
}
