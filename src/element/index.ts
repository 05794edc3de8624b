export { AlipayCheckout } from './alipay-checkout.ts';
export { defineLanguage } from './controllers/localize.ts';
export {
  AlipayChangeEvent,
  AlipayErrorEvent,
  AlipayLaunchEvent,
  AlipayPaymentEvent,
  AlipayQrEvent,
  AlipayRedirectEvent,
  type LaunchOutcome,
} from './events.ts';
export type { Destination } from './launch.ts';
export type { Language } from './locales/languages.ts';
export type { Messages, OwnWords } from './locales/messages.ts';
