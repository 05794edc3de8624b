import { readFileSync } from 'node:fs';
import { createCounter } from './counter.ts';
import type { FaultSwitch } from './faults.ts';
import { seeOther } from './pages/frame.ts';
import { createPanel } from './panel.ts';
import type { Schedule } from './schedule.ts';
import type { SimulatedGateway } from './simulated-gateway.ts';

export interface ServeOptions {
  readonly origin: string;
  readonly gateway: SimulatedGateway;
  readonly faults: FaultSwitch;
  readonly schedule: Schedule;
  /** The first parts of the paths under which the gateway's API lives. */
  readonly apiAreas: readonly string[];
  readonly api: (request: Request) => Promise<Response>;
  /** Stands before the API, also while that is slow: it may answer by itself, or `proceed`. Default: proceeds. */
  readonly guard?: (request: Request, proceed: (request: Request) => Promise<Response>) => Promise<Response>;
  /** Lets the shopper's decision happen. */
  readonly decide: (code: string, decision: 'approve' | 'decline') => void;
}

/** Everything of a sandbox under one origin: the API with its faults, the shopper's pages and the panel. */
export function serve(options: ServeOptions): (request: Request) => Promise<Response> {
  const { gateway, faults, schedule, apiAreas, api, guard = (request, proceed) => proceed(request) } = options;
  const counter = createCounter(options);
  const panel = createPanel(gateway, faults);

  async function callApi(request: Request): Promise<Response> {
    const { gateway: fault, delayMs } = faults.current;
    if (fault === 'down') return new Response(null, { status: 503 });
    const response = await guard(request, async (admitted) => {
      if (fault === 'slow') await new Promise<void>((resolve) => schedule(delayMs, resolve));
      return api(admitted);
    });
    return fault === 'lost' ? new Response(null, { status: 504 }) : response;
  }

  return async (request) => {
    const { pathname } = new URL(request.url);
    const [, area = ''] = pathname.split('/');
    if (apiAreas.includes(area)) return callApi(request);
    switch (area) {
      case 'wallet':
      case 'cashier':
      case 'qr':
        return counter(request);
      case 'panel':
        return panel(request);
      case 'assets':
        return asset(pathname);
      case '':
        return seeOther('/panel');
      default:
        return new Response('Not found', { status: 404 });
    }
  };
}

const ASSETS: Readonly<Record<string, string>> = {
  '/assets/wallet.css': 'text/css',
  '/assets/cashier.js': 'text/javascript',
  '/assets/panel.css': 'text/css',
  '/assets/panel.js': 'text/javascript',
};

function asset(pathname: string): Response {
  const type = ASSETS[pathname];
  if (!type) return new Response('Not found', { status: 404 });
  return new Response(readFileSync(new URL(`.${pathname}`, import.meta.url)), {
    headers: { 'Content-Type': `${type}; charset=utf-8`, 'Cache-Control': 'no-cache' },
  });
}
