import { type Fields, toFields, toList, toLooseFields, toText, toWholeNumber } from '../../gateway-fields.ts';
import type {
  CheckoutSession,
  ErrorDetail,
  List,
  Metadata,
  NextAction,
  Notification,
  NotificationSubject,
  PaymentIntent,
  Refund,
  WebhookEndpoint,
} from './messages.ts';

// Lenient on purpose: objects and lists also come as JSON in a string, and "" and null stand for absent. What cannot be
// read counts as absent; null is answered where nothing is left that a caller could go by.

export function parsePaymentIntent(value: unknown): PaymentIntent | null {
  const fields = toLooseFields(value);
  const identity = parseIdentity(fields);
  return (
    identity && {
      ...identity,
      amount: toWholeNumber(fields.amount),
      amount_received: parseReceived(fields.amount_received),
      currency: toText(fields.currency),
      created: toWholeNumber(fields.created),
      livemode: toBoolean(fields.livemode),
      next_action: parseNextAction(fields.next_action),
      payment_method_types: toTexts(fields.payment_method_types),
      merchant_order_id: toText(fields.merchant_order_id),
      metadata: parseMetadata(fields.metadata),
      last_payment_error: parseErrorDetail(fields.last_payment_error),
      cancellation_reason: toText(fields.cancellation_reason),
      description: toText(fields.description),
      return_url: toText(fields.return_url),
    }
  );
}

export function parseCheckoutSession(value: unknown): CheckoutSession | null {
  const fields = toLooseFields(value);
  const identity = parseIdentity(fields);
  return (
    identity && {
      ...identity,
      payment_status: toText(fields.payment_status),
      url: toText(fields.url),
      payment_intent: toText(fields.payment_intent),
      client_reference_id: toText(fields.client_reference_id),
      amount_subtotal: toWholeNumber(fields.amount_subtotal),
      amount_total: toWholeNumber(fields.amount_total),
      currency: toText(fields.currency),
      created: toWholeNumber(fields.created),
      expires_at: toWholeNumber(fields.expires_at),
      metadata: parseMetadata(fields.metadata),
    }
  );
}

export function parseRefund(value: unknown): Refund | null {
  const fields = toLooseFields(value);
  const identity = parseIdentity(fields);
  return (
    identity && {
      ...identity,
      amount: toWholeNumber(fields.amount),
      currency: toText(fields.currency),
      payment_intent: toText(fields.payment_intent),
      reason: toText(fields.reason),
      failure_reason: toText(fields.failure_reason),
      metadata: parseMetadata(fields.metadata),
      created: toWholeNumber(fields.created),
    }
  );
}

export function parseWebhookEndpoint(value: unknown): WebhookEndpoint | null {
  const fields = toFields(value);
  const identity = parseIdentity(fields);
  return (
    identity && {
      ...identity,
      url: toText(fields.url),
      enabled_events: toTexts(fields.enabled_events),
      secret: toText(fields.secret),
    }
  );
}

/** Null where it is no list; an item that cannot be read is left out. */
export function parseList<Item>(value: unknown, parseItem: (item: unknown) => Item | null): List<Item> | null {
  const { data, has_more: hasMore } = toFields(value);
  if (!Array.isArray(data)) return null;
  return { data: data.map(parseItem).filter((item) => item !== null), has_more: toBoolean(hasMore) ?? false };
}

/** Null where it is no event, or lacks the object that every event of its type is about. */
export function parseNotification(value: unknown): Notification | null {
  const fields = toFields(value);
  const id = toText(fields.id);
  const type = toText(fields.type);
  const subject = type && parseSubject(type, toLooseFields(fields.data).object);
  if (!id || !type || !subject) return null;
  return { id, type, created: toWholeNumber(fields.created), livemode: toBoolean(fields.livemode), ...subject };
}

function parseSubject(type: string, value: unknown): NotificationSubject | null {
  if (type.startsWith('payment_intent.')) return withObject('payment_intent', parsePaymentIntent(value));
  if (type.startsWith('checkout.session.')) return withObject('checkout_session', parseCheckoutSession(value));
  if (type === 'charge.refund.updated') return withObject('refund', parseRefund(value));
  return { about: 'other', object: toLooseFields(value) };
}

function withObject<About, Subject>(about: About, object: Subject | null): { about: About; object: Subject } | null {
  return object && { about, object };
}

function parseIdentity(fields: Fields): { id: string; status: string } | null {
  const id = toText(fields.id);
  const status = toText(fields.status);
  return id && status ? { id, status } : null;
}

/** Not a number where something stands there that is no amount: it must not pass for absent, which stands for all. */
function parseReceived(value: unknown): number | undefined {
  return value === undefined || value === null || value === '' ? undefined : (toWholeNumber(value) ?? NaN);
}

function parseNextAction(value: unknown): NextAction | undefined {
  const fields = toLooseFields(value);
  if (Object.keys(fields).length === 0) return undefined;
  return {
    type: toText(fields.type),
    alipay_handle_redirect: { url: toText(toLooseFields(fields.alipay_handle_redirect).url) },
    redirect_to_url: { url: toText(toLooseFields(fields.redirect_to_url).url) },
  };
}

/** Any words at all are an error: it is what tells a payment that failed from one that has not begun. */
function parseErrorDetail(value: unknown): ErrorDetail | undefined {
  const fields = toLooseFields(value);
  if (Object.keys(fields).length > 0) {
    return { type: toText(fields.type), code: toText(fields.code), message: toText(fields.message) };
  }
  const text = toText(value);
  return text && !/^(null|\{\}|\[\]|"")$/.test(text.trim()) ? { message: text } : undefined;
}

function parseMetadata(value: unknown): Metadata {
  return Object.fromEntries(
    Object.entries(toLooseFields(value)).flatMap(([name, item]) => {
      const text = toText(item);
      return text === undefined ? [] : [[name, text]];
    }),
  );
}

function toTexts(value: unknown): readonly string[] {
  return toList(value).flatMap((item) => toText(item) ?? []);
}

function toBoolean(value: unknown): boolean | undefined {
  if (value === true || value === 'true') return true;
  return value === false || value === 'false' ? false : undefined;
}
