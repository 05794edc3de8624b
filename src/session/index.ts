export type { Backend, PaymentAccess } from './backend.ts';
export { type Clock, systemClock } from './clock.ts';
export {
  browserEnvironment,
  type KeyValueStorage,
  type Lifecycle,
  type LifecycleEvent,
  type SessionEnvironment,
} from './environment.ts';
export { CheckoutError, type CheckoutErrorCode } from './errors.ts';
export { httpBackend, type HttpBackendOptions } from './http-backend.ts';
export { createPaymentSession, type PaymentSession, type SessionTarget } from './session.ts';
export {
  type CheckoutEvent,
  type CheckoutPhase,
  type CheckoutState,
  type Connection,
  hasPayment,
  isLive,
  type PaymentState,
  transition,
} from './state.ts';
