import type { Examples } from './example.ts';
import {
  CNY,
  customs,
  merchantCustomsInfo,
  merchantInfo,
  name,
  PAYMENT_ID,
  registrationFacts,
  result,
  store,
} from './parts.ts';

export const MERCHANTS: Pick<
  Examples,
  'declare' | 'inquiryDeclarationRequests' | 'registration' | 'inquiryRegistrationStatus' | 'inquiryRegistrationInfo'
> = {
  declare: {
    path: '/v1/customs/declare',
    request: {
      declarationRequestId: 'D20261121001',
      paymentId: PAYMENT_ID,
      declarationAmount: CNY('9512'),
      customs,
      merchantCustomsInfo,
      splitOrder: true,
      subOrderId: 'O-1001-1',
      buyerCertificate: { certificateType: 'ID_CARD', certificateNo: '110101199003070000', holderName: name },
    },
    answer: {
      result,
      customsPaymentId: '20261121220014470005000000001',
      customsOrderId: 'O-1001',
      identityCheckResult: 'CHECK_PASSED',
      clearingChannel: 'OTHER',
      clearingTransactionId: '2026112122001354880000001',
      customsProviderRegistrationId: 'ZF14020001',
    },
  },

  inquiryDeclarationRequests: {
    path: '/v1/customs/inquiryDeclarationRequests',
    request: { declarationRequestIds: ['D20261121001', 'D20261121009'] },
    answer: {
      result,
      declarationRequestsNotFound: ['D20261121009'],
      declarationRecords: [
        {
          declarationRequestId: 'D20261121001',
          customsPaymentId: '20261121220014470005000000001',
          customsOrderId: 'O-1001',
          customs,
          merchantCustomsInfo,
          declarationAmount: CNY('9512'),
          splitOrder: false,
          declarationRequestStatus: 'IN_PROCESS',
          lastModifiedTime: '2026-11-21T06:04:44-08:00',
          customsDeclarationResultCode: '2',
          customsDeclarationResultDesc: 'received',
          customsDeclarationReturnTime: '2026-11-21T06:10:00-08:00',
        },
      ],
    },
  },

  registration: {
    path: '/v1/merchants/registration',
    request: {
      registrationRequestId: 'REG-7',
      productCodes: ['CASHIER_PAYMENT'],
      merchantInfo,
      storeInfo: store,
      registrationNotifyURL: 'https://platform.example/hooks/alipay',
      passThroughInfo: '{"batch":"7"}',
    },
    answer: { result, passThroughInfo: '{"batch":"7"}' },
  },

  inquiryRegistrationStatus: {
    path: '/v1/merchants/inquiryRegistrationStatus',
    request: { registrationRequestId: 'REG-7', referenceMerchantId: 'SM-7', referenceStoreId: 'ST-7' },
    answer: { result, ...registrationFacts },
  },

  inquiryRegistrationInfo: {
    path: '/v1/merchants/inquiryRegistrationInfo',
    request: { referenceMerchantId: 'SM-7', referenceStoreId: 'ST-7' },
    answer: { result, merchantInfo, storeInfo: store, productCodes: ['CASHIER_PAYMENT'] },
  },
};
