import { assertOrigin, preflight, withCors } from './cors.ts';
import { Refusal } from './errors.ts';
import { problem } from './http.ts';
import type { Kit } from './kit.ts';
import { basePath } from './public-url.ts';
import { cancel } from './routes/cancel.ts';
import { check } from './routes/check.ts';
import { create } from './routes/create.ts';
import { events } from './routes/events.ts';
import { notifications } from './routes/notifications.ts';
import { listRefunds, refund } from './routes/refunds.ts';
import { retrieve } from './routes/retrieve.ts';
import type { Route } from './routes/route.ts';
import { wallets } from './routes/wallets.ts';

interface Endpoint {
  readonly method: 'GET' | 'POST';
  readonly path: RegExp;
  readonly route: Route;
  /** Called by a gateway's server, not by a page: no origin to check. */
  readonly isOpen?: boolean;
}

const ENDPOINTS: readonly Endpoint[] = [
  { method: 'POST', path: /^\/payments$/, route: create },
  { method: 'GET', path: /^\/payments\/([A-Za-z0-9]{1,64})$/, route: retrieve },
  { method: 'GET', path: /^\/payments\/([A-Za-z0-9]{1,64})\/events$/, route: events },
  { method: 'POST', path: /^\/payments\/([A-Za-z0-9]{1,64})\/check$/, route: check },
  { method: 'POST', path: /^\/payments\/([A-Za-z0-9]{1,64})\/cancel$/, route: cancel },
  { method: 'POST', path: /^\/payments\/([A-Za-z0-9]{1,64})\/refunds$/, route: refund },
  { method: 'GET', path: /^\/payments\/([A-Za-z0-9]{1,64})\/refunds$/, route: listRefunds },
  { method: 'POST', path: /^\/wallets$/, route: wallets },
  { method: 'POST', path: /^\/notifications\/([a-z0-9-]{1,32})$/, route: notifications, isOpen: true },
];

/** Answers every request of the contract. Never throws. */
export async function handle(kit: Kit, request: Request, socketAddress?: string): Promise<Response> {
  try {
    const path = pathBelow(kit, new URL(request.url).pathname);
    const here = ENDPOINTS.filter((endpoint) => endpoint.path.test(path));
    if (request.method === 'OPTIONS') return preflight(kit, request);
    const endpoint = here.find(({ method }) => method === request.method);
    if (!endpoint) throw notServed(here);
    if (!endpoint.isOpen) assertOrigin(kit, request);
    const [, id = ''] = endpoint.path.exec(path) ?? [];
    const clientAddress = kit.clientAddress(request, socketAddress);
    return withCors(kit, request, await endpoint.route(kit, { request, id, clientAddress }));
  } catch (error) {
    return withCors(kit, request, problem(kit, error));
  }
}

/** The path below the mount point, whether or not whoever mounted the handler has already taken that off. */
function pathBelow(kit: Kit, pathname: string): string {
  const base = basePath(kit);
  return pathname.startsWith(`${base}/`) ? pathname.slice(base.length) : pathname;
}

function notServed(here: readonly Endpoint[]): Refusal {
  if (here.length === 0) return new Refusal('invalid_request', 'There is nothing at this address.', { status: 404 });
  const methods = here.map(({ method }) => method).join(', ');
  return new Refusal('invalid_request', `This address takes ${methods}.`, { status: 405 });
}
