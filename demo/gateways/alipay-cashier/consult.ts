import { checkBuyer, checkMerchant, checkRegions, readTerminal, type Terminal } from './common-fields.ts';
import type { Fields } from './fields.ts';
import { type Money, readMoney } from './money.ts';
import { Refusal, result } from './results.ts';
import { canPayOn, disableReason, limitOf, type Wallet, WALLETS } from './wallets.ts';

export interface ConsultRequest {
  readonly amount: Money;
  readonly terminal: Terminal;
  readonly settlementCurrency: string | undefined;
  readonly userRegion: string | undefined;
  readonly allowedRegions: readonly string[] | undefined;
  readonly allowed: readonly string[] | undefined;
  readonly blocked: readonly string[] | undefined;
}

/** Reads the body of a `consult` call. Antom docs, consult. @throws {Refusal} */
export function readConsultRequest(consult: Fields): ConsultRequest {
  consult.oneOf('productCode', ['CASHIER_PAYMENT']);
  checkRegions(consult);
  checkBuyer(consult.optionalGroup('buyer'));
  checkMerchant(consult.optionalGroup('merchant'));
  consult.optionalGroup('paymentFactor')?.optionalOneOf('presentmentMode', ['BUNDLE', 'TILE', 'UNIFIED']);
  return {
    amount: readMoney(consult.group('paymentAmount')),
    terminal: readTerminal(consult),
    settlementCurrency: consult.optionalGroup('settlementStrategy')?.text('settlementCurrency', 3, /^[A-Z]{3}$/),
    userRegion: consult.optionalText('userRegion', 2),
    allowedRegions: consult.optionalTexts('allowedPaymentMethodRegions', 6, /^([A-Z]{2}|GLOBAL)$/),
    allowed: consult.optionalTexts('allowedPaymentMethods', 64),
    blocked: consult.optionalTexts('blockedPaymentMethods', 64),
  };
}

/** The answer to `consult`. Those that cannot be paid with now are in it too, with the reason. @throws {Refusal} */
export function consultAnswer(origin: string, request: ConsultRequest): object {
  const { userRegion = '', allowedRegions, allowed, blocked, terminal } = request;
  const wallets = WALLETS.filter(
    (wallet) =>
      canPayOn(wallet, terminal) &&
      (!allowedRegions || wallet.regions.some((region) => allowedRegions.includes(region))) &&
      (!allowed || allowed.includes(wallet.type)) &&
      !blocked?.includes(wallet.type),
  );
  if (wallets.length === 0) throw new Refusal('NO_PAY_OPTIONS');
  const isLocal = ({ regions }: Wallet): boolean => regions.includes(userRegion);
  const sorted = [...wallets.filter(isLocal), ...wallets.filter((wallet) => !isLocal(wallet))];
  return {
    result: result('SUCCESS'),
    paymentOptions: sorted.map((wallet) => ({
      ...option(origin, wallet, request),
      ...(isLocal(wallet) && { preferred: true }),
    })),
  };
}

function option(origin: string, wallet: Wallet, { amount, terminal }: ConsultRequest): object {
  const { type, name, category, regions, currencies, promoNames, promotionInfos } = wallet;
  const reason = disableReason(wallet, amount);
  const { currency } = amount;
  return {
    paymentMethodType: type,
    paymentMethodCategory: category,
    paymentMethodRegion: regions,
    enabled: reason === null,
    ...(reason && { disableReason: reason }),
    supportedCurrencies: currencies,
    interactionType: terminal === 'WEB' && wallet.desktopPage === 'code' ? 'QR' : 'REDIRECT',
    // A logo may come without its address.
    logo: { logoName: name, ...(category === 'WALLET' && { logoUrl: `${origin}/logos/${type}.svg` }) },
    // A list of texts, and each text the names by language: JSON within JSON.
    ...(promoNames && { promoNames: [JSON.stringify(promoNames)] }),
    ...(promotionInfos && { promotionInfos }),
    ...(currencies.includes(currency) && {
      amountLimitInfoMap: { [currency]: { singleLimit: limitOf(wallet, currency) } },
    }),
  };
}
