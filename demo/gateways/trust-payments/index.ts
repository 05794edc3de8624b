export type { PaymentReport } from '../support/simulated-gateway.ts';
export { sqliteStorage, type Storage } from '../support/storage.ts';
export { createTrustPaymentsSandbox } from './sandbox.ts';
