/** A merchant as the gateway's dashboard knows it. */
export interface Merchant {
  readonly clientId: string;
  /** What the wallet shows to the shopper. */
  readonly name: string;
  /** Base64 of the SubjectPublicKeyInfo that the merchant has uploaded. */
  readonly publicKey: string;
}
