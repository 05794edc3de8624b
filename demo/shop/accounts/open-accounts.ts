import type { Gateway } from 'alipay-checkout/server';
import { openAlipayCashier } from './alipay-cashier.ts';
import { openCheckoutCom } from './checkout-com.ts';
import { openTrustPayments } from './trust-payments.ts';
import type { Vault } from './vault.ts';
import { openWooshPay } from './wooshpay.ts';

/** Where the simulated gateways are. Alipay's alone must be there. */
export interface GatewayOrigins {
  readonly alipayCashier: string;
  readonly checkoutCom: string | undefined;
  readonly wooshPay: string | undefined;
  readonly trustPayments: string | undefined;
}

/** Opens the shop's account at each gateway that is there. `notifyUrl` says where an account's notifications go. */
export async function openAccounts(
  { alipayCashier, checkoutCom, wooshPay, trustPayments }: GatewayOrigins,
  vault: Vault,
  notifyUrl: (account: string) => string,
): Promise<Readonly<Record<string, Gateway>>> {
  const open = async (
    name: string,
    origin: string | undefined,
    openAccount: (origin: string, vault: Vault, notifyUrl: string) => Promise<Gateway>,
  ): Promise<Record<string, Gateway>> => (origin ? { [name]: await openAccount(origin, vault, notifyUrl(name)) } : {});
  return {
    ...(await openAlipayCashier(alipayCashier, vault)),
    ...(await open('checkout-com', checkoutCom, openCheckoutCom)),
    ...(await open('wooshpay', wooshPay, openWooshPay)),
    ...(await open('trust-payments', trustPayments, openTrustPayments)),
  };
}
