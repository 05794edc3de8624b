export type { Account, Platform } from './account.ts';
export type { Call } from './api.ts';
export type { PaymentReport } from './payment-report.ts';
export type { Payment, PaymentStatus } from './payment.ts';
export { type CheckoutComSandbox, type CheckoutComSandboxOptions, createCheckoutComSandbox } from './sandbox.ts';
