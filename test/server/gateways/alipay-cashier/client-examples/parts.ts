/** What the examples of calls are put together from. */
export const result = { resultStatus: 'S', resultCode: 'SUCCESS', resultMessage: 'success.' } as const;
export const USD = (value: string) => ({ currency: 'USD', value });
export const CNY = (value: string) => ({ currency: 'CNY', value });

export const PAYMENT_ID = '202611211940108001001880000000001';
export const REFUND_ID = '202611221940108013001880000000007';
export const CASHIER = 'https://cashier.example/checkout.htm?codeValue=https%3A%2F%2Fglobal.alipay.com%2F28100204';

export const name = { firstName: 'Lin', middleName: 'M', lastName: 'Chan', fullName: 'Chan Lin' };
export const address = {
  region: 'HK',
  state: 'HK',
  city: 'Hong Kong',
  address1: '1 Sample Road',
  address2: 'Flat 2',
  zipCode: '999077',
  label: 'home',
};
export const store = { referenceStoreId: 'ST-7', storeName: 'Tea House', storeMCC: '5499', storeAddress: address };
export const buyer = {
  referenceBuyerId: 'B-1',
  buyerName: name,
  buyerPhoneNo: '+85212345678',
  buyerEmail: 'lin@tea.example',
  buyerRegistrationTime: '2025-01-01T00:00:00+08:00',
};
export const merchant = {
  referenceMerchantId: 'SM-7',
  merchantMCC: '5499',
  merchantName: 'Tea House Ltd',
  merchantDisplayName: 'Tea House',
  merchantAddress: address,
  merchantRegisterDate: '2020-01-01T00:00:00+08:00',
  merchantType: 'ENTERPRISE',
  store,
} as const;
export const env = {
  terminalType: 'WAP',
  osType: 'IOS',
  userAgent: 'Mozilla/5.0',
  clientIp: '203.0.113.9',
  deviceTokenId: 'token-1',
  cookieId: 'cookie-1',
  browserInfo: {
    acceptHeader: 'text/html',
    javaEnabled: false,
    javaScriptEnabled: true,
    language: 'en-HK',
    userAgent: 'Mozilla/5.0',
  },
  colorDepth: '24',
  screenHeight: '844',
  screenWidth: '390',
  timeZoneOffset: '-480',
  deviceId: 'device-1',
  deviceModel: 'iPhone17,1',
  deviceBrand: 'Apple',
  osVersion: '19.0',
  extendInfo: '{"a":"b"}',
} as const;

export const settlement = {
  grossSettlementAmount: { currency: 'HKD', value: '10249' },
  settlementQuote: {
    quoteId: 'Q-1',
    quoteCurrencyPair: 'USD/HKD',
    quotePrice: '7.8',
    quoteStartTime: '2026-11-21T00:00:00-08:00',
    quoteExpiryTime: '2026-11-22T00:00:00-08:00',
    guaranteed: true,
  },
};
export const paymentFacts = {
  ...settlement,
  paymentRequestId: 'PR-1001',
  paymentId: PAYMENT_ID,
  paymentAmount: USD('1314'),
  paymentCreateTime: '2026-11-21T04:30:02-08:00',
  paymentTime: '2026-11-21T04:31:05-08:00',
  actualPaymentAmount: USD('814'),
  pspCustomerInfo: {
    pspName: 'ALIPAY_CN',
    pspCustomerId: '2088',
    displayCustomerId: '138****0000',
    displayCustomerName: 'L***',
  },
  paymentResultInfo: { cardBrand: 'VISA' },
  promotionResult: [
    {
      promotionType: 'DISCOUNT',
      discount: {
        discountTag: 'D-1',
        discountName: 'Five off',
        savingsAmount: USD('500'),
        estimateSavingsAmount: USD('500'),
      },
    },
  ],
};
export const redirectForm = {
  method: 'POST',
  redirectUrl: CASHIER,
  parameters: { token: 't' },
  actionFormType: 'RedirectActionForm',
} as const;
export const refundFacts = {
  ...settlement,
  refundRequestId: 'RF-1',
  refundId: REFUND_ID,
  refundAmount: USD('314'),
  refundTime: '2026-11-22T01:00:03-08:00',
};
export const customs = { region: 'CN', customsCode: 'ZONGSHU' };
export const merchantCustomsInfo = { merchantCustomsCode: 'example_001', merchantCustomsName: 'Example Trading' };
export const merchantInfo = {
  referenceMerchantId: 'SM-7',
  merchantDisplayName: 'Tea House',
  merchantMCC: '5499',
  logo: { logoName: 'Tea', logoUrl: 'https://tea.example/logo.png' },
  websites: [{ name: 'Tea House', url: 'https://tea.example', desc: 'a shop', type: 'WEB' }],
  merchantAddress: address,
  registrationDetail: {
    legalName: 'Tea House Ltd',
    registrationType: 'ENTERPRISE_REGISTRATION_NO',
    registrationNo: 'HK-000001',
    registrationAddress: address,
    businessType: 'ENTERPRISE',
    registrationEffectiveDate: '2020-01-01',
    registrationExpireDate: '2040-01-01',
    contactInfo: [{ contactType: 'EMAIL', contactNo: 'ops@tea.example' }],
    attachments: [
      {
        attachmentType: 'ARTICLES_OF_ASSOCIATION',
        attachmentName: 'articles.pdf',
        file: 'https://tea.example/articles.pdf',
      },
    ],
  },
};
export const registrationFacts = {
  registrationResult: { registrationStatus: 'COMPLETED', rejectReasons: 'none' },
  pspRegistrationResultList: [
    { pspName: 'AlipayCN', registrationResult: { registrationStatus: 'APPROVED', rejectReasons: 'none' } },
  ],
};
export const limit = { minAmount: USD('1'), maxAmount: USD('500000'), remainAmount: USD('400000') };
