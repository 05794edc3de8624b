import { type Fields, toFields, toText, toWholeNumber } from '../../gateway-fields.ts';
import type {
  AcceptedAction,
  Balances,
  Links,
  Metadata,
  Payment,
  PaymentAction,
  WebhookData,
  WebhookEvent,
} from './messages.ts';

// Lenient on purpose: the two platforms differ in what they leave out. What cannot be read counts as absent, and is then
// missing where it is needed.

export function parsePayment(body: unknown): Payment {
  const fields = toFields(body);
  const { source, customer, risk, balances, actions } = fields;
  return {
    id: toText(fields.id),
    status: toText(fields.status),
    approved: toBoolean(fields.approved),
    response_code: toText(fields.response_code),
    response_summary: toText(fields.response_summary),
    ...parseSum(fields),
    reference: toText(fields.reference),
    requested_on: toText(fields.requested_on),
    source: { type: toText(toFields(source).type) },
    customer: { id: toText(toFields(customer).id) },
    risk: { flagged: toBoolean(toFields(risk).flagged) },
    balances: parseBalances(balances),
    metadata: parseMetadata(fields.metadata),
    actions: parseActions(actions) ?? undefined,
    _links: parseLinks(fields._links),
  };
}

/** Null where it is no list: that must not look like an empty one. */
export function parsePayments(body: unknown): readonly Payment[] | null {
  const { data } = toFields(body);
  return Array.isArray(data) ? data.map(parsePayment) : null;
}

/** Null where it is no list: that must not look like an empty one. */
export function parseActions(body: unknown): readonly PaymentAction[] | null {
  return Array.isArray(body) ? body.map(parseAction) : null;
}

export function parseAcceptedAction(body: unknown): AcceptedAction {
  const { action_id, reference, _links } = toFields(body);
  return { action_id: toText(action_id), reference: toText(reference), _links: parseLinks(_links) };
}

export function parseWebhookEvent(body: unknown): WebhookEvent {
  const { id, type, created_on, timestamp, data } = toFields(body);
  return {
    id: toText(id),
    type: toText(type),
    created_on: toText(created_on) ?? toText(timestamp),
    data: parseWebhookData(toFields(data)),
  };
}

/** The `error_codes` of a refusal; none where its body is empty or something else than JSON. */
export function parseErrorCodes(body: unknown): readonly string[] {
  const { error_codes } = toFields(body);
  return Array.isArray(error_codes) ? error_codes.filter((code) => typeof code === 'string') : [];
}

function parseWebhookData(fields: Fields): WebhookData {
  return {
    id: toText(fields.id),
    payment_id: toText(fields.payment_id),
    action_id: toText(fields.action_id),
    response_code: toText(fields.response_code),
    response_summary: toText(fields.response_summary),
    ...parseSum(fields),
    processed_on: toText(fields.processed_on),
    reference: toText(fields.reference),
    balances: parseBalances(fields.balances),
    metadata: parseMetadata(fields.metadata),
  };
}

function parseAction(value: unknown): PaymentAction {
  const fields = toFields(value);
  return {
    id: toText(fields.id),
    type: toText(fields.type),
    processed_on: toText(fields.processed_on),
    amount: toWholeNumber(fields.amount),
    approved: toBoolean(fields.approved),
    response_code: toText(fields.response_code),
    response_summary: toText(fields.response_summary),
    reference: toText(fields.reference),
  };
}

function parseSum({ amount, currency }: Fields): Pick<Payment, 'amount' | 'currency'> {
  return { amount: toWholeNumber(amount), currency: toText(currency) };
}

function parseBalances(value: unknown): Balances {
  const fields = toFields(value);
  return {
    total_authorized: toWholeNumber(fields.total_authorized),
    total_voided: toWholeNumber(fields.total_voided),
    available_to_void: toWholeNumber(fields.available_to_void),
    total_captured: toWholeNumber(fields.total_captured),
    available_to_capture: toWholeNumber(fields.available_to_capture),
    total_refunded: toWholeNumber(fields.total_refunded),
    available_to_refund: toWholeNumber(fields.available_to_refund),
  };
}

function parseMetadata(value: unknown): Metadata {
  return Object.fromEntries(
    Object.entries(toFields(value)).filter(
      (entry): entry is [string, string | number] => typeof entry[1] === 'string' || typeof entry[1] === 'number',
    ),
  );
}

function parseLinks(value: unknown): Links {
  return Object.fromEntries(
    Object.entries(toFields(value)).flatMap(([name, link]) => {
      const href = toText(toFields(link).href);
      return href ? [[name, { href }]] : [];
    }),
  );
}

function toBoolean(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}
