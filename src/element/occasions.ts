import { type CheckoutState, hasPayment } from '../session/state.ts';
import { AlipayErrorEvent, AlipayPaymentEvent } from './events.ts';

/** The event that a change of state is an occasion for, beside `alipay-change`: one for each phase that a page acts on. */
export function occasionOf(state: CheckoutState, before: CheckoutState): Event | null {
  if (state.phase === before.phase && idOf(state) === idOf(before)) return null;
  switch (state.phase) {
    case 'processing':
    case 'success':
    case 'voided':
    case 'failed':
      return new AlipayPaymentEvent(`alipay-${state.phase}`, state.payment);
    case 'error':
      return new AlipayErrorEvent(state.error);
    default:
      return null;
  }
}

const idOf = (state: CheckoutState): string | null => (hasPayment(state) ? state.payment.id : null);
