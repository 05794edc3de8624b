import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Created, parseSnapshot, type Snapshot } from '../../src/protocol/payment.ts';
import { rest } from '../../src/testing/clock.ts';
import { openShop, ORIGIN, problemOf, type Shop } from '../support/shop.ts';

/** Opens a payment's stream and collects what comes. */
async function follow(shop: Shop, { payment, token }: Created) {
  const response = await shop.send(`/payments/${payment.id}/events`, { headers: { authorization: `Bearer ${token}` } });
  const reader = response.body!.getReader();
  const state = { response, text: '', isDone: false, stop: () => reader.cancel() };
  void (async () => {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      state.text += new TextDecoder().decode(value);
    }
    state.isDone = true;
  })();
  await rest();
  return state;
}

function snapshots(text: string): Snapshot[] {
  return [...text.matchAll(/^event: payment\nid: (\d+)\ndata: (.*)\n\n/gm)].map(([, id, data]) => {
    const snapshot = parseSnapshot(JSON.parse(data!));
    assert.equal(snapshot.payment.version, Number(id));
    return snapshot;
  });
}

describe('GET /payments/{id}', () => {
  it('answers 304 to who has this version, and the payment to who has not', async () => {
    const shop = openShop();
    const created = await shop.created();
    const path = `/payments/${created.payment.id}`;
    const authorization = `Bearer ${created.token}`;
    const etag = (await shop.send(path, { headers: { authorization } })).headers.get('etag')!;
    const same = await shop.send(path, { headers: { authorization, 'if-none-match': etag } });
    assert.equal(same.status, 304);
    await shop.notify(created.payment.id, { outcome: 'processing' });
    const newer = await shop.send(path, { headers: { authorization, 'if-none-match': etag } });
    assert.equal(newer.status, 200);
  });

  it('never asks the gateway', async () => {
    const shop = openShop();
    const created = await shop.created();
    for (let n = 0; n < 5; n += 1) await shop.get(created);
    assert.deepEqual(
      shop.gateway.calls.map(({ call }) => call),
      ['create'],
    );
  });

  it('gives a wrong token, another payment’s token and an unknown id the same answer', async () => {
    const shop = openShop();
    shop.orders.set('A-2', { id: 'A-2', amount: { currency: 'USD', value: 500 } });
    const mine = await shop.created();
    const other = await shop.created({ body: { orderId: 'A-2' } });
    const asked: [string, string | null][] = [
      [mine.payment.id, 'x'.repeat(43)],
      [mine.payment.id, other.token],
      [mine.payment.id, null],
      ['Z'.repeat(24), mine.token],
    ];
    const answers = await Promise.all(
      asked.map(async ([id, token]) => {
        const response = await shop.send(
          `/payments/${id}`,
          token ? { headers: { authorization: `Bearer ${token}` } } : {},
        );
        return [response.status, await response.text()];
      }),
    );
    assert.equal(answers[0]?.[0], 401);
    for (const answer of answers) assert.deepEqual(answer, answers[0]);
  });

  it('closes a token after a week', async () => {
    const shop = openShop();
    const { payment, token } = await shop.created();
    await shop.clock.advance(7 * 24 * 60 * 60_000);
    const response = await shop.send(`/payments/${payment.id}`, { headers: { authorization: `Bearer ${token}` } });
    assert.equal(response.status, 401);
  });
});

describe('GET /payments/{id}/events', () => {
  it('begins with a snapshot, and sends every change at once', async () => {
    const shop = openShop();
    const created = await shop.created();
    const stream = await follow(shop, created);
    assert.equal(stream.response.headers.get('content-type'), 'text/event-stream');
    assert.equal(stream.response.headers.get('x-accel-buffering'), 'no');
    await shop.notify(created.payment.id, { outcome: 'processing' });
    await rest();
    const seen = snapshots(stream.text);
    assert.deepEqual(
      seen.map(({ payment }) => payment.reason),
      ['awaiting_action', 'processing'],
    );
    await stream.stop();
  });

  it('ends after success', async () => {
    const shop = openShop();
    const created = await shop.created();
    const stream = await follow(shop, created);
    await shop.notify(created.payment.id, { outcome: 'success' });
    await rest();
    assert.equal(snapshots(stream.text).at(-1)?.payment.status, 'success');
    assert.equal(stream.isDone, true);
  });

  it('stays open for two minutes after an end that can still turn', async () => {
    const shop = openShop();
    const created = await shop.created();
    const stream = await follow(shop, created);
    await shop.notify(created.payment.id, { outcome: 'expired' });
    await shop.clock.advance(119_000);
    assert.equal(stream.isDone, false);
    await shop.clock.advance(2_000);
    await rest();
    assert.equal(stream.isDone, true);
  });

  it('says every 15 s that it is alive, and then also shows what another process has changed', async () => {
    const shop = openShop();
    const created = await shop.created();
    const stream = await follow(shop, created);
    await shop.clock.advance(15_000);
    await rest();
    assert.match(stream.text, /\n:\n\n/);
    await stream.stop();
  });

  it('leaves nothing behind once the reader has gone', async () => {
    const shop = openShop();
    const created = await shop.created();
    const stream = await follow(shop, created);
    await stream.stop();
    await shop.notify(created.payment.id, { outcome: 'success' });
    await shop.clock.advance(60_000);
    assert.equal(shop.clock.pending, 0);
  });

  it('refuses more streams than the tabs of one shopper need', async () => {
    const shop = openShop();
    const created = await shop.created();
    const streams = [];
    for (let n = 0; n < 8; n += 1) streams.push(await follow(shop, created));
    const { payment, token } = created;
    const ninth = await shop.send(`/payments/${payment.id}/events`, { headers: { authorization: `Bearer ${token}` } });
    assert.equal(ninth.status, 429);
    for (const stream of streams) await stream.stop();
  });

  it('has a followed payment asked about at 5, 10, 20 and 40 s, then each minute, and no other', async () => {
    const shop = openShop();
    const created = await shop.created();
    const stream = await follow(shop, created);
    const inquiries = () => shop.gateway.calls.filter(({ call }) => call === 'retrieve').length;
    const seen: number[] = [];
    for (let second = 1; second <= 130; second += 1) {
      const before = inquiries();
      await shop.clock.advance(1_000);
      if (inquiries() > before) seen.push(second);
    }
    assert.deepEqual(seen, [5, 10, 20, 40, 60, 120]);
    await stream.stop();
    await shop.clock.advance(120_000);
    assert.equal(inquiries(), 6);
  });

  it('finds a payment whose notification was lost by asking', async () => {
    const shop = openShop();
    const created = await shop.created();
    const stream = await follow(shop, created);
    shop.gateway.move(created.payment.id, { outcome: 'success' });
    await shop.clock.advance(5_000);
    await rest();
    assert.equal(snapshots(stream.text).at(-1)?.payment.status, 'success');
  });
});

describe('POST /payments/{id}/check', () => {
  it('asks the gateway and answers what came of it', async () => {
    const shop = openShop();
    const created = await shop.created();
    shop.gateway.move(created.payment.id, { outcome: 'success' });
    const { payment } = (await (await shop.post('check', created)).json()) as Snapshot;
    assert.equal(payment.status, 'success');
  });

  it('asks once in 3 s, however often it is called', async () => {
    const shop = openShop();
    const created = await shop.created();
    const inquiries = () => shop.gateway.calls.filter(({ call }) => call === 'retrieve').length;
    for (let n = 0; n < 4; n += 1) assert.equal((await shop.post('check', created)).status, 200);
    assert.equal(inquiries(), 1);
    await shop.clock.advance(3_000);
    await shop.post('check', created);
    assert.equal(inquiries(), 2);
  });

  it('changes nothing where the gateway does not answer', async () => {
    const shop = openShop();
    const created = await shop.created();
    shop.gateway.faults.push('unknown');
    const { payment } = (await (await shop.post('check', created)).json()) as Snapshot;
    assert.equal(payment.version, created.payment.version);
  });
});

describe('POST /payments/{id}/cancel', () => {
  it('tells the gateway, and shows the payment as cancelled by the shopper', async () => {
    const shop = openShop();
    const created = await shop.created();
    const { payment } = (await (await shop.post('cancel', created)).json()) as Snapshot;
    assert.equal(`${payment.status}/${payment.reason}`, 'voided/cancelled_by_shopper');
    assert.equal(shop.gateway.held.get(payment.id)?.outcome, 'cancelled');
  });

  it('asks first: a payment that is paid is not cancelled', async () => {
    const shop = openShop();
    const created = await shop.created();
    shop.gateway.move(created.payment.id, { outcome: 'success' });
    const response = await shop.post('cancel', created);
    assert.equal(response.status, 409);
    const problem = await problemOf(response);
    assert.equal(problem.code, 'payment_already_succeeded');
    assert.equal(problem.payment?.status, 'success');
    assert.equal(shop.gateway.held.get(created.payment.id)?.outcome, 'success');
  });

  it('leaves the payment pending where the gateway does not answer, and goes on with it by itself', async () => {
    const shop = openShop();
    const created = await shop.created();
    shop.gateway.faults.push(null, 'unknown');
    const { payment } = (await (await shop.post('cancel', created)).json()) as Snapshot;
    assert.equal(payment.status, 'pending');
    await shop.clock.advance(20_000);
    await shop.checkout.reconcile();
    assert.equal((await shop.get(created)).payment.reason, 'cancelled_by_shopper');
  });

  it('refuses to cancel what is processing, and where the gateway cannot', async () => {
    const processing = openShop();
    const created = await processing.created();
    await processing.notify(created.payment.id, { outcome: 'processing' });
    assert.equal((await problemOf(await processing.post('cancel', created))).code, 'cancel_not_supported');

    const { createFakeGateway } = await import('../support/fake-gateway.ts');
    const never = openShop({}, { gateway: createFakeGateway({ cancel: 'never' }) });
    const other = await never.created();
    assert.equal(other.payment.cancellable, false);
    assert.equal((await problemOf(await never.post('cancel', other))).code, 'cancel_not_supported');
  });

  it('answers a payment that has ended as it is', async () => {
    const shop = openShop();
    const created = await shop.created();
    await shop.notify(created.payment.id, { outcome: 'failed', reason: 'declined' });
    const { payment } = (await (await shop.post('cancel', created)).json()) as Snapshot;
    assert.equal(payment.reason, 'declined');
  });

  it('cancels a payment that never reached the gateway, once it cannot be on its way any more', async () => {
    const shop = openShop();
    shop.gateway.faults.push('unknown');
    const created = await shop.created();
    const { payment } = (await (await shop.post('cancel', created)).json()) as Snapshot;
    assert.equal(payment.status, 'pending');
    await shop.clock.advance(61_000);
    await shop.checkout.reconcile();
    assert.equal((await shop.get(created)).payment.reason, 'cancelled_by_shopper');
    assert.equal(shop.gateway.held.size, 0);
  });
});

describe('the edge', () => {
  it('answers a preflight with what a page of an allowed origin may send', async () => {
    const shop = openShop();
    const response = await shop.send('/payments', { method: 'OPTIONS', headers: { origin: ORIGIN } });
    assert.equal(response.status, 204);
    assert.equal(response.headers.get('access-control-allow-origin'), ORIGIN);
    for (const header of ['Authorization', 'Content-Type', 'Idempotency-Key', 'If-None-Match']) {
      assert.ok(response.headers.get('access-control-allow-headers')?.includes(header));
    }
    const foreign = await shop.send('/payments', { method: 'OPTIONS', headers: { origin: 'https://evil.example' } });
    assert.equal(foreign.headers.get('access-control-allow-origin'), null);
  });

  it('lets nobody keep an answer, and varies it by origin', async () => {
    const shop = openShop();
    const response = await shop.create();
    assert.equal(response.headers.get('cache-control'), 'no-store');
    assert.equal(response.headers.get('vary'), 'Origin');
    assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
    assert.equal(response.headers.get('access-control-expose-headers'), 'ETag, Retry-After');
  });

  it('serves the same routes whether or not a proxy has taken the base path off', async () => {
    const shop = openShop();
    const body = JSON.stringify({ orderId: 'A-1', terminal: 'WEB', returnUrl: ORIGIN });
    const headers = { 'content-type': 'application/json', 'idempotency-key': 'attempt-key-of-a-proxy' };
    const response = await shop.checkout.fetch(
      new Request('http://10.0.0.7/payments', { method: 'POST', headers, body }),
    );
    assert.equal(response.status, 201);
  });

  it('names the methods of an address, and says where there is none', async () => {
    const shop = openShop();
    assert.equal((await shop.send('/payments')).status, 405);
    assert.equal((await shop.send('/nothing')).status, 404);
  });
});
