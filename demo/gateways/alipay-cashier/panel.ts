import type { Courier } from './courier.ts';
import { changeFaults, type Faults } from './faults.ts';
import type { Journal } from './journal.ts';
import type { Ledger } from './ledger.ts';
import type { Merchants } from './merchants.ts';
import { addresses } from './messages.ts';
import { panelPage } from './pages/panel.ts';
import { seeOther } from './pages/frame.ts';
import type { Payment } from './payment.ts';
import type { PaymentReport } from './payment-report.ts';
import { DECLINE_CODES } from './results.ts';

export interface PanelOptions {
  readonly origin: string;
  readonly gatewayPublicKey: string;
  readonly ledger: Ledger;
  readonly journal: Journal;
  readonly courier: Courier;
  readonly merchants: Merchants;
  readonly faults: { current: Faults };
}

/** Drives the sandbox: a page for people, and the same as JSON for tests. */
export function createPanel(options: PanelOptions): (request: Request) => Promise<Response> {
  const { ledger, courier, journal, merchants, faults } = options;

  return async (request) => {
    const [resource = '', id = '', action = ''] = new URL(request.url).pathname.split('/').slice(2);
    const method = request.method;
    if (method === 'GET' && !resource) {
      return panelPage({ payments: reports(), faults: faults.current, failures: journal.failures() });
    }
    if (method === 'GET' && resource === 'payments' && !id) return Response.json({ payments: reports() });
    if (method === 'GET' && resource === 'payments' && !action) return answer(request, reports().find(isCalled(id)));
    if (method === 'GET' && resource === 'faults') return Response.json(faults.current);
    if (method !== 'POST') return notFound();
    const body = await readBody(request);
    if (resource === 'faults') return answer(request, setFaults(body), 400);
    if (resource === 'merchants') return answer(request, register(body), 400);
    if (resource !== 'payments') return notFound();
    const payment = ledger.list().find(isCalled(id));
    if (!payment) return notFound();
    return answer(request, act(payment, action, body), 409);
  };

  function reports(): PaymentReport[] {
    return ledger.list().map((payment) => ({
      ...payment,
      walletUrl: addresses(options.origin, payment).wallet,
      calls: journal.count(payment.paymentRequestId),
      messages: journal.about(payment.paymentRequestId),
      notifications: courier.deliveries(payment),
    }));
  }

  function act(payment: Payment, action: string, body: Body): PaymentReport | undefined {
    if (!perform(payment, action, body)) return undefined;
    return reports().find(isCalled(payment.paymentRequestId));
  }

  function perform(payment: Payment, action: string, body: Body): boolean {
    switch (action) {
      case 'approve':
      case 'pend':
      case 'expire':
        return ledger.apply(payment, { type: action }) !== null;
      case 'decline': {
        const code = DECLINE_CODES.find((one) => one === body['code']) ?? DECLINE_CODES[0];
        return ledger.apply(payment, { type: 'decline', code }) !== null;
      }
      case 'notify':
        return courier.repeat(payment);
      default:
        return false;
    }
  }

  function setFaults(body: Body): Faults | undefined {
    const changed = changeFaults(faults.current, body);
    if (changed) faults.current = changed;
    return changed ?? undefined;
  }

  function register({ clientId, publicKey, name }: Body): object | undefined {
    if (typeof clientId !== 'string' || typeof publicKey !== 'string' || !clientId) return undefined;
    try {
      merchants.register({ clientId, publicKey, name: typeof name === 'string' ? name : clientId });
    } catch {
      return undefined;
    }
    return { gatewayPublicKey: options.gatewayPublicKey };
  }
}

type Body = Readonly<Record<string, unknown>>;

const isCalled = (paymentRequestId: string) => (payment: Payment) => payment.paymentRequestId === paymentRequestId;

async function readBody(request: Request): Promise<Body> {
  const text = await request.text();
  if (!/^application\/json\b/.test(request.headers.get('content-type') ?? '')) {
    return Object.fromEntries(new URLSearchParams(text));
  }
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null ? (body as Body) : {};
  } catch {
    return {};
  }
}

/** A browser's form goes back to the page, anything else gets JSON. Undefined is what could not be done. */
function answer(request: Request, result: object | undefined, refusal = 404): Response {
  if (request.method === 'POST' && request.headers.get('accept')?.includes('text/html')) return seeOther('/panel');
  if (!result) return Response.json({ error: 'This cannot be done.' }, { status: refusal });
  return Response.json(result);
}

function notFound(): Response {
  return Response.json({ error: 'There is nothing here.' }, { status: 404 });
}
