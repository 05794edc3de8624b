import { alreadyAnswered } from './already-answered.ts';
import type { Attempt } from './attempt.ts';
import type { Backend } from './backend.ts';
import { httpBackend } from './http-backend.ts';
import type { HttpOptions } from './http-call.ts';
import type { SessionTarget } from './payment-session.ts';

/** Which checkout this is. Without a `backend` of the page's own it is the one that speaks the contract over HTTP. */
export interface PageTarget extends HttpOptions {
  readonly orderId: string;
  readonly backend: Backend | null;
}

/**
 * What the rest of a session is to go on with.
 *
 * @param begun - The attempt that this page has begun, if it has.
 * @param refusal - What its first try came to, if it came to nothing.
 */
export function handedOver(
  { backend: own, orderId, ...http }: PageTarget,
  begun: Attempt | null,
  refusal: unknown,
): SessionTarget {
  const backend = own ?? httpBackend(http);
  return {
    orderId,
    endpoint: http.endpoint,
    isBegunHere: begun !== null,
    backend: refusal ? alreadyAnswered(backend, refusal) : backend,
  };
}
