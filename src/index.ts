import { AlipayCheckout } from './element/alipay-checkout.ts';

export {
  AlipayChangeEvent,
  AlipayCheckout,
  AlipayErrorEvent,
  AlipayPaymentEvent,
  AlipayQrEvent,
  AlipayRedirectEvent,
  type Destination,
  defineLanguage,
  type Language,
  type Messages,
  type OwnWords,
} from './element/index.ts';

// Two copies of the script on a page are a nuisance, not an error; and a server that imports this has no registry.
if (!globalThis.customElements?.get('alipay-checkout')) {
  globalThis.customElements?.define('alipay-checkout', AlipayCheckout);
}
