/**
 * The messages of the gateway, in its own words. Every value is text, numbers too.
 * Source: Trust Payments help, "Alipay", "TRANSACTIONQUERY", "REFUND", "TRANSACTIONUPDATE", "URL notifications".
 */

/** What an `AUTH` says beside the site, the account and the payment type, which the client adds. */
export interface AuthRequest {
  /** Digits, at most 13: the amount in the currency's base units. */
  readonly baseamount: string;
  readonly currencyiso3a: string;
  /** At most 25 characters; unique for each attempt, as nothing else tells one from its repetition. */
  readonly orderreference: string;
  /** At most 2048 characters. */
  readonly returnurl: string;
  /** Two letters. Not sent over XML, where its place is not documented. */
  readonly billingcountryiso2a?: string;
  /** The phone interface, where Alipay has enabled it for the account. Absent: the one for a desktop. */
  readonly applicationtype?: 'WAP';
}

/** A transaction as an answer, a record of a query or a notification tells of it. Absent is what it does not tell. */
export interface Transaction {
  /** `AUTH`, `REFUND`, …; `ERROR` where the request could not even be read. */
  readonly requesttypedescription?: string;
  /** `0` for a request that was carried out: what became of the money is `settlestatus`. */
  readonly errorcode?: string;
  /** For logs, never for shoppers. */
  readonly errormessage?: string;
  /** The fields that an error is about. */
  readonly errordata: readonly string[];
  /** `10` open, `0` and `1` due, `2` suspended, `3` cancelled or failed, `100` settled. */
  readonly settlestatus?: string;
  /** The gateway's id: three groups of digits with dashes. */
  readonly transactionreference?: string;
  /** The payment that a refund belongs to. */
  readonly parenttransactionreference?: string;
  readonly orderreference?: string;
  readonly baseamount?: string;
  readonly currencyiso3a?: string;
  /** Where the shopper pays. To be used only with `errorcode` `0` and `settlestatus` `10`. */
  readonly redirecturl?: string;
  /** `0` for a test site, `1` for a live one. */
  readonly livestatus?: string;
  readonly sitereference?: string;
  readonly paymenttypedescription?: string;
  readonly accounttypedescription?: string;
  /** A date without a time. */
  readonly settleduedate?: string;
  /** `YYYY-MM-DD hh:mm:ss`, in a zone that is not documented. */
  readonly transactionstartedtimestamp?: string;
  /** The merchant's id at Alipay. */
  readonly partnerid?: string;
}

/** Several values of one filter mean any of them, several filters all of them. The client adds the site. */
export interface TransactionFilter {
  readonly transactionreference?: readonly string[];
  readonly orderreference?: readonly string[];
  readonly requesttypedescription?: readonly string[];
  readonly starttimestamp?: readonly string[];
  readonly endtimestamp?: readonly string[];
}

/** The answer to a query: its `errorcode` is the query's own. */
export interface QueryResponse extends Transaction {
  /** Empty where nothing was found, which the gateway calls a success too. */
  readonly records: readonly Transaction[];
}

export interface RefundRequest {
  /** The `transactionreference` of the `AUTH`, which must be settled. */
  readonly parenttransactionreference: string;
  /** Absent: all that is left. */
  readonly baseamount?: string;
  /** The payment's own, which is also taken where it is absent. Over XML an attribute of the amount. */
  readonly currencyiso3a?: string;
  /** At most 25 characters. */
  readonly orderreference: string;
}

/** `3` cancels, `2` suspends, `0` releases. */
export interface TransactionUpdates {
  readonly settlestatus: '0' | '2' | '3';
}

/** What the gateway sends to the merchant's notification address. Which fields it has is the merchant's choice. */
export interface UrlNotification extends Transaction {
  /** Not covered by the hash. */
  readonly notificationreference: string;
  /** Every field as it came, the merchant's own ones too. */
  readonly fields: readonly (readonly [name: string, value: string])[];
}
