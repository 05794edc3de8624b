import type { PaymentState } from '../../session/state.ts';
import { formatMoment } from '../format.ts';
import { disc } from './icons.ts';
import type { Scene, ViewContext } from './scene.ts';

/** Paid, as the server knows it. A second payment of one order is no success to the shopper, and is not called one. */
export function successView({ payment }: PaymentState, { messages, locale }: ViewContext): Scene {
  if (payment.surplus) return { stage: disc('back'), words: messages.paidTwice, note: messages.order(payment.orderId) };
  return {
    tone: 'good',
    stage: disc('tick'),
    words: messages.paid,
    note: `${messages.order(payment.orderId)} · ${formatMoment(payment.createdAt, locale)}`,
  };
}
