import { newId, newSecretKey } from './ids.ts';

/** The two generations of the gateway: an account belongs to one, and its key tells which. */
export type Platform = 'previous' | 'current';

/**
 * How the gateway treats the account's payments. `declines`: each is refused at once, with 201. `not_onboarded`:
 * Alipay has not been switched on. `voids_pending`: a waiting payment can be voided, which no document promises.
 */
export const BEHAVIOURS = ['normal', 'declines', 'not_onboarded', 'voids_pending'] as const;

/** A merchant's account as the dashboard shows it. */
export interface Account {
  readonly id: string;
  /** What the wallet shows to the shopper. */
  readonly name: string;
  readonly platform: Platform;
  readonly secretKey: string;
  readonly processingChannelId: string;
  readonly webhookUrl: string | undefined;
  readonly webhookKey: string;
  /** Sent with each webhook as `Authorization`, where the merchant has chosen one. */
  readonly webhookAuthorization: string | undefined;
  /** Where the shopper is sent back to if a request does not say. */
  readonly returnUrl: string | undefined;
  readonly behaviour: (typeof BEHAVIOURS)[number];
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** Keys of the sandbox: those of the other environment are not known here. */
const KEYS: Readonly<Record<Platform, RegExp>> = {
  previous: new RegExp(`^sk_test_${UUID.source.slice(1)}`),
  current: /^sk_sbox_?[a-z2-7]{26}[a-z2-7*#$=]$/,
};

/** What the merchant may choose; everything else is made up for them. Null where it is not usable. */
export function readAccount(form: Readonly<Record<string, unknown>>, known: Account | undefined): Account | null {
  const { secretKey = newSecretKey(), behaviour = 'normal' } = form;
  if (typeof secretKey !== 'string') return null;
  const platform = (['previous', 'current'] as const).find((one) => KEYS[one].test(secretKey));
  const chosen = BEHAVIOURS.find((one) => one === behaviour);
  const texts = ['name', 'webhookUrl', 'webhookKey', 'webhookAuthorization', 'returnUrl', 'processingChannelId'];
  if (!platform || !chosen || texts.some((name) => !['string', 'undefined'].includes(typeof form[name]))) return null;
  const text = (name: string): string | undefined => form[name] as string | undefined;
  const { processingChannelId = known?.processingChannelId ?? newId('pc') } = form;
  if (!/^pc_\w{26}$/.test(String(processingChannelId))) return null;
  return {
    id: known?.id ?? newId('cli'),
    name: text('name') ?? 'Merchant',
    platform,
    secretKey,
    processingChannelId: String(processingChannelId),
    webhookUrl: text('webhookUrl'),
    // On the previous platform webhooks are signed with the account's own key; on the current one with any text.
    webhookKey: text('webhookKey') ?? known?.webhookKey ?? (platform === 'previous' ? secretKey : newId('cli')),
    webhookAuthorization: text('webhookAuthorization'),
    returnUrl: text('returnUrl'),
    behaviour: chosen,
  };
}

/** What a request must carry as `Authorization`. */
export function authorizationOf({ platform, secretKey }: Account): string {
  return platform === 'previous' ? secretKey : `Bearer ${secretKey}`;
}
