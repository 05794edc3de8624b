import { toText } from '../../../gateway-fields.ts';
import type {
  AmountLimit,
  AmountLimitInfo,
  ConsultResponse,
  PaymentOption,
  PromotionInfo,
} from '../messages/consult.ts';
import { parseMessage, toAmount, toDiscount, toLogo } from './common.ts';
import { listOf, mapOf, objectOf, type Reader, type Readers, toDetails, toFlag } from './reader.ts';

const toAmountLimit = objectOf<AmountLimit>({ minAmount: toAmount, maxAmount: toAmount, remainAmount: toAmount });

const toPromotionInfo = objectOf<PromotionInfo>({
  promotionType: toText,
  discount: toDiscount,
  interestFree: toDetails,
});

const toPromoName = mapOf(toText);

// A list whose items are objects or JSON in strings; where there is one promotion only, also that one by itself.
const toPromoNames: Reader<NonNullable<PaymentOption['promoNames']>> = (value) => {
  const one = toPromoName(value);
  return one ? [one] : listOf(toPromoName)(value);
};

const toPaymentOption = objectOf<PaymentOption>(
  {
    paymentMethodType: toText,
    enabled: toFlag,
    disableReason: toText,
    paymentMethodCategory: toText,
    paymentMethodRegion: listOf(toText),
    preferred: toFlag,
    supportedCurrencies: listOf(toText),
    interactionType: toText,
    logo: toLogo,
    promoNames: toPromoNames,
    promotionInfos: listOf(toPromotionInfo),
    amountLimitInfoMap: mapOf(
      objectOf<AmountLimitInfo>({ singleLimit: toAmountLimit, dayLimit: toAmountLimit, monthLimit: toAmountLimit }),
    ),
    installment: toDetails,
    paymentOptionDetail: toDetails,
  },
  'paymentMethodType',
);

const CONSULT_RESPONSE: Readers<Omit<ConsultResponse, 'result'>> = { paymentOptions: listOf(toPaymentOption) };

export const parseConsultResponse = (body: unknown): ConsultResponse => parseMessage(CONSULT_RESPONSE, body);
