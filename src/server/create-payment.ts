import type { CreateRequest } from '../protocol/requests.ts';
import { createGrant, grantAccess } from './access.ts';
import { chooseGateway } from './choose-gateway.ts';
import { advance } from './conversation.ts';
import { Refusal } from './errors.ts';
import { refuseAmount } from './gateway.ts';
import type { Kit } from './kit.ts';
import { change, recordNew, requestCancel } from './ledger.ts';
import { type Order, toAmount } from './options.ts';
import { createId, hash } from './secrets.ts';
import { isCancellable } from './snapshot.ts';
import type { PaymentRecord } from './store.ts';

/** What a create came to: the payment as it now is, and a fresh token for it. */
export interface Creation {
  readonly record: PaymentRecord;
  readonly token: string;
  /** False where the key was replayed, or the order had a live payment. */
  readonly isNew: boolean;
}

export interface CreateInput {
  readonly order: Order;
  readonly request: CreateRequest;
  readonly attemptKey: string;
  readonly clientAddress?: string;
}

/** Each turn settles one payment that is in the way; an order has more than a few only under attack. */
const MAX_TURNS = 5;

/**
 * Creates the payment of an order, or answers the one that this attempt or this order already has.
 *
 * Whoever comes second, by double click, in another tab, after a reload or in a race, gets the first one's payment: the
 * store takes one live payment for each order and one payment for each attempt key.
 *
 * @throws {Refusal} `idempotency_key_reused`, `order_already_paid`, `currency_not_supported`, `amount_out_of_range`,
 * `gateway_rejected`.
 */
export async function createPayment(kit: Kit, input: CreateInput): Promise<Creation> {
  const attemptHash = await hash(input.attemptKey);
  const draft = await draftRecord(kit, input, attemptHash);
  for (let turn = 0; turn < MAX_TURNS; turn += 1) {
    const replayed = await kit.store.retrieveByAttempt(attemptHash);
    if (replayed) return replay(kit, replayed, draft);

    await refusePaidOrder(kit, draft.orderId);
    const [live] = await kit.store.list({ orderId: draft.orderId, status: 'pending', limit: 1 });
    if (live) {
      const settled = await settleLive(kit, live, draft);
      if (settled.status === 'pending') return reopen(kit, settled);
      continue;
    }

    const { secret, grant } = await createGrant(kit, draft.id, 'full');
    if ((await recordNew(kit, draft, [grant])).inserted) {
      return { record: await talk(kit, draft.id, { isNew: true }), token: secret, isNew: true };
    }
  }
  throw new Refusal('idempotency_in_progress', 'Other payments of this order are under way: try again.', {
    retryAfterSeconds: 1,
  });
}

async function draftRecord(
  kit: Kit,
  { order, request, clientAddress }: CreateInput,
  attemptHash: string,
): Promise<PaymentRecord> {
  const amount = toAmount(order);
  const { account, gateway } = await chooseGateway(kit, order, request);
  const refused = refuseAmount(gateway.capabilities, amount);
  if (refused) throw new Refusal(refused, `This shop cannot take ${amount.currency} ${amount.value} through Alipay.`);
  const { terminal, os, wallet, locale, returnUrl } = request;
  const { terminals, wallets } = gateway.capabilities;
  if (!terminals.includes(terminal)) throw new Refusal('invalid_request', `"terminal" cannot be ${terminal} here.`);
  if (wallet && !wallets.includes(wallet)) throw new Refusal('invalid_request', `"wallet" cannot be ${wallet} here.`);
  const nowMs = kit.environment.now();
  return {
    id: createId(),
    revision: 1,
    version: 1,
    orderId: order.id,
    gateway: account,
    amount,
    ...(order.description && { description: order.description.slice(0, 256) }),
    status: 'pending',
    reason: 'awaiting_action',
    action: null,
    late: false,
    surplus: false,
    refundedValue: 0,
    createdAtMs: nowMs,
    attemptHash,
    request: {
      terminal,
      ...(os && { os }),
      ...(wallet && { wallet }),
      ...(locale && { locale }),
      returnUrl,
      ...(clientAddress && { clientAddress }),
      ...(order.buyer?.country && { buyerCountry: order.buyer.country }),
    },
    atGateway: 'unknown',
    // Should this process die during the call, the sweep finds the payment at once.
    nextInquiryAtMs: nowMs,
  };
}

/** Talks with the gateway about a payment that is recorded. Whatever comes of it, the record is the answer. */
async function talk(kit: Kit, id: string, { isNew = false } = {}): Promise<PaymentRecord> {
  const { record, trouble } = await advance(kit, id, { isNew });
  if (trouble?.kind === 'misconfigured') {
    throw new Refusal('gateway_rejected', 'The gateway refused this shop. Its operator has been told.', {
      payment: record,
      cause: trouble,
    });
  }
  return record;
}

async function replay(kit: Kit, record: PaymentRecord, draft: PaymentRecord): Promise<Creation> {
  if (record.orderId !== draft.orderId || !isSameRequest(record, draft)) {
    throw new Refusal('idempotency_key_reused', 'This Idempotency-Key was used for another order, wallet or terminal.');
  }
  return reopen(kit, record);
}

async function reopen(kit: Kit, record: PaymentRecord): Promise<Creation> {
  return { record, token: await grantAccess(kit, record.id, 'full'), isNew: false };
}

async function refusePaidOrder(kit: Kit, orderId: string): Promise<void> {
  const paid = await kit.store.list({ orderId, status: 'success' });
  const payment = paid.find(({ surplus }) => !surplus);
  if (payment) throw new Refusal('order_already_paid', 'This order is already paid.', { payment });
}

/**
 * What is to become of the payment that the order already has. It is answered as it is where it serves this request as
 * well, or where it cannot be taken back; otherwise it is asked about and cancelled, and a new one may be created only
 * once the gateway has said that the old one can no longer be paid.
 */
async function settleLive(kit: Kit, live: PaymentRecord, draft: PaymentRecord): Promise<PaymentRecord> {
  const isStale = live.expiresAtMs !== undefined && live.expiresAtMs <= kit.environment.now();
  const serves = isSameRequest(live, draft) && isSameAmount(live, draft);
  if (serves && !isStale) return live.atGateway === 'known' ? live : talk(kit, live.id);
  if (!isCancellable(live, kit.gateways[live.gateway])) return talk(kit, live.id);
  const nowMs = kit.environment.now();
  await change(kit, live.id, 'superseded', (record) => requestCancel(record, 'merchant', nowMs));
  return talk(kit, live.id);
}

function isSameRequest({ request: a }: PaymentRecord, { request: b }: PaymentRecord): boolean {
  return a.terminal === b.terminal && a.wallet === b.wallet;
}

function isSameAmount({ amount: a }: PaymentRecord, { amount: b }: PaymentRecord): boolean {
  return a.currency === b.currency && a.value === b.value && a.exponent === b.exponent;
}
