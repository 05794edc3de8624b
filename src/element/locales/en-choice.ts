import type { ChoiceWords } from './messages.ts';

export const enChoice: ChoiceWords = {
  back: 'Back',
  choose: ['Choose your wallet', 'You confirm the amount there.'],
  listing: 'This takes a moment.',
  noneAvailable: ['No wallet is available', 'Please try again later, or ask the shop.'],
  unavailable: {
    payment_account_not_available: 'Not set up for this shop.',
    exceed_channel_limit_rule: 'The amount is outside its limits.',
    service_degrade: 'It has trouble at the moment.',
    channel_not_support_currency: 'It does not take this currency.',
    channel_disable: 'The shop does not take it now.',
    channel_not_in_service_time: 'It is closed at this hour.',
    no_pay_options: 'It cannot pay for this order.',
    other: 'Not available right now.',
  },
};
