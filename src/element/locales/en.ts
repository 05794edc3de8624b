import type { PanelWords } from './messages.ts';

export const en: PanelWords = {
  alipay: 'Alipay',
  payWith: 'Pay with {wallet}',
  cancel: 'Cancel',
  close: 'Close',
  newCode: 'Get a new code',
  tryAgain: 'Try again',
  howToScan: 'How to scan',

  preparing: ['Preparing your payment', 'This takes a moment.'],
  resuming: ['Looking for your payment', 'This takes a moment.'],
  scan: ['Scan with {wallet}', 'Open {wallet} on your phone and tap Scan.'],
  expiring: ['Scan with {wallet}', 'This code is about to expire.'],

  validFor: 'Code valid for',
  lessThan: (seconds) =>
    seconds > 60
      ? `Less than ${seconds / 60} minutes left.`
      : seconds === 60
        ? 'Less than 1 minute left.'
        : `Less than ${seconds} seconds left.`,
  codeAlternative: (amount, wallet) => `Scan this code with ${wallet} to pay ${amount}`,
};
