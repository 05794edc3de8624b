export { AlipayCheckout } from './alipay-checkout.ts';
export {
  AlipayChangeEvent,
  AlipayErrorEvent,
  AlipayPaymentEvent,
  AlipayQrEvent,
  AlipayRedirectEvent,
} from './events.ts';
export type { Destination } from './launch.ts';
