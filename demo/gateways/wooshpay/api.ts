import type { Account } from './account.ts';
import type { Accounts } from './accounts.ts';
import { routeOf } from './calls.ts';
import type { Office } from './office.ts';
import { Refusal } from './refusal.ts';

/**
 * The merchant API: verifies who calls, and performs what is asked.
 *
 * @throws {Refusal} where it will not, since how that is told differs from account to account.
 */
export function createApi(accounts: Accounts, office: Office): (request: Request) => Promise<Response> {
  return async (request) => {
    const { pathname, searchParams: query } = new URL(request.url);
    const account = identify(request, accounts);
    if (account.behaviour === 'rate_limited') throw new Refusal('rate_limited', 'Too many requests. Back off.');
    const routed = routeOf(request.method, pathname);
    if (!routed) throw new Refusal('resource_missing', `Unrecognized request URL: ${request.method} ${pathname}.`);
    const body = request.method === 'POST' ? await readBody(request) : undefined;
    return Response.json(routed.perform({ account, id: routed.id, body, query }, office));
  };
}

function identify({ headers }: Request, accounts: Accounts): Account {
  const authorization = headers.get('authorization');
  const account = accounts.byAuthorization(authorization);
  if (account) return account;
  if (accounts.isPublishable(authorization)) {
    throw new Refusal('api_key_not_permitted', 'This call needs the secret key.');
  }
  throw new Refusal('api_key_invalid', 'Invalid API key provided.');
}

async function readBody(request: Request): Promise<unknown> {
  const text = await request.text();
  // Some calls, as to expire a session, need no body at all.
  if (text === '') return {};
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? '')) {
    throw new Refusal('body_not_json', 'Content-Type must be application/json.');
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal('body_not_json', 'The body is not JSON.');
  }
}
