import type { FaultSwitch } from './faults.ts';
import { seeOther } from './pages/frame.ts';
import { panelPage } from './pages/panel.ts';
import {
  type CaseDesk,
  type CaseReport,
  type Details,
  PAYMENT_EVENTS,
  type PaymentReport,
  type SimulatedGateway,
} from './simulated-gateway.ts';

/** Drives a sandbox: a page for people, and the same as JSON for tests. */
export function createPanel(gateway: SimulatedGateway, faults: FaultSwitch): (request: Request) => Promise<Response> {
  return async (request) => {
    const [resource = '', reference = '', action = ''] = new URL(request.url).pathname.split('/').slice(2);
    if (request.method === 'GET') return show(resource, decodeURIComponent(reference), action);
    if (request.method !== 'POST') return notFound();
    const details = await readDetails(request);
    switch (resource) {
      case 'faults':
        return answer(request, faults.change(details), 400);
      case 'merchants':
        return answer(request, gateway.register(details), 400);
      case 'payments':
        return change(request, find(decodeURIComponent(reference)), (report) => act(report, action, details));
      case 'refunds':
        return change(request, findByRefund(decodeURIComponent(reference)), () =>
          settleRefund(decodeURIComponent(reference), action),
        );
      default:
        return decide(request, resource, decodeURIComponent(reference), action);
    }
  };

  function show(resource: string, reference: string, action: string): Response {
    if (!resource) return panelPage(gateway, faults.current);
    if (resource === 'faults') return Response.json(faults.current);
    const reports = resource === 'payments' ? gateway.reports() : deskOf(resource)?.reports();
    if (!reports || action) return notFound();
    if (!reference) return Response.json({ [resource]: reports });
    const report = reports.find((one) => one.reference === reference);
    return report ? Response.json(report) : notFound();
  }

  function decide(request: Request, resource: string, reference: string, outcome: string): Response {
    const desk = deskOf(resource);
    const findCase = (): CaseReport | undefined => desk?.reports().find((one) => one.reference === reference);
    if (!desk || !findCase()) return notFound();
    const isDone = Object.hasOwn(desk.outcomes, outcome) && desk.settle(reference, outcome);
    return answer(request, isDone ? (findCase() ?? null) : null, 409);
  }

  function deskOf(resource: string): CaseDesk | undefined {
    const { desks = {} } = gateway;
    return Object.hasOwn(desks, resource) ? desks[resource] : undefined;
  }

  function change(
    request: Request,
    report: PaymentReport | undefined,
    perform: (report: PaymentReport) => boolean,
  ): Response {
    if (!report) return notFound();
    const isDone = perform(report);
    return answer(request, isDone ? findByGatewayReference(report) : null, 409);
  }

  function act({ gatewayReference }: PaymentReport, action: string, { code }: Details): boolean {
    if (action === 'notify') return gateway.notify(gatewayReference);
    const event = PAYMENT_EVENTS.find((name) => name === action);
    if (!event) return gateway.actOwn?.(gatewayReference, action) ?? false;
    return gateway.act(
      gatewayReference,
      event,
      gateway.declineCodes.find((one) => one === code),
    );
  }

  function settleRefund(reference: string, action: string): boolean {
    return (action === 'succeed' || action === 'fail') && gateway.settleRefund(reference, action);
  }

  function find(reference: string): PaymentReport | undefined {
    return gateway.reports().find((report) => report.reference === reference);
  }

  function findByRefund(reference: string): PaymentReport | undefined {
    return gateway.reports().find(({ refunds }) => refunds.some((refund) => refund.reference === reference));
  }

  function findByGatewayReference({ gatewayReference }: PaymentReport): PaymentReport | null {
    return gateway.reports().find((report) => report.gatewayReference === gatewayReference) ?? null;
  }
}

async function readDetails(request: Request): Promise<Details> {
  const text = await request.text();
  if (!/^application\/json\b/.test(request.headers.get('content-type') ?? '')) {
    return Object.fromEntries(new URLSearchParams(text));
  }
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null ? (body as Details) : {};
  } catch {
    return {};
  }
}

/** A browser's form goes back to the page, anything else gets JSON. Null is what could not be done. */
function answer(request: Request, result: object | null, refusal: number): Response {
  if (request.headers.get('accept')?.includes('text/html')) return seeOther('/panel');
  if (!result) return Response.json({ error: 'This cannot be done.' }, { status: refusal });
  return Response.json(result);
}

function notFound(): Response {
  return Response.json({ error: 'There is nothing here.' }, { status: 404 });
}
