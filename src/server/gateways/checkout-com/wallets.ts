import type { WalletOption } from '../../gateway.ts';
import { ensure } from '../../gateway-options.ts';
import type { AlipaySource } from './messages.ts';
import type { Platform } from './options.ts';

export interface WalletOptions {
  /**
   * The wallets that the account takes; the first that takes a payment's currency is used where a page names none.
   * Default `['alipay']` on the previous platform, `['alipay_cn', 'alipay_hk']` on the current one.
   */
  readonly wallets?: readonly AlipaySource[];
  /**
   * What each wallet can be paid in, as ISO 4217. Default USD for `alipay`; CNY, HKD and SGD for `alipay_cn`; HKD for
   * `alipay_hk`. The whole list is not published: it depends on the merchant's entity, and SGD for `alipay_hk` is a beta.
   */
  readonly currencies?: Partial<Readonly<Record<AlipaySource, readonly string[]>>>;
}

export interface Wallet {
  readonly id: AlipaySource;
  readonly name: string;
  readonly region: string;
  readonly currencies: readonly string[];
}

/** Source: Checkout.com docs, "Alipay", "Alipay CN", "Alipay HK", and the tables of their shop plugins. */
const WALLETS: Readonly<Record<Platform, readonly Wallet[]>> = {
  previous: [{ id: 'alipay', name: 'Alipay', region: 'CN', currencies: ['USD'] }],
  current: [
    { id: 'alipay_cn', name: 'Alipay', region: 'CN', currencies: ['CNY', 'HKD', 'SGD'] },
    { id: 'alipay_hk', name: 'AlipayHK', region: 'HK', currencies: ['HKD'] },
  ],
};

/** The account's wallets, in the order to be offered. @throws {TypeError} */
export function readWallets({ wallets, currencies = {} }: WalletOptions, platform: Platform): readonly Wallet[] {
  const known = WALLETS[platform];
  const names = known.map(({ id }) => id);
  const chosen = (wallets ?? names).map((name) => known.find(({ id }) => id === name));
  ensure(chosen.length > 0 && chosen.every((wallet) => wallet !== undefined), 'wallets', `some of ${names.join(', ')}`);
  const isKnown = (name: string) => chosen.some(({ id }) => id === name);
  ensure(Object.keys(currencies).every(isKnown), 'currencies', 'lists by the names in "wallets"');
  return chosen.map((wallet) => {
    const codes = currencies[wallet.id] ?? wallet.currencies;
    const areCodes = codes.length > 0 && codes.every((code) => /^[A-Z]{3}$/.test(code));
    ensure(areCodes, 'currencies', 'lists of ISO 4217 codes, one for each wallet');
    return { ...wallet, currencies: codes };
  });
}

/** The wallet to pay this currency with: the one that was asked for, else the first. Undefined where there is none. */
export function findWallet(wallets: readonly Wallet[], currency: string, asked?: string): Wallet | undefined {
  return wallets.find(({ id, currencies }) => (asked ?? id) === id && currencies.includes(currency));
}

/** The choice to offer. Checkout.com is not asked: it has no such call. */
export function toWalletOptions(wallets: readonly Wallet[], currency: string): readonly WalletOption[] {
  return wallets.map(({ id, name, region, currencies }) =>
    currencies.includes(currency)
      ? { id, name, region, available: true }
      : { id, name, region, available: false, reason: 'channel_not_support_currency' },
  );
}
