export type { Backend, PaymentAccess, Wallet } from './backend.ts';
export { type Clock, systemClock } from './clock.ts';
export { browserEnvironment, type Lifecycle, type LifecycleEvent, type SessionEnvironment } from './environment.ts';
export { type Essentials, type KeyValueStorage } from './essentials.ts';
export { CheckoutError, type CheckoutErrorCode } from './errors.ts';
export { httpBackend, type HttpBackendOptions } from './http-backend.ts';
export { createPaymentSession, type PaymentSession, type SessionTarget, type StartRequest } from './session.ts';
export {
  type CheckoutPhase,
  type CheckoutState,
  type Connection,
  hasPayment,
  isLive,
  type PaymentState,
} from './state.ts';
export { type CheckoutEvent, transition } from './transition.ts';
