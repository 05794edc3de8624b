export const APPROVED = '10000';

/** Checkout.com docs, Response codes: 2xxxx are soft declines, 3xxxx hard ones, 4xxxx those of the risk engine. */
export const RESPONSE_SUMMARIES = {
  [APPROVED]: 'Approved',
  '20005': 'Declined - Do Not Honour',
  '20051': 'Insufficient Funds',
  '20061': 'Activity amount limit exceeded',
  '30015': 'No such issuer',
  '40101': 'Risk Blocked Transaction',
} as const;

export type ResponseCode = keyof typeof RESPONSE_SUMMARIES;

/** Why a wallet may decline, the likeliest first. */
export const DECLINE_CODES = ['20005', '20051', '20061', '30015', '40101'] as const satisfies readonly ResponseCode[];
