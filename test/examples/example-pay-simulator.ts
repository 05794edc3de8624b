import { createHmac, randomUUID } from 'node:crypto';
import type { Move } from 'alipay-checkout/testing/gateway';

interface Charge {
  readonly id: string;
  readonly reference: string;
  readonly cents: number;
  readonly currency: string;
  readonly notifyUrl: string;
  readonly pay_url: string;
  state: 'open' | 'paid' | 'refused' | 'closed';
  readonly returns: Return[];
}

interface Return {
  readonly id: string;
  readonly reference: string;
  readonly cents: number;
  state: 'under_way' | 'done' | 'failed';
}

const SECRET_KEY = 'secret-key-of-example-pay';
const NOTIFICATION_KEY = 'notification-key-of-example-pay';

/** Example Pay, as its manual would have it. Shares no code with the adapter. */
export function createExamplePay(deliver: (request: Request) => Promise<Response>) {
  const charges: Charge[] = [];
  const sending = new Set<Promise<unknown>>();

  const notify = (url: string, news: object): void => {
    const body = JSON.stringify(news);
    const headers = { 'example-signature': createHmac('sha256', NOTIFICATION_KEY).update(body).digest('hex') };
    const sent = deliver(new Request(url, { method: 'POST', headers, body })).finally(() => sending.delete(sent));
    sending.add(sent);
  };
  const shown = ({ returns: _returns, notifyUrl: _notifyUrl, ...charge }: Charge) => charge;
  const find = (reference: string) => charges.find((charge) => charge.reference === reference);

  async function answer(request: Request): Promise<Response> {
    if (request.headers.get('authorization') !== `Bearer ${SECRET_KEY}`) return new Response(null, { status: 401 });
    const url = new URL(request.url);
    const reference = url.searchParams.get('reference') ?? '';
    const [, , id, what] = url.pathname.split('/');
    const charge = charges.find((one) => one.id === id);
    if (request.method === 'GET') {
      if (!what) return Response.json(charges.filter((one) => one.reference === reference).map(shown));
      return Response.json(charge?.returns.filter((one) => one.reference === reference) ?? []);
    }
    const body = (await request.json()) as Record<string, unknown>;
    if (!id) return Response.json(shown(find(String(body['reference'])) ?? open(body)));
    if (!charge) return refuse('unknown_charge');
    return what === 'close' ? close(charge) : giveBack(charge, body);
  }

  function open({ reference, cents, currency, notifyUrl }: Record<string, unknown>): Charge {
    const id = randomUUID();
    const charge: Charge = {
      id,
      reference: String(reference),
      cents: Number(cents),
      currency: String(currency),
      notifyUrl: String(notifyUrl),
      pay_url: `https://pay.example-pay.example/${id}`,
      state: 'open',
      returns: [],
    };
    charges.push(charge);
    return charge;
  }

  function close(charge: Charge): Response {
    if (charge.state !== 'open') return refuse('not_open');
    charge.state = 'closed';
    return Response.json(shown(charge));
  }

  function giveBack(charge: Charge, { reference, cents }: Record<string, unknown>): Response {
    const known = charge.returns.find((one) => one.reference === reference);
    if (known) return Response.json(known);
    const gone = charge.returns.reduce((sum, one) => (one.state === 'failed' ? sum : sum + one.cents), 0);
    if (charge.state !== 'paid' || gone + Number(cents) > charge.cents) return refuse('too_much');
    const made: Return = { id: randomUUID(), reference: String(reference), cents: Number(cents), state: 'under_way' };
    charge.returns.push(made);
    return Response.json(made);
  }

  return {
    keys: { secretKey: SECRET_KEY, notificationKey: NOTIFICATION_KEY },
    fetch: (input: RequestInfo | URL, init?: RequestInit) => answer(new Request(input, init)),

    async move(reference: string, to: Move): Promise<boolean> {
      const charge = find(reference);
      const state = ({ paid: 'paid', declined: 'refused', expired: 'closed' } as const)[to as 'paid'];
      const canMove = charge?.state === 'open' || (to === 'paid' && charge?.state !== 'paid');
      if (!charge || !state || !canMove) return false;
      charge.state = state;
      notify(charge.notifyUrl, { charge: shown(charge) });
      return true;
    },

    async endRefund(reference: string, as: 'success' | 'failed'): Promise<boolean> {
      const charge = charges.find(({ returns }) => returns.some((one) => one.reference === reference));
      const made = charge?.returns.find((one) => one.reference === reference);
      if (!charge || made?.state !== 'under_way') return false;
      made.state = as === 'success' ? 'done' : 'failed';
      notify(charge.notifyUrl, { return: made });
      return true;
    },

    returned: async (reference: string): Promise<number> =>
      (find(reference)?.returns ?? []).reduce((sum, { state, cents }) => (state === 'done' ? sum + cents : sum), 0),

    count: async (reference: string): Promise<number> =>
      charges.filter((one) => one.reference === reference && (one.state === 'open' || one.state === 'paid')).length,

    async settled(): Promise<void> {
      while (sending.size > 0) await Promise.allSettled(sending);
    },
  };
}

function refuse(code: string): Response {
  return Response.json({ code }, { status: 422 });
}
