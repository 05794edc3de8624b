import { listPage } from './lists.ts';
import type { Asked, Office, Perform } from './office.ts';
import type { Payment, Session } from './payment.ts';
import { Refusal } from './refusal.ts';
import { readSessionRequest } from './session-request.ts';

interface Hosted {
  readonly payment: Payment;
  readonly session: Session;
}

/** WooshPay docs, Wooshpay Checkout. */
export const createCheckoutSession: Perform = ({ account, body }, { ledger, messages, now }) => {
  const payment = ledger.openSession(account, readSessionRequest(body, account, now()));
  return show(payment, { account, messages });
};

/** WooshPay docs, Retrieve a session. */
export const retrieveCheckoutSession: Perform = (asked, { ledger, messages }) =>
  show(findSession(asked, ledger).payment, { account: asked.account, messages });

/** WooshPay docs, Expire a session. Only one that is open can be expired. */
export const expireCheckoutSession: Perform = (asked, { ledger, messages }) => {
  const { payment, session } = findSession(asked, ledger);
  const expired = ledger.apply(payment, { type: 'expire' });
  if (!expired) throw new Refusal('unexpected_state', `A session that is ${session.status} cannot be expired.`);
  return show(expired, { account: asked.account, messages });
};

/** WooshPay docs, List all sessions. */
export const listCheckoutSessions: Perform = ({ account, query }, { ledger, messages }) => {
  const sessions = hostedOf(account, ledger).map(({ payment, session }) => ({
    id: session.id,
    createdAtMs: payment.createdAtMs,
    payment,
  }));
  return listPage(sessions, query, '/v1/checkout/sessions', ({ payment }) => show(payment, { account, messages }));
};

function show(payment: Payment, { account, messages }: Pick<Asked, 'account'> & Pick<Office, 'messages'>): object {
  return payment.session ? messages.session(payment, payment.session, account) : {};
}

function findSession({ account, id }: Asked, ledger: Office['ledger']): Hosted {
  const found = hostedOf(account, ledger).find(({ session }) => session.id === id);
  if (!found) throw new Refusal('resource_missing', `No such checkout session: ${id}.`);
  return found;
}

function hostedOf(account: Asked['account'], ledger: Office['ledger']): readonly Hosted[] {
  return ledger.listOf(account).flatMap((payment) => (payment.session ? [{ payment, session: payment.session }] : []));
}
