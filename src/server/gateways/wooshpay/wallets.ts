import type { WalletOption } from '../../gateway.ts';

const NAMES: ReadonlyMap<string, string> = new Map([
  ['alipay', 'Alipay'],
  ['alipay_hk', 'AlipayHK'],
  ['alipayplus', 'Alipay+'],
]);

/** WooshPay cannot be asked which wallets there are: what the merchant names is the choice, in that order. */
export function toWalletOptions(wallets: readonly string[]): readonly WalletOption[] {
  return wallets.map((id) => ({ id, name: NAMES.get(id) ?? id, available: true }));
}
