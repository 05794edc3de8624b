export type { PaymentReport } from './payment-report.ts';
export { type CheckoutComSandboxOptions, createCheckoutComSandbox } from './sandbox.ts';
