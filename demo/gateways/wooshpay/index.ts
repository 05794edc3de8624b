export { sqliteStorage } from '../support/storage.ts';
export type { Account } from './account.ts';
export { signatureHeader } from './notifications.ts';
export type { PaymentReport } from './payment-report.ts';
export {
  type AccountForm,
  createWooshPaySandbox,
  type WooshPaySandbox,
  type WooshPaySandboxOptions,
} from './sandbox.ts';
