import type { SceneWords } from './messages.ts';

// "Nothing was charged" is said only where the gateway has told so: never of a failure that we could not explain.
export const enScenes: SceneWords = {
  openWallet: 'Open {wallet}',
  iHavePaid: 'I have paid',
  payAgain: 'Pay with Alipay',
  timeLeft: 'Time left',
  helpSteps: [
    'Open {wallet} on your phone.',
    'Tap Scan and point the camera at the code.',
    'Check the amount and confirm. This page updates by itself.',
  ],

  opening: ['Opening {wallet}', 'This takes a moment.'],
  codeMissing: ['The code did not load', 'Your connection may be slow. Please try again.'],
  scanned: ['Confirm on your phone', 'We found your scan. Finish in {wallet}.'],
  open: ['Continue in {wallet}', 'You come back here when you are done.'],
  openWindow: ['Pay with {wallet}', 'It opens in a window of its own.'],
  windowOpen: ['Finish in the {wallet} window', 'This page updates by itself.'],
  showWindow: 'Show the window',
  reopenWindow: 'Open {wallet} again',
  returned: 'Back from {wallet}',
  closeWindow: 'You can close this window and go on in the first one.',
  scanOrOpen: ['Pay with {wallet}', 'Scan with your phone, or open the app here.'],
  checking: ['Checking with {wallet}', 'Do not pay again. We are asking for the result.'],
  processing: ['Order received', '{wallet} is confirming your payment. You can close this page.'],
  paid: ['Paid', 'Your payment has arrived. Thank you.'],
  paidTwice: ['This order was already paid', 'The shop will settle the second payment with you.'],
  timeUp: ['Time is up', 'Nothing was charged. Your order is still here.'],
  voided: {
    cancelled_by_shopper: ['Payment cancelled', 'Nothing was charged.'],
    cancelled_by_merchant: ['Cancelled by the shop', 'Nothing was charged.'],
    expired: ['The code has expired', 'Nothing was charged. Your order is still here.'],
    reversed: ['Your payment was returned', 'The money goes back to where it came from.'],
  },
  failed: {
    declined: ['{wallet} declined this payment', 'Nothing was charged. Try another balance or card in {wallet}.'],
    risk_rejected: ['{wallet} declined this payment', 'Nothing was charged. {wallet} can tell you why.'],
    limit_exceeded: ['Over your {wallet} limit', 'Nothing was charged. Try another balance or card in {wallet}.'],
    insufficient_funds: ['Not enough balance', 'Nothing was charged. Try another balance or card in {wallet}.'],
    gateway_error: ['Payment not completed', 'If {wallet} shows a payment, please ask the shop first.'],
    unknown: ['Payment not completed', 'If {wallet} shows a payment, please ask the shop first.'],
  },
  errors: {
    unreachable: ['We cannot reach the shop', 'Your connection may be off. Trying again is safe.'],
    order_already_paid: ['This order is already paid', 'There is nothing left to pay.'],
    rate_limited: ['One moment, please', 'There were too many tries. Wait a little, then try again.'],
    unauthorized: ['We cannot show this payment', 'Please open your order in the shop again.'],
    other: ['The payment could not start', 'Please try again, or ask the shop.'],
  },

  copyLink: 'Copy link',
  linkCopied: 'Link copied',
  copyByHand: 'Press and hold the link to copy it.',
  sendToPhone: 'Send to my phone',

  reconnecting: 'Reconnecting…',
  offline: 'You are offline. We go on as soon as you are back.',
  cancelRefused: 'This payment can no longer be cancelled.',

  order: (id) => `Order ${id}`,
  errorCode: (code) => `Error code: ${code}`,
};
