import { Refusal } from './errors.ts';
import type { Kit } from './kit.ts';
import { createSecret, hash } from './secrets.ts';
import type { Grant, PaymentRecord } from './store.ts';

/** Longer than any gateway keeps a payment in `processing`. */
const GRANT_MS = 7 * 24 * 60 * 60_000;

/** A new secret and the right that it stands for. `full` opens everything, `read` all but cancelling. */
export async function createGrant(
  kit: Pick<Kit, 'environment'>,
  paymentId: string,
  scope: Grant['scope'],
): Promise<{ readonly secret: string; readonly grant: Grant }> {
  const secret = createSecret();
  const expiresAtMs = kit.environment.now() + GRANT_MS;
  return { secret, grant: { hash: await hash(secret), paymentId, scope, expiresAtMs } };
}

/** Gives one more right to a payment that is already stored, and answers its secret. */
export async function grantAccess(kit: Kit, paymentId: string, scope: Grant['scope']): Promise<string> {
  const { secret, grant } = await createGrant(kit, paymentId, scope);
  await kit.store.addGrant(grant);
  return secret;
}

/**
 * The payment, if the request's bearer token opens it. Secrets are looked up by their hash, so no comparison can leak
 * how near a guess was.
 *
 * @throws {Refusal} `unauthorized`, the same for a wrong token and for an unknown id.
 */
export async function authorise(
  kit: Kit,
  request: Request,
  paymentId: string,
  needed: Grant['scope'],
): Promise<PaymentRecord> {
  const [, secret] = /^Bearer ([A-Za-z0-9_-]{16,512})$/.exec(request.headers.get('authorization') ?? '') ?? [];
  const grant = secret ? await kit.store.findGrant(await hash(secret)) : null;
  const isOpen = grant?.paymentId === paymentId && grant.expiresAtMs > kit.environment.now();
  const isEnough = needed === 'read' || grant?.scope === 'full';
  const record = isOpen && isEnough ? await kit.store.retrieve(paymentId) : null;
  if (!record) throw new Refusal('unauthorized', 'The token is missing, wrong or expired for this payment.');
  return record;
}
