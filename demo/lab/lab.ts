import type { View } from '../shop/pages/frame.ts';
import { DEVICES, type LabDevice } from './devices.ts';
import { explain } from './explain.ts';
import { labPage } from './pages/lab.ts';
import { singlePage } from './pages/single-page.ts';
import { parseSignals } from './parse-signals.ts';

export interface LabOptions {
  /** Orders something, and answers the order's id. */
  readonly placeOrder: () => string;
  /** The page of an order, or undefined where there is no such order. */
  readonly showOrder: (view: View, id: string) => Promise<Response | undefined>;
}

/** Both answer undefined where there is nothing of the lab's. */
export interface Lab {
  get(view: View): Promise<Response | undefined>;
  post(request: Request): Promise<Response | undefined>;
}

/** The device lab, under `/lab`: what `detectDevice` makes of a device and why, and the shop as many devices see it. */
export function createLab({ placeOrder, showOrder }: LabOptions): Lab {
  return {
    async get(view) {
      if (view.path === '/lab') return labPage(view);
      const { device, shop, orderId } = placeAt(view.path);
      if (!device) return undefined;
      const disguised = { ...view, disguise: device.signals };
      if (shop === 'single-page' && !orderId) return singlePage(disguised);
      return shop === 'orders' && orderId ? showOrder(disguised, orderId) : undefined;
    },
    async post(request) {
      const { pathname } = new URL(request.url);
      if (pathname === '/lab/explanations') return answer(request);
      const { device, shop, orderId } = placeAt(pathname);
      if (!device || orderId) return undefined;
      const location = `${pathname}${shop === 'single-page' ? '#/orders' : ''}/${placeOrder()}`;
      return new Response(null, { status: 303, headers: { Location: location, 'Cache-Control': 'no-store' } });
    },
  };
}

interface Place {
  readonly device?: LabDevice | undefined;
  readonly shop?: string | undefined;
  readonly orderId?: string | undefined;
}

/** `/lab/{device}/orders/{order}` and `/lab/{device}/single-page`, which tells its orders apart by itself. */
function placeAt(path: string): Place {
  const [, id, shop, orderId] = /^\/lab\/([\w-]+)\/(orders|single-page)(?:\/([\w-]+))?$/.exec(path) ?? [];
  return { device: DEVICES.find((device) => device.id === id), shop, orderId };
}

async function answer(request: Request): Promise<Response> {
  const signals = parseSignals(await request.json().catch(() => null));
  return signals ? Response.json(explain(signals)) : new Response('Send the signals of a device.', { status: 400 });
}
