export type { Delivery } from '../support/courier.ts';
export type { Faults } from '../support/faults.ts';
export type { Message } from '../support/journal.ts';
export type { Schedule } from '../support/schedule.ts';
export { sqliteStorage, type Storage } from '../support/storage.ts';
export type { Account } from './account.ts';
export type { Call } from './calls.ts';
export { signatureHeader } from './notifications.ts';
export type { PaymentReport } from './payment-report.ts';
export {
  type AccountForm,
  createWooshPaySandbox,
  type WooshPaySandbox,
  type WooshPaySandboxOptions,
} from './sandbox.ts';
