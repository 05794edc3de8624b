import type { GuideWords } from './messages.ts';

export const enGuide: GuideWords = {
  notOpened: ['Did {wallet} not open?', 'Try another way. You pay only once.'],
  openPage: 'Pay on the website',
  showCode: 'Show a code',
  newLink: 'Get a new link',
  confirmHere: ['Confirm the payment', '{wallet} asks you to confirm it here.'],

  outside: ['Continue in your browser', '{wallet} cannot be opened from this app.'],
  outsideSteps: ['Tap ⋯ at the top of the screen.', 'Choose “Open in browser”.'],
  outsideHint: 'Nothing happens? Open this page in your browser.',

  saveCode: 'Save the code',
  scanSaved: 'Or save the code, and let {wallet} scan it from your photos.',
};
