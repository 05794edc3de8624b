import { expect, fixture, html } from '@open-wc/testing';
import { http, HttpResponse, sse } from 'msw';
import { setupWorker } from 'msw/browser';
import '../../src/index.ts';
import type { AlipayCheckout } from '../../src/element/alipay-checkout.ts';
import type { Action, Payment } from '../../src/protocol/payment.ts';
import { anAction, aPayment, aSnapshot, TOKEN } from '../support/payments.ts';
import { waitUntil } from '../support/wait-until.ts';

const worker = setupWorker();

before(() => worker.start({ quiet: true, onUnhandledFrame: 'bypass' }));
after(() => worker.stop());
beforeEach(() => localStorage.clear());
afterEach(() => {
  worker.resetHandlers();
  // WebKit holds a stream back until it is closed, and an open one would keep the worker from stopping.
  for (const client of clients) client.close();
  clients.clear();
});

interface StreamClient {
  send(message: { event: string; data: string; id: string }): void;
  close(): void;
}
const clients = new Set<StreamClient>();

/** The endpoint as the contract has it, with one payment that a test moves along. */
function aServer({ action = anAction() } = {}) {
  const server = {
    snapshot: aSnapshot({}, action),
    requests: [] as { path: string; body?: unknown; authorization: string | null }[],
    push: (_payment: Partial<Payment>, _action?: Action | null) => {},
  };
  const note = async (request: Request) => {
    const path = new URL(request.url).pathname;
    const body: unknown = request.method === 'POST' ? await request.json().catch(() => undefined) : undefined;
    server.requests.push({ path, body, authorization: request.headers.get('authorization') });
  };
  const answer = async ({ request }: { request: Request }) => {
    await note(request);
    return HttpResponse.json(server.snapshot);
  };
  const message = () => ({
    event: 'payment',
    id: String(server.snapshot.payment.version),
    data: JSON.stringify(server.snapshot),
  });
  server.push = (payment, next = null) => {
    const { version } = server.snapshot.payment;
    server.snapshot = {
      payment: { ...server.snapshot.payment, ...payment, version: version + 1 },
      action: next,
    };
    for (const client of clients) client.send(message());
  };
  worker.use(
    http.post('/alipay/payments', async ({ request }) => {
      await note(request);
      return HttpResponse.json({ ...server.snapshot, token: TOKEN }, { status: 201 });
    }),
    sse<{ payment: string }>('/alipay/payments/:id/events', ({ client }) => {
      clients.add(client as never);
      client.send(message() as never);
    }),
    http.get('/alipay/payments/:id', answer),
    http.post('/alipay/payments/:id/check', answer),
    http.post('/alipay/payments/:id/cancel', async ({ request }) => {
      await note(request);
      server.push({ status: 'voided', reason: 'cancelled_by_shopper' });
      return HttpResponse.json(server.snapshot);
    }),
  );
  return server;
}

async function setup(presentation: 'qr' | 'redirect' | 'both' = 'qr') {
  const checkout = await fixture<AlipayCheckout>(
    html`<alipay-checkout
      endpoint="/alipay"
      order-id="A-1001"
      presentation=${presentation}
      locale="en"
    ></alipay-checkout>`,
  );
  const events: Event[] = [];
  for (const type of ['processing', 'success', 'voided', 'failed', 'error', 'redirect', 'qr']) {
    checkout.addEventListener(`alipay-${type}`, (event) => {
      events.push(event);
      // A test must not leave its own page.
      if (type === 'redirect') event.preventDefault();
    });
  }
  const part = (name: string) => checkout.shadowRoot!.querySelector<HTMLElement>(`[part="${name}"]:not([hidden])`);
  const reach = (phase: string) =>
    waitUntil(() => checkout.state.phase === phase, `never ${phase}, still ${checkout.state.phase}`);
  const types = () => events.map(({ type }) => type);
  return { checkout, part, reach, events, types };
}

describe('a payment by QR code', () => {
  it('goes from the click to the code to the success, and says so', async () => {
    const server = aServer();
    const { part, reach, types, checkout } = await setup();
    part('button')!.click();
    await waitUntil(() => part('qr'), 'the QR code never appeared');
    expect(server.requests[0]!.body).to.deep.include({ orderId: 'A-1001', terminal: 'WEB', locale: 'en' });
    expect(JSON.stringify(server.requests[0]!.body)).not.to.contain('1314');
    server.push({ status: 'success', reason: 'captured' });
    await reach('success');
    await checkout.updateComplete;
    expect(part('title')!.textContent).to.equal('Paid');
    expect(types()).to.deep.equal(['alipay-qr', 'alipay-success']);
  });

  it('makes one payment of two clicks', async () => {
    const server = aServer();
    const { part, reach } = await setup();
    part('button')!.click();
    part('button')!.click();
    await reach('awaiting');
    expect(server.requests.filter(({ path }) => path === '/alipay/payments')).to.have.lengthOf(1);
  });

  it('shows a refusal in its own words and tries again with a new payment', async () => {
    const server = aServer();
    const { part, reach, types, checkout } = await setup();
    part('button')!.click();
    await reach('awaiting');
    server.push({ status: 'failed', reason: 'declined' });
    await reach('failed');
    await checkout.updateComplete;
    expect(part('title')!.textContent).to.equal('Alipay declined this payment');
    expect(types()).to.include('alipay-failed');
    server.snapshot = aSnapshot({ id: 'second0123456789abcdefgh' });
    part('button')!.click();
    await waitUntil(() => checkout.payment?.id === 'second0123456789abcdefgh', 'no second payment');
  });

  it('cancels at the server before it says that it is cancelled', async () => {
    const server = aServer();
    const { part, reach, types } = await setup();
    part('button')!.click();
    await reach('awaiting');
    part('secondary-button')!.click();
    await reach('voided');
    expect(server.requests.at(-1)!).to.deep.include({
      path: `/alipay/payments/${aPayment().id}/cancel`,
      authorization: `Bearer ${TOKEN}`,
    });
    expect(types()).to.include('alipay-voided');
  });

  it('offers a new code for the same order when the old one has expired', async () => {
    const server = aServer();
    const { part, reach, checkout } = await setup();
    part('button')!.click();
    await reach('awaiting');
    server.push({ status: 'voided', reason: 'expired' });
    await reach('voided');
    await checkout.updateComplete;
    expect(part('button')!.textContent).to.contain('Get a new code');
    server.snapshot = aSnapshot({ id: 'second0123456789abcdefgh' }, { qrCode: { data: 'second' } });
    part('button')!.click();
    await waitUntil(() => part('qr'), 'no new code');
    const creates = server.requests.filter(({ path }) => path === '/alipay/payments');
    expect(creates.map(({ body }) => (body as { orderId: string }).orderId)).to.deep.equal(['A-1001', 'A-1001']);
  });

  it('replaces a code that is about to expire, once the old one can no longer be paid', async () => {
    const server = aServer();
    server.snapshot = aSnapshot({ expiresAt: new Date(Date.now() + 50_000).toISOString() });
    const { part, reach, types, checkout } = await setup();
    part('button')!.click();
    await reach('awaiting');
    await checkout.updateComplete;
    worker.use(
      http.post('/alipay/payments/:id/cancel', () => {
        const voided = aSnapshot({ version: 2, status: 'voided', reason: 'cancelled_by_shopper' }, null);
        server.snapshot = aSnapshot({ id: 'second0123456789abcdefgh' }, { qrCode: { data: 'second' } });
        return HttpResponse.json(voided);
      }),
    );
    part('button')!.click();
    await waitUntil(() => checkout.payment?.id === 'second0123456789abcdefgh', 'no second payment');
    await waitUntil(() => types().filter((type) => type === 'alipay-qr').length === 2, 'no second code');
    expect(types()).not.to.include('alipay-voided');
  });

  it('says so when the endpoint refuses, and starts over on Try again', async () => {
    aServer();
    let refused = false;
    worker.use(
      http.post('/alipay/payments', () => {
        if (refused) return undefined;
        refused = true;
        return HttpResponse.json({ code: 'gateway_rejected', retryable: false, title: 'No' }, { status: 502 });
      }),
    );
    const { part, reach, events, checkout } = await setup();
    part('button')!.click();
    await reach('error');
    await checkout.updateComplete;
    expect(part('note')!.textContent).to.contain('gateway_rejected');
    expect(events[0]).to.have.nested.property('error.code', 'gateway_rejected');
    part('button')!.click();
    await reach('awaiting');
  });
});

describe('a payment on a phone', () => {
  it('sends the shopper to the address of the gateway on the click', async () => {
    aServer();
    const { part, events } = await setup('redirect');
    part('button')!.click();
    await waitUntil(() => events.length > 0, 'no redirect');
    expect(events[0]).to.have.property('type', 'alipay-redirect');
    expect(events[0]).to.have.property('url', 'https://wallet.example/pay?id=1');
  });

  it('opens Alipay again when asked', async () => {
    aServer();
    const { part, reach, types, checkout } = await setup('redirect');
    part('button')!.click();
    await reach('awaiting');
    await checkout.updateComplete;
    part('button')!.click();
    expect(types()).to.deep.equal(['alipay-redirect', 'alipay-redirect']);
  });

  it('refuses an address that would run script in the page', async () => {
    aServer({ action: { redirect: { url: 'javascript:document.title="owned"', method: 'GET' } } });
    const { part, reach, events } = await setup('redirect');
    part('button')!.click();
    await reach('error');
    expect(events.map(({ type }) => type)).to.deep.equal(['alipay-error']);
    expect(events[0]).to.have.nested.property('error.code', 'unsafe_address');
    expect(document.title).not.to.equal('owned');
  });
});

describe('coming back', () => {
  const id = aPayment().id;
  const here = location.href;
  afterEach(() => history.replaceState(null, '', here));

  it('takes the ticket out of the address and shows what has become of the payment', async () => {
    const server = aServer();
    server.snapshot = aSnapshot({ status: 'success', reason: 'captured' }, null);
    history.replaceState(null, '', `?wtr=1&alipay_return=${id}.ticket-0123456789abcdef`);
    const { reach, types } = await setup('redirect');
    expect(location.href).not.to.contain('alipay_return');
    expect(location.search).to.equal('?wtr=1');
    await reach('success');
    expect(server.requests[0]!.authorization).to.equal('Bearer ticket-0123456789abcdef');
    expect(types()).to.include('alipay-success');
  });

  it('begins with the payment that the page was rendered with, without a request to create one', async () => {
    const server = aServer();
    const checkout = await fixture<AlipayCheckout>(
      html`<alipay-checkout endpoint="/alipay" order-id="A-1001" presentation="qr" locale="en">
        <script type="application/json">
          ${JSON.stringify({ ...server.snapshot, token: TOKEN })}
        </script>
      </alipay-checkout>`,
    );
    await waitUntil(() => checkout.shadowRoot!.querySelector('[part=qr]'), 'no code');
    expect(server.requests.filter(({ path }) => path === '/alipay/payments')).to.deep.equal([]);
  });

  it('goes on with its payment when it is moved in the document', async () => {
    const server = aServer();
    const { part, reach, checkout } = await setup();
    part('button')!.click();
    await reach('awaiting');
    const elsewhere = await fixture<HTMLElement>(html`<section></section>`);
    elsewhere.append(checkout);
    server.push({ status: 'success', reason: 'captured' });
    await reach('success');
  });
});

describe('what a page gets wrong', () => {
  for (const [attribute, markup] of [
    ['endpoint', html`<alipay-checkout order-id="A-1001"></alipay-checkout>`],
    ['order-id', html`<alipay-checkout endpoint="/alipay"></alipay-checkout>`],
    [
      'return-url',
      html`<alipay-checkout endpoint="/alipay" order-id="A-1001" return-url="https://"></alipay-checkout>`,
    ],
  ] as const) {
    it(`ends in a state, with a message for the developer: ${attribute}`, async () => {
      const checkout = await fixture<AlipayCheckout>(markup);
      const errors: { code: string; message: string }[] = [];
      checkout.addEventListener('alipay-error', ({ error }) => errors.push(error));
      checkout.start();
      await checkout.updateComplete;
      expect(checkout.state.phase).to.equal('error');
      expect(errors[0]!.code).to.equal('invalid_options');
      expect(errors[0]!.message).to.contain(attribute);
    });
  }

  it('follows the other order when the order changes under way', async () => {
    const server = aServer();
    const { part, reach, checkout } = await setup();
    part('button')!.click();
    await reach('awaiting');
    checkout.orderId = 'A-1002';
    await checkout.updateComplete;
    expect(checkout.state.phase).to.equal('idle');
    expect(server.requests.some(({ path }) => path.endsWith('/cancel'))).to.equal(false);
    checkout.orderId = 'A-1001';
    await reach('awaiting');
  });
});
