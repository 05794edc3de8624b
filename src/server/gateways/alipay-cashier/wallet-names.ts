/** What shoppers call a wallet, where the gateway does not say: an open list. Sources: the wallets' own sites. */
const NAMES: Readonly<Record<string, string>> = {
  ALIPAY_CN: 'Alipay',
  ALIPAY_HK: 'AlipayHK',
  BOOST: 'Boost',
  BPI: 'BPI',
  CONNECT_WALLET: 'Alipay+',
  DANA: 'DANA',
  GCASH: 'GCash',
  GOPAY_ID: 'GoPay',
  GRABPAY_MY: 'GrabPay',
  GRABPAY_PH: 'GrabPay',
  GRABPAY_SG: 'GrabPay',
  JKOPAY: 'JKOPAY',
  KAKAOPAY: 'Kakao Pay',
  KPLUS: 'K PLUS',
  MAYA: 'Maya',
  MPAY: 'MPay',
  NAVERPAY: 'Naver Pay',
  OVO: 'OVO',
  PAYPAY: 'PayPay',
  RABBIT_LINE_PAY: 'Rabbit LINE Pay',
  TNG: 'Touch ’n Go eWallet',
  TOSSPAY: 'Toss Pay',
  TRUEMONEY: 'TrueMoney',
  ZALOPAY: 'ZaloPay',
};

/** The name of a wallet that is not in the list is its `paymentMethodType`. */
export function walletName(wallet: string): string {
  if (wallet.startsWith('SHOPEEPAY_')) return 'ShopeePay';
  return (Object.hasOwn(NAMES, wallet) && NAMES[wallet]) || wallet;
}
