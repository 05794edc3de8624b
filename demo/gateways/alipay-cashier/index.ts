export type { Delivery } from './courier.ts';
export type { Faults } from './faults.ts';
export type { Call, Message } from './journal.ts';
export type { Schedule } from './ledger.ts';
export type { PaymentReport } from './payment-report.ts';
export type { Payment, PaymentStatus } from './payment.ts';
export { type AlipaySandbox, type AlipaySandboxOptions, createAlipaySandbox } from './sandbox.ts';
export { sqliteStorage, type Storage } from './storage.ts';
export { type GatewayKeys, generateKeys, keysFrom } from './wire.ts';
