import { CURRENCIES, type Money } from './money.ts';
import type { Terminal } from './common-fields.ts';
import { fromYuan } from './rates.ts';

/** What opens a wallet's app on a phone. */
interface App {
  /** The Android package. */
  readonly id: string;
  /** What the wallet's own scheme starts with, where `pay` answers with one. */
  readonly scheme?: string;
  /** True where `pay` answers with an app link. */
  readonly hasLink?: boolean;
}

/** A payment method that this sandbox plays. */
export interface Wallet {
  /** `paymentMethodType`. */
  readonly type: string;
  readonly name: string;
  readonly category: 'WALLET' | 'MOBILE_BANKING_APP' | 'ALIPAY_PLUS';
  readonly regions: readonly string[];
  readonly currencies: readonly string[];
  /** What `normalUrl` is in a desktop browser. Antom docs, URLs returned for some payment methods. */
  readonly desktopPage: 'code' | 'login' | 'choice';
  readonly app?: App;
  /** The most that a single payment may be. */
  readonly maxYuan: number;
  readonly colour: string;
  /** The two forms in which the gateway tells of a promotion: named in each language, or with what it saves. */
  readonly promoNames?: Readonly<Record<string, string>>;
  readonly promotionInfos?: readonly object[];
  /** Out of service: offered by nobody, and not to be paid with. */
  readonly isDegraded?: boolean;
}

// No document lists which wallet takes which currency: their own, and what is settled across borders.
const ACROSS_BORDERS = ['USD', 'EUR', 'GBP', 'HKD', 'JPY', 'SGD', 'CNY', 'AUD', 'CAD'];
const SMALL = { category: 'WALLET', maxYuan: 50_000 } as const;

export const WALLETS: readonly Wallet[] = [
  {
    type: 'ALIPAY_CN',
    name: 'Alipay',
    category: 'WALLET',
    regions: ['CN'],
    currencies: CURRENCIES,
    desktopPage: 'code',
    app: { id: 'com.eg.android.AlipayGphone', scheme: 'alipays://platformapi/startapp?saId=10000007&qrcode=' },
    maxYuan: 5_000_000,
    colour: '#1677ff',
  },
  {
    type: 'ALIPAY_HK',
    name: 'AlipayHK',
    category: 'WALLET',
    regions: ['HK'],
    currencies: CURRENCIES,
    desktopPage: 'code',
    app: { id: 'hk.alipay.wallet', hasLink: true },
    maxYuan: 5_000_000,
    colour: '#1677ff',
    promoNames: { en_US: '5% off your first tea', zh_CN: '首单茶叶九五折', zh_HK: '首次買茶九五折' },
  },
  {
    type: 'CONNECT_WALLET',
    name: 'Alipay+',
    category: 'ALIPAY_PLUS',
    regions: ['GLOBAL'],
    currencies: CURRENCIES,
    desktopPage: 'choice',
    maxYuan: 5_000_000,
    colour: '#1677ff',
  },
  {
    ...SMALL,
    type: 'GCASH',
    name: 'GCash',
    regions: ['PH'],
    currencies: [...ACROSS_BORDERS, 'PHP'],
    desktopPage: 'code',
    app: { id: 'com.globe.gcash.android', hasLink: true },
    colour: '#0057e4',
    promotionInfos: [
      {
        promotionType: 'DISCOUNT',
        discount: { discountName: '20 pesos off', savingsAmount: { currency: 'PHP', value: '2000' } },
      },
    ],
  },
  {
    ...SMALL,
    type: 'TNG',
    name: "Touch 'n Go eWallet",
    regions: ['MY'],
    currencies: [...ACROSS_BORDERS, 'MYR'],
    desktopPage: 'code',
    app: { id: 'my.com.tngdigital.ewallet', hasLink: true },
    colour: '#005abb',
  },
  {
    ...SMALL,
    type: 'DANA',
    name: 'DANA',
    regions: ['ID'],
    currencies: [...ACROSS_BORDERS, 'IDR'],
    desktopPage: 'login',
    app: { id: 'id.dana', hasLink: true },
    colour: '#118eea',
  },
  {
    ...SMALL,
    type: 'TRUEMONEY',
    name: 'TrueMoney',
    regions: ['TH'],
    currencies: [...ACROSS_BORDERS, 'THB'],
    desktopPage: 'code',
    app: { id: 'th.co.truemoney.wallet', hasLink: true },
    colour: '#c9510c',
  },
  {
    ...SMALL,
    type: 'KAKAOPAY',
    name: 'Kakao Pay',
    regions: ['KR'],
    currencies: [...ACROSS_BORDERS, 'KRW'],
    desktopPage: 'code',
    app: { id: 'com.kakao.talk', hasLink: true },
    colour: '#3c1e1e',
  },
  {
    ...SMALL,
    type: 'NAVERPAY',
    name: 'Naver Pay',
    regions: ['KR'],
    currencies: [...ACROSS_BORDERS, 'KRW'],
    desktopPage: 'login',
    colour: '#03a94d',
  },
  {
    ...SMALL,
    type: 'BOOST',
    name: 'Boost',
    regions: ['MY'],
    currencies: [...ACROSS_BORDERS, 'MYR'],
    desktopPage: 'login',
    app: { id: 'my.com.myboost', scheme: 'boostapp://pay?url=', hasLink: true },
    maxYuan: 2_000,
    colour: '#d4232b',
  },
  {
    ...SMALL,
    type: 'RABBIT_LINE_PAY',
    name: 'Rabbit LINE Pay',
    regions: ['TH'],
    currencies: [...ACROSS_BORDERS, 'THB'],
    desktopPage: 'code',
    app: { id: 'jp.naver.line.android', scheme: 'line://pay?url=', hasLink: true },
    colour: '#07803a',
  },
  {
    ...SMALL,
    type: 'BPI',
    name: 'BPI',
    category: 'MOBILE_BANKING_APP',
    regions: ['PH'],
    currencies: ['PHP', 'USD'],
    desktopPage: 'login',
    colour: '#a4123f',
  },
  {
    ...SMALL,
    type: 'MPAY',
    name: 'MPay',
    regions: ['MO'],
    currencies: ACROSS_BORDERS,
    desktopPage: 'code',
    app: { id: 'com.macaupass.rechargeEasy', hasLink: true },
    colour: '#0a7d54',
    isDegraded: true,
  },
];

export function findWallet(type: string): Wallet | undefined {
  return WALLETS.find((wallet) => wallet.type === type);
}

/** Only a wallet with an app of its own can host the merchant's mini program. */
export function canPayOn({ app }: Wallet, terminal: Terminal): boolean {
  return terminal !== 'MINI_APP' || app !== undefined;
}

export function limitOf({ maxYuan }: Wallet, currency: string): Record<'minAmount' | 'maxAmount', Money> {
  return { minAmount: { currency, value: '1' }, maxAmount: fromYuan(maxYuan, currency) };
}

/** Why a wallet cannot take an amount, in the words of `consult`. Null where it can. */
export function disableReason(wallet: Wallet, { currency, value }: Money): DisableReason | null {
  if (wallet.isDegraded) return 'SERVICE_DEGRADE';
  if (!wallet.currencies.includes(currency)) return 'CHANNEL_NOT_SUPPORT_CURRENCY';
  return BigInt(value) > BigInt(limitOf(wallet, currency).maxAmount.value) ? 'EXCEED_CHANNEL_LIMIT_RULE' : null;
}

/** Antom docs, consult: those of its reasons that this sandbox gives. */
export type DisableReason = 'SERVICE_DEGRADE' | 'CHANNEL_NOT_SUPPORT_CURRENCY' | 'EXCEED_CHANNEL_LIMIT_RULE';
