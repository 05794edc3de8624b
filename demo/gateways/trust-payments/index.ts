export type { Faults } from '../support/faults.ts';
export type { PaymentReport } from '../support/simulated-gateway.ts';
export { sqliteStorage, type Storage } from '../support/storage.ts';
export { createTrustPaymentsSandbox, type TrustPaymentsSandbox, type TrustPaymentsSandboxOptions } from './sandbox.ts';
export type { Site } from './site.ts';
