import { EvidenceMismatch, Refusal } from '../errors.ts';
import { NotificationRefused } from '../gateway.ts';
import { readBody } from '../http.ts';
import type { Kit } from '../kit.ts';
import { applyEvidence } from '../ledger.ts';
import { notificationPath } from '../public-url.ts';
import type { RouteContext } from './route.ts';

/**
 * `POST /notifications/{key}`: what a gateway says of its own accord. Verified before anything of it is read, stored
 * before it is acknowledged; a refusal or a fault makes the gateway send it again.
 */
export async function notifications(kit: Kit, { request, id: account }: RouteContext): Promise<Response> {
  const gateway = Object.hasOwn(kit.gateways, account) ? kit.gateways[account] : undefined;
  if (!gateway) throw new Refusal('payment_not_found', 'There is no gateway account of this name.');
  const body = await readBody(request);
  try {
    const evidence = await gateway.readNotification({
      method: request.method,
      // Signed over the public path: the one of the request may have been rewritten by a proxy.
      target: notificationPath(kit, account) + new URL(request.url).search,
      headers: request.headers,
      body,
      expiresAtMs: async (paymentId) => (await kit.store.retrieve(paymentId))?.expiresAtMs,
    });
    if (evidence) {
      const record = await kit.store.retrieve(evidence.paymentId);
      if (record?.gateway !== account) {
        throw new Refusal('payment_not_found', 'No payment of this gateway account has this reference.');
      }
      const after = await applyEvidence(kit, record, evidence, 'notification');
      if (after.successReported && after.status !== 'success') kit.due();
    }
  } catch (error) {
    throw toRefusal(kit, account, error);
  }
  return gateway.acknowledge();
}

function toRefusal(kit: Kit, account: string, error: unknown): unknown {
  const isUntrue = error instanceof NotificationRefused || error instanceof EvidenceMismatch;
  if (!isUntrue && !(error instanceof Refusal)) return error;
  kit.log({ level: 'warn', event: 'notification_refused', message: error.message, gateway: account });
  if (!isUntrue) return error;
  const isForged = error instanceof NotificationRefused && error.status === 401;
  return new Refusal(isForged ? 'unauthorized' : 'invalid_request', error.message, { cause: error });
}
