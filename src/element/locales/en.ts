import type { PanelWords } from './messages.ts';

export const en: PanelWords = {
  openAlipay: 'Open Alipay',
  iHavePaid: 'I have paid',
  cancel: 'Cancel',
  newCode: 'Get a new code',
  howToScan: 'How to scan',
  helpSteps: [
    'Open Alipay on your phone.',
    'Tap Scan and point the camera at the code.',
    'Check the amount and confirm. This page updates by itself.',
  ],

  preparing: ['Preparing your code', 'This takes a moment.'],
  opening: ['Opening Alipay', 'This takes a moment.'],
  resuming: ['Looking for your payment', 'This takes a moment.'],
  scan: ['Scan with Alipay', 'Open Alipay on your phone and tap Scan.'],
  expiring: ['Scan with Alipay', 'This code is about to expire.'],
  codeMissing: ['The code did not load', 'Your connection may be slow. Please try again.'],
  scanned: ['Confirm on your phone', 'We found your scan. Finish in Alipay.'],
  open: ['Continue in Alipay', 'You come back here when you are done.'],
  scanOrOpen: ['Pay with Alipay', 'Scan with your phone, or open the app here.'],
  checking: ['Checking with Alipay', 'Do not pay again. We are asking for the result.'],

  validFor: 'Code valid for',
  lessThan: (seconds) =>
    seconds > 60
      ? `Less than ${seconds / 60} minutes left.`
      : seconds === 60
        ? 'Less than 1 minute left.'
        : `Less than ${seconds} seconds left.`,
  codeAlternative: (amount) => `Scan this code with Alipay to pay ${amount}`,
  reconnecting: 'Reconnecting…',
  offline: 'You are offline. We go on as soon as you are back.',
  cancelRefused: 'This payment can no longer be cancelled.',
};
