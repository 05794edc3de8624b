import type { Fields } from '../../gateway-fields.ts';

/** One request, before it is written down in either format. */
export interface Call {
  readonly type: 'AUTH' | 'TRANSACTIONQUERY' | 'REFUND' | 'TRANSACTIONUPDATE';
  readonly fields?: Readonly<Record<string, string | undefined>>;
  readonly filter?: Readonly<Record<string, readonly string[] | undefined>>;
  readonly updates?: Readonly<Record<string, string>>;
}

/** How requests are written and answers read. Both formats give an answer the field names of JSON. */
export interface WireFormat {
  readonly path: string;
  readonly contentType: string;
  readonly accept: string;
  /** `requestReference` is a token of ours that the answer repeats, where the format has a place for it. */
  encode(call: Call, alias: string, requestReference: string): string;
  /** The only item of the answer. @throws where the body is not the answer to this one request. */
  decode(body: Uint8Array, requestReference: string): Fields;
}
