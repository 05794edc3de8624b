import { GatewayError, type IncomingNotification } from '../../gateway.ts';
import type {
  AcceptedAction,
  Payment,
  PaymentAction,
  PaymentRequest,
  RefundRequest,
  VoidRequest,
  WebhookEvent,
} from './messages.ts';
import { type CheckoutComClientOptions, readOptions } from './options.ts';
import { parseAcceptedAction, parseActions, parsePayment, parsePayments, parseWebhookEvent } from './parse-messages.ts';
import { createTransport } from './transport.ts';

/**
 * The gateway's own calls, typed: sent, read and parsed.
 *
 * Every call throws `GatewayError`: `rejected` where the gateway refuses it, `misconfigured` where the key or the account
 * is at fault, `unknown` where it may have taken effect: repeat it with the same idempotency key, which makes it the same
 * call for 24 hours. `gatewayCode` holds Checkout.com's `error_codes`.
 */
export interface CheckoutComClient {
  /** Requests a payment. One that is decided against at once is an answer like any other: `status` is `Declined`. */
  requestPayment(request: PaymentRequest, idempotencyKey: string): Promise<Payment>;
  /** By payment id (`pay_…`) or session id (`sid_…`, for about 15 minutes). Null where there is no such payment. */
  getPayment(id: string): Promise<Payment | null>;
  /** The payments with this reference, on the current platform. The last one comes first. */
  listPayments(query: { readonly reference: string }): Promise<readonly Payment[]>;
  /** What was done to a payment. The last action comes first. Null where there is no such payment. */
  getActions(paymentId: string): Promise<readonly PaymentAction[] | null>;
  /** Asks for money to be returned: accepted, not done. */
  refund(paymentId: string, request: RefundRequest, idempotencyKey: string): Promise<AcceptedAction>;
  /** Asks for a payment that is not captured to be closed: accepted, not done. Unconfirmed whether Alipay ever takes it. */
  void(paymentId: string, request: VoidRequest, idempotencyKey: string): Promise<AcceptedAction>;
  /** Verifies a notification and reads it. @throws {NotificationRefused} where it is not the gateway's or not JSON. */
  readNotification(notification: IncomingNotification): Promise<WebhookEvent>;
}

/** Creates a client of the gateway. Throws `TypeError` where an option is missing or malformed. */
export function createCheckoutComClient(options: CheckoutComClientOptions): CheckoutComClient {
  const gateway = createTransport(readOptions(options));

  async function change(path: string, message: object, idempotencyKey: string): Promise<AcceptedAction> {
    return parseAcceptedAction(await gateway.command({ purpose: 'change', path, message, idempotencyKey }));
  }

  return {
    async requestPayment(message, idempotencyKey) {
      return parsePayment(await gateway.command({ purpose: 'create', path: '/payments', message, idempotencyKey }));
    },
    async getPayment(id) {
      const body = await gateway.ask(pathOf(id));
      return body === undefined ? null : parsePayment(body);
    },
    async listPayments({ reference }) {
      const body = await gateway.ask(`/payments?reference=${encodeURIComponent(reference)}`);
      return body === undefined ? [] : readList(parsePayments(body));
    },
    async getActions(paymentId) {
      const body = await gateway.ask(`${pathOf(paymentId)}/actions`);
      return body === undefined ? null : readList(parseActions(body));
    },
    refund: (paymentId, request, idempotencyKey) => change(`${pathOf(paymentId)}/refunds`, request, idempotencyKey),
    void: (paymentId, request, idempotencyKey) => change(`${pathOf(paymentId)}/voids`, request, idempotencyKey),
    readNotification: async (notification) => parseWebhookEvent(await gateway.open(notification)),
  };
}

function pathOf(paymentId: string): string {
  return `/payments/${encodeURIComponent(paymentId)}`;
}

function readList<Item>(list: readonly Item[] | null): readonly Item[] {
  if (!list) throw new GatewayError('unknown', 'The answer is not a list');
  return list;
}
