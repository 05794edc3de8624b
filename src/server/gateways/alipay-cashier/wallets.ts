import type { WalletOption, WalletQuery } from '../../gateway.ts';
import type { Contract } from './contract.ts';
import { toWireAmount } from './currencies.ts';
import type { ConsultRequest, ConsultResponse, PaymentOption } from './messages/consult.ts';
import { toEnv, toSettlementStrategy } from './pay-request.ts';
import { failedCall } from './result-codes.ts';
import { walletName } from './wallet-names.ts';

// What the contract with the page can carry; what is longer is left out, since half a promise may be a wrong one.
const MAX_NAME_LENGTH = 128;
const MAX_PROMOTION_LENGTH = 256;

/** @throws {GatewayError} `rejected` for an amount that Alipay cannot take; nothing has been sent then. */
export function toConsultRequest(query: WalletQuery, contract: Contract): ConsultRequest {
  return {
    productCode: 'CASHIER_PAYMENT',
    paymentAmount: toWireAmount(query.amount),
    env: toEnv(query),
    settlementStrategy: toSettlementStrategy(query.amount, contract),
    userRegion: query.buyerCountry,
    merchantRegion: contract.merchantRegion,
    allowedPaymentMethods: contract.wallets,
    ...contract.account,
  };
}

/**
 * The wallets to offer, in the gateway's order: it puts first what buyers of the region use.
 *
 * @throws {GatewayError} where the gateway does not say.
 */
export function fromConsult(
  { result, paymentOptions }: ConsultResponse,
  { wallets }: Contract,
  locale?: string,
): WalletOption[] {
  if (result.resultStatus === 'F' && result.resultCode === 'NO_PAY_OPTIONS') return wallets.map(toUnavailable);
  if (result.resultStatus !== 'S' || !paymentOptions) throw failedCall('The wallets cannot be listed', result);
  // Other wallets than those asked for are the merchant's not to take; a wallet named twice is one choice.
  const options = new Map(
    paymentOptions
      .filter(({ paymentMethodType }) => wallets.includes(paymentMethodType))
      .map((option) => [option.paymentMethodType, option]),
  );
  return Array.from(options.values(), (option) => toWallet(option, locale));
}

function toUnavailable(id: string): WalletOption {
  return { id, name: walletName(id), available: false, reason: 'no_pay_options' };
}

function toWallet(option: PaymentOption, locale: string | undefined): WalletOption {
  const { paymentMethodType: id, paymentMethodRegion: regions = [], enabled = false, disableReason } = option;
  const [region = ''] = regions;
  const promotion = toPromotion(option, locale);
  return {
    id,
    name: fitting(option.logo?.logoName, MAX_NAME_LENGTH) ?? walletName(id),
    ...(regions.length === 1 && /^[A-Z]{2}$/.test(region) && { region }),
    ...(promotion && { promotion }),
    available: enabled,
    ...(!enabled && disableReason && /^\w{1,64}$/.test(disableReason) && { reason: disableReason.toLowerCase() }),
  };
}

// In the shopper's language, else in English, else in the wallet's own: a promotion in foreign words is still money.
function toPromotion({ promoNames = [], promotionInfos = [] }: PaymentOption, locale = 'en'): string | undefined {
  const names = promoNames.flatMap((byLocale) =>
    Object.entries(byLocale).map(([key, text]) => ({ locale: key.replaceAll('_', '-').toLowerCase(), text })),
  );
  const wanted = locale.toLowerCase();
  const isOf = (language: string) => (name: { locale: string }) => name.locale.split('-')[0] === language;
  const name =
    names.find((candidate) => candidate.locale === wanted) ??
    names.find(isOf(wanted.split('-')[0] ?? '')) ??
    names.find(isOf('en'));
  const inAnyLanguage = promotionInfos.find(({ discount }) => discount?.discountName)?.discount?.discountName;
  return fitting(name?.text ?? inAnyLanguage ?? names[0]?.text, MAX_PROMOTION_LENGTH);
}

function fitting(text: string | undefined, maxLength: number): string | undefined {
  const trimmed = text?.trim();
  return trimmed && trimmed.length <= maxLength ? trimmed : undefined;
}
