import { ensure } from '../../gateway-options.ts';
import type { AccountScope } from './messages/common.ts';
import type { AlipayCashierClientOptions } from './options.ts';

export interface AlipayCashierOptions extends AlipayCashierClientOptions {
  /** The currency that the contract settles in, as ISO 4217. Default: the payment's own. */
  readonly settlementCurrency?: string;
  /**
   * The wallets that a shopper may pay with, as Alipay's `paymentMethodType`; the first is taken where a page names
   * none. `CONNECT_WALLET` is the page of Alipay+, which lists wallets itself. Default `['ALIPAY_CN']`.
   */
  readonly wallets?: readonly string[];
  /** The merchant's own mini app, at most 32 characters. Default: none, and no payments from `MINI_APP`. */
  readonly miniAppId?: string;
  /** Which of several sites that share the client id this is, at most 32 characters. Default: none. */
  readonly merchantAccountId?: string;
  /** Where the merchant does business, as two letters. Some contracts ask for it. Default: none. */
  readonly merchantRegion?: string;
}

/** What the merchant's contract with Alipay adds to what a payment says. */
export interface Contract {
  readonly wallets: readonly string[];
  /** Where a page names none. */
  readonly wallet: string;
  readonly settlementCurrency: string | undefined;
  readonly miniAppId: string | undefined;
  readonly merchantRegion: string | undefined;
  /** Goes with every call that can carry it. */
  readonly account: AccountScope;
}

/** @throws {TypeError} that names the option which is malformed. */
export function readContract(options: AlipayCashierOptions): Contract {
  const { settlementCurrency, wallets = ['ALIPAY_CN'], miniAppId, merchantAccountId, merchantRegion } = options;
  ensure(isWallets(wallets), 'wallets', 'a list with at least one paymentMethodType, such as ALIPAY_CN');
  ensure(isLike(/^[A-Z]{3}$/, settlementCurrency), 'settlementCurrency', 'an ISO 4217 code');
  ensure(isLike(/^[\x21-\x7e]{1,32}$/, miniAppId), 'miniAppId', 'the id of a mini app');
  ensure(
    isLike(/^[\x21-\x7e]{1,32}$/, merchantAccountId),
    'merchantAccountId',
    'the account id that the dashboard shows',
  );
  ensure(isLike(/^[A-Z]{2}$/, merchantRegion), 'merchantRegion', 'a country as two letters');
  return { wallets, wallet: wallets[0], settlementCurrency, miniAppId, merchantRegion, account: { merchantAccountId } };
}

function isWallets(value: unknown): value is readonly [string, ...string[]] {
  const isName = (name: unknown) => typeof name === 'string' && /^[A-Z0-9_]{1,64}$/.test(name);
  return Array.isArray(value) && value.length > 0 && value.every(isName);
}

function isLike(pattern: RegExp, value: unknown): boolean {
  return value === undefined || (typeof value === 'string' && pattern.test(value));
}
