import type { Amount } from '../../../protocol/payment.ts';
import { type CurrencyRule, GatewayError, rescale } from '../../gateway.ts';

const EXPONENT = 2;

// No maximum is documented.
const RULE: CurrencyRule = { exponent: EXPONENT, minimum: 1, maximum: Number.MAX_SAFE_INTEGER };

/** What can be charged through Alipay. Source: WooshPay documentation, "Alipay". */
export const CURRENCIES: Readonly<Record<string, CurrencyRule>> = {
  CNY: RULE,
  GBP: RULE,
  USD: RULE,
  EUR: RULE,
  HKD: RULE,
};

/** An amount as WooshPay counts it. @throws {GatewayError} `rejected` where it cannot; nothing has been sent then. */
export function toWireAmount({ currency, value, exponent }: Amount): number {
  const amount = Object.hasOwn(CURRENCIES, currency) ? rescale(value, exponent, EXPONENT) : null;
  if (amount === null || amount < RULE.minimum) {
    throw new GatewayError('rejected', 'WooshPay cannot take this amount', { reason: 'gateway_error' });
  }
  return amount;
}

/** An amount of WooshPay's, or undefined where it is missing or we cannot say how much it is. */
export function fromWireAmount(value: number | undefined, currency: string | undefined): Amount | undefined {
  if (value === undefined || currency === undefined || !Object.hasOwn(CURRENCIES, currency)) return undefined;
  return { currency, value, exponent: EXPONENT };
}
