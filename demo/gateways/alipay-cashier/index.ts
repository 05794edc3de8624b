export type { Faults } from '../support/faults.ts';
export { sqliteStorage, type Storage } from '../support/storage.ts';
export type { PaymentReport } from './payment-report.ts';
export { type AlipaySandbox, createAlipaySandbox } from './sandbox.ts';
export { type GatewayKeys, generateKeys, keysFrom } from './wire.ts';
