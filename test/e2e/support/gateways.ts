/** The simulated gateways: where each is started from, and how the shop is told of it. Alipay's is always there. */
export const GATEWAYS = {
  'alipay-cashier': 'GATEWAY_ORIGIN',
  'checkout-com': 'CHECKOUT_COM_ORIGIN',
  wooshpay: 'WOOSHPAY_ORIGIN',
  'trust-payments': 'TRUST_PAYMENTS_ORIGIN',
} as const;

export type GatewayName = keyof typeof GATEWAYS;

export const OTHER_GATEWAYS = ['checkout-com', 'wooshpay', 'trust-payments'] as const satisfies GatewayName[];

/** One of the shop's accounts, as far as its shoppers can tell it from the others. */
export interface Account {
  /** As the shop calls it. */
  readonly name: string;
  readonly gateway: GatewayName;
  /** True where a desktop shows a code in place; else it opens a window of the gateway's own. */
  readonly hasCode?: boolean;
  /** True where the shopper can cancel in the shop's page. */
  readonly isCancellable?: boolean;
  /** True where the shopper can cancel at the gateway. */
  readonly cancelsInWallet?: boolean;
  /** True where a payment can be refunded once only. */
  readonly refundsOnce?: boolean;
}

const ALIPAY: Account = { name: 'alipay', gateway: 'alipay-cashier', hasCode: true, isCancellable: true };

/** Those that lead to a page of the gateway's own, on every device. */
export const REDIRECT_ACCOUNTS: readonly [Account, Account, Account] = [
  { name: 'checkout-com', gateway: 'checkout-com', cancelsInWallet: true },
  { name: 'wooshpay', gateway: 'wooshpay', isCancellable: true, refundsOnce: true },
  { name: 'trust-payments', gateway: 'trust-payments', cancelsInWallet: true },
];

/** One account of each gateway. */
export const ACCOUNTS: readonly Account[] = [ALIPAY, ...REDIRECT_ACCOUNTS];
