import type { View } from '../shop/pages/frame.ts';
import { DEVICES } from './devices.ts';
import { explain } from './explain.ts';
import { labPage } from './pages/lab.ts';
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
      const [deviceId, orderId] = orderOn(view.path);
      const device = DEVICES.find(({ id }) => id === deviceId);
      if (device && orderId) return showOrder({ ...view, disguise: device.signals }, orderId);
      return view.path === '/lab' ? labPage(view) : undefined;
    },
    async post(request) {
      const { pathname } = new URL(request.url);
      if (pathname === '/lab/explanations') return answer(request);
      const device = DEVICES.find(({ id }) => pathname === `/lab/${id}/orders`);
      if (!device) return undefined;
      const location = `/lab/${device.id}/orders/${placeOrder()}`;
      return new Response(null, { status: 303, headers: { Location: location, 'Cache-Control': 'no-store' } });
    },
  };
}

/** `/lab/{device}/orders/{order}` */
function orderOn(path: string): readonly (string | undefined)[] {
  return /^\/lab\/([\w-]+)\/orders\/([\w-]+)$/.exec(path)?.slice(1) ?? [];
}

async function answer(request: Request): Promise<Response> {
  const signals = parseSignals(await request.json().catch(() => null));
  return signals ? Response.json(explain(signals)) : new Response('Send the signals of a device.', { status: 400 });
}
