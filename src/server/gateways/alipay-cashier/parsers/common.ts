import { toFields, toText } from '../../../gateway-fields.ts';
import type {
  Address,
  Discount,
  Logo,
  PromotionResult,
  PspCustomerInfo,
  Quote,
  Result,
  Settlement,
  WireAmount,
} from '../messages/common.ts';
import { objectOf, type Readers, readFields, toDecimals, toFlag } from './reader.ts';

// Lenient on purpose. The documents quote every scalar and real answers do not, null stands for absent, and fields that
// are "mandatory" are left out. What cannot be read counts as absent: it is then missing where it is needed.

/** The `result` of a message. A status that this API does not have is unknown, as is a missing one. */
export function parseResult(body: unknown): Result {
  return toResult(toFields(body).result);
}

/** A message with its result, whatever else of it can be read. */
export function parseMessage<T extends object>(
  readers: Readers<T>,
  body: unknown,
): Partial<T> & { readonly result: Result } {
  return { ...readFields(readers, body), result: parseResult(body) };
}

export function toResult(value: unknown): Result {
  const { resultStatus, resultCode, resultMessage } = toFields(value);
  return {
    resultStatus: resultStatus === 'S' || resultStatus === 'F' ? resultStatus : 'U',
    resultCode: toText(resultCode) ?? '',
    resultMessage: toText(resultMessage) ?? '',
  };
}

export const toAmount = objectOf<WireAmount>({ currency: toText, value: toText }, 'currency', 'value');

export const toAddress = objectOf<Address>(
  {
    region: toText,
    state: toText,
    city: toText,
    address1: toText,
    address2: toText,
    zipCode: toText,
    label: toText,
  },
  'region',
);

export const toLogo = objectOf<Logo>({ logoName: toText, logoUrl: toText });

export const toPspCustomerInfo = objectOf<PspCustomerInfo>({
  pspName: toText,
  pspCustomerId: toText,
  displayCustomerId: toText,
  displayCustomerName: toText,
});

export const toDiscount = objectOf<Discount>({
  discountTag: toText,
  discountName: toText,
  savingsAmount: toAmount,
  estimateSavingsAmount: toAmount,
});

export const toPromotionResult = objectOf<PromotionResult>({ promotionType: toText, discount: toDiscount });

export const SETTLEMENT: Readers<Settlement> = {
  grossSettlementAmount: toAmount,
  settlementQuote: objectOf<Quote>({
    quoteId: toText,
    quoteCurrencyPair: toText,
    quotePrice: toDecimals,
    quoteStartTime: toText,
    quoteExpiryTime: toText,
    guaranteed: toFlag,
  }),
};
