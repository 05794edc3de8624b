import { IDEMPOTENCY_KEY } from '../protocol/routes.ts';
import { Refusal } from './errors.ts';
import type { Kit } from './kit.ts';

/**
 * Refuses pages of origins that are not allowed. A request without an origin is not a page's, or is a page's own GET:
 * it passes, unless the browser says that it comes from elsewhere.
 *
 * @throws {Refusal} `origin_not_allowed`.
 */
export function assertOrigin(kit: Kit, request: Request): void {
  const origin = request.headers.get('origin');
  const isForeign = origin ? !kit.allowedOrigins.has(origin) : request.headers.get('sec-fetch-site') === 'cross-site';
  if (isForeign)
    throw new Refusal('origin_not_allowed', `Add this page's origin to "allowedOrigins" to let it pay here.`);
}

/** Lets the asking page read the answer, if its origin is allowed. Never `*`: the answer is for one page. */
export function withCors(kit: Kit, request: Request, response: Response): Response {
  const origin = request.headers.get('origin');
  response.headers.append('vary', 'Origin');
  if (!origin || !kit.allowedOrigins.has(origin)) return response;
  response.headers.set('access-control-allow-origin', origin);
  response.headers.set('access-control-allow-credentials', 'true');
  response.headers.set('access-control-expose-headers', 'ETag, Retry-After');
  return response;
}

/** The answer to a preflight. */
export function preflight(kit: Kit, request: Request): Response {
  const headers = {
    'access-control-allow-methods': 'GET, POST',
    'access-control-allow-headers': `Authorization, Content-Type, ${IDEMPOTENCY_KEY}, If-None-Match`,
    'access-control-max-age': '600',
  };
  return withCors(kit, request, new Response(null, { status: 204, headers }));
}
