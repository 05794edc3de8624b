import { html } from 'lit';
import type { PaymentState } from '../../session/state.ts';
import { disc } from './icons.ts';
import type { Scene, SceneContext } from './scene.ts';

/** Paid, as the server knows it. A second payment of one order is no success to the shopper, and is not called one. */
export function successView({ payment }: PaymentState, { messages, locale }: SceneContext): Scene {
  if (payment.surplus) return { stage: disc('back'), words: messages.paidTwice, note: messages.order(payment.orderId) };
  return {
    tone: 'good',
    stage: disc('tick'),
    words: messages.paid,
    // Apart, or the figures of a date would run on from an order's Latin letters in a language that does not.
    note: html`${messages.order(payment.orderId)} · <bdi>${formatMoment(payment.createdAt, locale)}</bdi>`,
  };
}

/** A moment as a short date and time in the customs of the locale. */
function formatMoment(time: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(time));
}
