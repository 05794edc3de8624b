import type { PropertyDeclarations } from 'lit';

/**
 * What of the element is reactive, and which attribute it has. Beside the class and not by decorators in it: what it takes
 * to lower them weighs 0.2 kB, which no shopper has a use for. The class must not define its fields but assign them
 * (`useDefineForClassFields: false`), as for Lit's decorators.
 */
export const properties: PropertyDeclarations = {
  endpoint: {},
  orderId: { attribute: 'order-id' },
  paymentId: { attribute: 'payment-id' },
  presentation: {},
  display: {},
  qrErrorCorrection: { attribute: 'qr-error-correction' },
  qrMark: { type: Boolean, attribute: 'qr-mark' },
  wallets: { type: Boolean },
  terminal: {},
  os: {},
  autostart: { type: Boolean },
  returnUrl: { attribute: 'return-url' },
  locale: {},
  theme: { reflect: true },
  credentials: {},
  disabled: { type: Boolean },
  token: { attribute: false },
  backend: { attribute: false },
  messages: { attribute: false },
};
