import type { Details } from '../support/simulated-gateway.ts';

/** What a contract may say of refunds. `many`: in parts, up to the whole. */
const REFUND_TERMS = ['many', 'one', 'full', 'none'] as const;

/** A merchant as the gateway's dashboard knows it. */
export interface Merchant {
  readonly clientId: string;
  /** What the wallet shows to the shopper. */
  readonly name: string;
  /** Base64 of the SubjectPublicKeyInfo that the merchant has uploaded. */
  readonly publicKey: string;
  /** Where notifications go whose message has named no address. */
  readonly notifyUrl?: string;
  /** The currencies of the contract. Default: all. */
  readonly settlementCurrencies?: readonly string[];
  readonly refunds?: (typeof REFUND_TERMS)[number];
  /** True where there is nothing left that a refund could be paid from. */
  readonly isBroke?: boolean;
}

/** Reads what the panel was told. Null where it makes no merchant. */
export function readMerchant(details: Details): Merchant | null {
  const { clientId, publicKey, name = clientId, notifyUrl, settlementCurrencies, isBroke } = details;
  const refunds = REFUND_TERMS.find((terms) => terms === (details['refunds'] ?? 'many'));
  if (typeof clientId !== 'string' || !clientId || typeof publicKey !== 'string' || typeof name !== 'string')
    return null;
  if (!refunds || (notifyUrl !== undefined && typeof notifyUrl !== 'string')) return null;
  if (settlementCurrencies !== undefined && !isTexts(settlementCurrencies)) return null;
  return {
    clientId,
    publicKey,
    name,
    refunds,
    isBroke: isBroke === true,
    ...(notifyUrl && { notifyUrl }),
    ...(settlementCurrencies && { settlementCurrencies }),
  };
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}
