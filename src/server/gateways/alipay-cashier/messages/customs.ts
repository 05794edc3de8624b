import type { Result, UserName, WireAmount } from './common.ts';

/** Declares a payment to the Chinese customs. Source: Antom docs, "declare". */
export interface DeclareRequest {
  /** 1 to 32 characters: the key that makes a repeated request the same declaration. */
  readonly declarationRequestId: string;
  readonly paymentId: string;
  /** In CNY; all declarations of a payment together come to no more than its `customsDeclarationAmount`. */
  readonly declarationAmount: WireAmount;
  readonly customs: CustomsInfo;
  readonly merchantCustomsInfo: MerchantCustomsInfo;
  readonly splitOrder: boolean;
  /** At most 64 characters: the order id that the customs see, where `splitOrder` is true. */
  readonly subOrderId?: string;
  readonly buyerCertificate?: Certificate;
}

export interface CustomsInfo {
  readonly region?: string;
  /** In upper case: `ZONGSHU`, `ZHENGZHOU`, `NINGBO`, `SHANGHAI_CBT`, … */
  readonly customsCode?: string;
}

export interface MerchantCustomsInfo {
  readonly merchantCustomsCode?: string;
  readonly merchantCustomsName?: string;
}

export interface Certificate {
  /** An open list: `ID_CARD`, `PASSPORT`, … */
  readonly certificateType: string;
  readonly certificateNo: string;
  readonly holderName?: UserName;
}

/** An `S` says that the declaration was passed on, not that it is cleared. */
export interface DeclareResponse {
  readonly result: Result;
  readonly customsPaymentId?: string;
  readonly customsOrderId?: string;
  /** `CHECK_PASSED`, `CHECK_NOT_PASSED`. Absent: not checked. */
  readonly identityCheckResult?: string;
  /** `CUP`, `NUCC`, `OTHER`. */
  readonly clearingChannel?: string;
  readonly clearingTransactionId?: string;
  readonly customsProviderRegistrationId?: string;
}

/** Source: Antom docs, "inquiryDeclarationRequests". */
export interface DeclarationQuery {
  /** 1 to 10 ids. */
  readonly declarationRequestIds: readonly string[];
}

export interface InquiryDeclarationResponse {
  readonly result: Result;
  readonly declarationRequestsNotFound?: readonly string[];
  readonly declarationRecords?: readonly DeclarationRecord[];
}

export interface DeclarationRecord {
  readonly declarationRequestId?: string;
  readonly customsPaymentId?: string;
  readonly customsOrderId?: string;
  readonly customs?: CustomsInfo;
  readonly merchantCustomsInfo?: MerchantCustomsInfo;
  readonly declarationAmount?: WireAmount;
  readonly splitOrder?: boolean;
  /** An open list, of which the documents show `IN_PROCESS` only. */
  readonly declarationRequestStatus?: string;
  readonly lastModifiedTime?: string;
  readonly customsDeclarationResultCode?: string;
  readonly customsDeclarationResultDesc?: string;
  readonly customsDeclarationReturnTime?: string;
}
