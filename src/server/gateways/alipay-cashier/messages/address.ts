/** The ways to pay that an answer hands out. Source: Antom docs, "pay (One-time Payments)". */
export interface OrderCodeForm {
  readonly expireTime?: string;
  readonly codeDetails: readonly CodeDetail[];
  readonly paymentMethodType?: string;
  /** JSON in a string. */
  readonly extendInfo?: string;
}

/** A code to show: the text itself where `displayType` is `TEXT`, else the address of a picture of it. */
export interface CodeDetail {
  readonly displayType?: string;
  readonly codeValueType?: string;
  readonly codeValue: string;
}

export interface RedirectForm {
  readonly method: 'GET' | 'POST';
  readonly redirectUrl: string;
  /** Of a form to post. */
  readonly parameters?: Readonly<Record<string, string>>;
  readonly actionFormType?: string;
}
