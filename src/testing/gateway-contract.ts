import assert from 'node:assert/strict';
import type { Action, Created } from '../protocol/payment.ts';
import { safeUrl } from '../protocol/safe-url.ts';
import {
  type GatewayFixture,
  type FixtureContext,
  type GatewayStage,
  type Move,
  openGatewayStage,
} from './gateway-stage.ts';
import type { Trouble } from './wire.ts';

/** The test runner to register with: `node:test`, or any that has these two. */
export interface TestRunner {
  readonly describe: (name: string, define: () => void) => unknown;
  readonly it: (name: string, run: () => Promise<void>) => unknown;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const REFUND_KEY = 'refund-key-00000001';

/**
 * What the kit relies on of every gateway adapter, as tests: each plays one payment through a whole checkout, against
 * the gateway that `setup` makes for it.
 *
 * Run it against a simulator of your gateway which is written from its manual and shares no code with the adapter, so
 * that the two can disagree. What a gateway cannot do (a move that its fixture answers false to) is not asked of it.
 */
export function gatewayContract(
  name: string,
  setup: (context: FixtureContext) => GatewayFixture | Promise<GatewayFixture>,
  { describe, it }: TestRunner,
): void {
  const test = (title: string, run: (stage: GatewayStage) => Promise<void>): void => {
    it(title, async () => {
      const stage = await openGatewayStage(setup);
      await run(stage);
      assertSecrets(stage);
    });
  };

  describe(`${name}: a payment`, () => {
    test('is given to every terminal that the adapter names, with a way to pay it', async (stage) => {
      const { terminals } = stage.gateway.capabilities;
      assert.ok(terminals.length > 0);
      for (const terminal of terminals) {
        const { payment, action } = await stage.create({ terminal, orderId: `order-on-${terminal}` });
        assert.equal(payment.status, 'pending');
        assertAction(action);
        assert.equal(await stage.fixture.count(payment.id), 1);
      }
    });

    test('is refused on a terminal, with a wallet, or over an amount that the gateway does not take', async (stage) => {
      const { capabilities } = stage.gateway;
      const refusal = async (request: object) => {
        const body = { orderId: 'A-1', terminal: 'WEB', returnUrl: 'https://shop.example/', ...request };
        const response = await stage.post('/payments', body);
        return [response.status, ((await response.json()) as { code: string }).code];
      };
      assert.deepEqual(await refusal({ wallet: 'NO_SUCH_WALLET' }), [400, 'invalid_request']);
      for (const terminal of ['WEB', 'WAP', 'APP', 'MINI_APP'] as const) {
        if (!capabilities.terminals.includes(terminal)) {
          assert.deepEqual(await refusal({ terminal }), [400, 'invalid_request']);
        }
      }
      const { currencies } = capabilities;
      for (const [currency, rule] of Object.entries(currencies)) {
        assert.match(currency, /^[A-Z]{3}$/);
        assert.ok(Number.isSafeInteger(rule.minimum) && rule.minimum > 0, currency);
        assert.ok(Number.isSafeInteger(rule.maximum) && rule.maximum >= rule.minimum, currency);
      }
      assert.equal(Object.hasOwn(currencies, stage.fixture.amount.currency), true);
    });

    test('is paid by what the gateway says of its own accord', async (stage) => {
      const created = await stage.create();
      await stage.fixture.move(created.payment.id, 'paid');
      await settle(stage);
      await assertStatus(stage, created, 'success/captured');
      const { gatewayReference } = await stage.payment(created);
      assert.ok(gatewayReference, 'the merchant cannot look it up in the dashboard');
      const before = (await stage.snapshot(created)).payment.version;
      for (const notification of stage.notifications.slice()) await stage.checkout.fetch(notification.clone());
      await settle(stage);
      assert.equal((await stage.snapshot(created)).payment.version, before, 'a repeated notification changed it');
    });

    test('is paid where every notification is lost', async (stage) => {
      stage.mail = 'lose';
      const created = await stage.create();
      await stage.fixture.move(created.payment.id, 'paid');
      await stage.pass(5 * MINUTE);
      await assertStatus(stage, created, 'success/captured');
    });

    const ends: [Move, RegExp][] = [
      ['declined', /^failed\//],
      ['cancelled', /^voided\/|^failed\//],
      ['expired', /^voided\/expired$/],
    ];
    for (const [move, end] of ends) {
      for (const mail of ['deliver', 'lose'] as const) {
        const how = mail === 'lose' ? ', also where every notification is lost' : '';
        test(`that is ${move} is no success${how}`, async (stage) => {
          stage.mail = mail;
          const created = await stage.create();
          if (!(await stage.fixture.move(created.payment.id, move))) return;
          await (mail === 'lose' ? stage.pass(2 * HOUR) : settle(stage));
          assert.match(await statusOf(stage, created), end);
        });
      }
    }

    test('may be confirmed for days', async (stage) => {
      const created = await stage.create();
      if (!(await stage.fixture.move(created.payment.id, 'processing'))) return;
      await stage.pass(10 * MINUTE);
      await assertStatus(stage, created, 'pending/processing');
      await stage.pass(3 * DAY);
      await assertStatus(stage, created, 'pending/processing');
      await stage.fixture.move(created.payment.id, 'paid');
      await stage.pass(2 * HOUR);
      await assertStatus(stage, created, 'success/captured');
    });

    test('can be paid after it had ended, and is then flagged as late', async (stage) => {
      const created = await stage.create();
      if (!(await end(stage, created)) || !(await stage.fixture.move(created.payment.id, 'paid'))) return;
      await stage.pass(HOUR);
      await assertStatus(stage, created, 'success/captured');
      assert.equal((await stage.payment(created)).late, true);
    });
  });

  describe(`${name}: a cancel`, () => {
    test('ends an open payment at the gateway too, where the adapter says that it can', async (stage) => {
      const created = await stage.create();
      const canCancel = stage.gateway.capabilities.cancel !== 'never';
      assert.equal(created.payment.cancellable, canCancel);
      const response = await stage.post(`/payments/${created.payment.id}/cancel`, {}, created.token);
      assert.equal(response.status, canCancel ? 200 : 409);
      await assertStatus(stage, created, canCancel ? 'voided/cancelled_by_shopper' : 'pending/awaiting_action');
      assert.equal(await stage.fixture.count(created.payment.id), canCancel ? 0 : 1);
    });

    test('never undoes a payment that is paid', async (stage) => {
      stage.mail = 'lose';
      const created = await stage.create();
      await stage.fixture.move(created.payment.id, 'paid');
      const response = await stage.post(`/payments/${created.payment.id}/cancel`, {}, created.token);
      assert.equal(response.status, 409);
      await stage.pass(10 * MINUTE);
      await assertStatus(stage, created, 'success/captured');
      assert.equal(await stage.fixture.returned(created.payment.id), 0);
    });
  });

  describe(`${name}: a second payment of an order`, () => {
    test('that is paid as well is surplus, and its money goes back', async (stage) => {
      const first = await stage.create();
      if (!(await end(stage, first))) return;
      const second = await stage.create();
      assert.notEqual(second.payment.id, first.payment.id);
      await stage.fixture.move(second.payment.id, 'paid');
      await stage.pass(5 * MINUTE);
      if (!(await stage.fixture.move(first.payment.id, 'paid'))) return;
      await stage.pass(HOUR);
      const { surplus, reason, refunds } = await stage.payment(first);
      assert.equal(surplus, true);
      if (reason !== 'reversed') for (const { id } of refunds) await stage.fixture.endRefund(id, 'success');
      await stage.pass(4 * HOUR);
      assert.equal(await stage.fixture.returned(first.payment.id), stage.fixture.amount.value);
      assert.equal(await stage.fixture.returned(second.payment.id), 0);
    });
  });

  describe(`${name}: a refund`, () => {
    for (const mail of ['deliver', 'lose'] as const) {
      test(`returns the whole payment${mail === 'lose' ? ', also where every notification is lost' : ''}`, async (stage) => {
        const created = await paid(stage);
        if (stage.gateway.capabilities.refunds === 'none') return;
        stage.mail = mail;
        const refund = await stage.clock.until(
          stage.checkout.payments.refund(created.payment.id, { idempotencyKey: REFUND_KEY, reason: 'Box damaged' }),
        );
        await stage.fixture.endRefund(refund.id, 'success');
        await stage.pass(4 * HOUR);
        assert.equal((await stage.checkout.payments.retrieveRefund(refund.id))?.status, 'success');
        assert.equal(await stage.fixture.returned(created.payment.id), stage.fixture.amount.value);
        await assertStatus(stage, created, 'success/captured');
      });
    }

    test('returns parts, as many as the adapter says', async (stage) => {
      const created = await paid(stage);
      const { refunds } = stage.gateway.capabilities;
      if (refunds === 'none' || refunds === 'full') return;
      const part = partOf(stage);
      const refund = (value: number, n: number) =>
        stage.clock.until(
          stage.checkout.payments.refund(created.payment.id, { value, idempotencyKey: `${REFUND_KEY}-${n}` }),
        );
      const first = await refund(part, 1);
      await stage.fixture.endRefund(first.id, 'success');
      await stage.pass(4 * HOUR);
      assert.equal(await stage.fixture.returned(created.payment.id), part);
      if (refunds === 'one') {
        await assert.rejects(refund(part, 2), { code: 'refund_not_supported' });
        return;
      }
      const rest = await refund(stage.fixture.amount.value - part, 2);
      await stage.fixture.endRefund(rest.id, 'success');
      await stage.pass(4 * HOUR);
      assert.equal(await stage.fixture.returned(created.payment.id), stage.fixture.amount.value);
      await assert.rejects(refund(part, 3), { code: 'payment_not_refundable' });
    });

    test('that the gateway could not carry out leaves the money to be refunded again', async (stage) => {
      const created = await paid(stage);
      if (stage.gateway.capabilities.refunds === 'none') return;
      const refund = () =>
        stage.clock.until(stage.checkout.payments.refund(created.payment.id, { idempotencyKey: REFUND_KEY }));
      const { id } = await refund();
      if (!(await stage.fixture.endRefund(id, 'failed'))) return;
      await stage.pass(4 * HOUR);
      assert.equal((await stage.checkout.payments.retrieveRefund(id))?.status, 'failed');
      assert.equal((await stage.payment(created)).refunded, undefined);
      await assertStatus(stage, created, 'success/captured');
    });

    test('whose answer is lost is carried out once', async (stage) => {
      const created = await paid(stage);
      if (stage.gateway.capabilities.refunds === 'none') return;
      stage.wire.trouble = 'lost';
      const { id, status } = await stage.clock.until(
        stage.checkout.payments.refund(created.payment.id, { idempotencyKey: REFUND_KEY, value: partOf(stage) }),
      );
      stage.wire.trouble = 'none';
      if (status === 'failed') {
        // Refused before it was sent, so that it can be asked for again.
        await stage.pass(4 * HOUR);
        assert.equal(await stage.fixture.returned(created.payment.id), 0);
        return;
      }
      await stage.pass(HOUR);
      await stage.fixture.endRefund(id, 'success');
      await stage.pass(4 * HOUR);
      assert.equal(await stage.fixture.returned(created.payment.id), partOf(stage));
    });
  });

  describe(`${name}: trouble`, () => {
    const troubles: Trouble[] = ['lost', 'down', 'server-error', 'html', 'truncated', 'empty'];
    for (const trouble of troubles) {
      test(`while a payment is created (${trouble}) leaves it pending, and one payment comes of it`, async (stage) => {
        stage.wire.trouble = trouble;
        const created = await stage.create();
        assert.deepEqual([created.payment.status, created.action], ['pending', null]);
        stage.wire.trouble = 'none';
        await stage.pass(5 * MINUTE);
        const { payment, action } = await stage.snapshot(created);
        assert.equal(payment.status, 'pending');
        assertAction(action);
        await stage.fixture.move(payment.id, 'paid');
        await stage.pass(HOUR);
        await assertStatus(stage, created, 'success/captured');
      });

      test(`while a payment is followed (${trouble}) never ends it`, async (stage) => {
        stage.mail = 'lose';
        const created = await stage.create();
        stage.wire.trouble = trouble;
        await stage.fixture.move(created.payment.id, 'paid');
        await stage.pass(5 * MINUTE);
        await assertStatus(stage, created, 'pending/awaiting_action');
        stage.wire.trouble = 'none';
        await stage.pass(2 * HOUR);
        await assertStatus(stage, created, 'success/captured');
      });
    }

    test('with a notification that is forged, or was changed on its way, changes nothing', async (stage) => {
      stage.mail = 'lose';
      const created = await stage.create();
      await stage.fixture.move(created.payment.id, 'paid');
      await stage.clock.advance(0);
      await stage.fixture.settled?.();
      assert.ok(stage.notifications.length > 0, 'the gateway has sent no notification');
      for (const genuine of stage.notifications.slice()) {
        const { url, method } = genuine;
        const body = await genuine.text();
        const headers = Object.fromEntries(genuine.headers);
        const bare = { 'content-type': headers['content-type'] ?? 'application/json' };
        const forgeries = [
          { headers, body: `${body} ` },
          { headers, body: body.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 1) % 10)) },
          { headers: bare, body: '{"id":"evt_1"}' },
          { headers: bare, body: 'a=1&b=2' },
          { headers, body: '' },
        ];
        for (const forgery of forgeries) {
          const response = await stage.checkout.fetch(new Request(url, { method, ...forgery }));
          assert.ok(response.status >= 400 && response.status < 500, `${response.status} to ${forgery.body}`);
        }
      }
      await stage.clock.advance(0);
      await assertStatus(stage, created, 'pending/awaiting_action');
    });
  });

  describe(`${name}: a choice of wallets`, () => {
    test('offers only what a create takes, and each that is available can be paid with', async (stage) => {
      const response = await stage.post('/wallets', { orderId: 'A-1', terminal: 'WEB', locale: 'en' });
      const { wallets } = (await response.json()) as { wallets: { id: string; available: boolean }[] };
      if (!stage.gateway.listWallets) assert.deepEqual(wallets, []);
      for (const { id, available } of wallets) {
        if (!available) continue;
        const { action } = await stage.create({ wallet: id, orderId: `order-with-${id}` });
        assertAction(action);
      }
    });
  });
}

/** Ends a payment without money, however this gateway can. */
async function end(stage: GatewayStage, { payment }: Created): Promise<boolean> {
  for (const move of ['declined', 'expired', 'cancelled'] as const) {
    if (!(await stage.fixture.move(payment.id, move))) continue;
    await stage.pass(5 * MINUTE);
    return true;
  }
  return false;
}

async function settle(stage: GatewayStage): Promise<void> {
  await stage.clock.advance(0);
  await stage.fixture.settled?.();
  await stage.clock.advance(0);
}

async function paid(stage: GatewayStage) {
  const created = await stage.create();
  await stage.fixture.move(created.payment.id, 'paid');
  await stage.pass(5 * MINUTE);
  await assertStatus(stage, created, 'success/captured');
  return created;
}

const partOf = ({ fixture }: GatewayStage): number => Math.floor(fixture.amount.value / 4);

async function statusOf(stage: GatewayStage, created: Created): Promise<string> {
  const { status, reason } = await stage.payment(created);
  return `${status}/${reason}`;
}

async function assertStatus(stage: GatewayStage, created: Created, expected: string): Promise<void> {
  assert.equal(await statusOf(stage, created), expected, JSON.stringify(stage.log.slice(-3)));
}

/** A way to pay that a page may take: every address is one that the contract lets through. */
function assertAction(action: Action | null): asserts action is Action {
  assert.ok(action, 'there is no way to pay');
  const { qrCode, redirect, app } = action;
  assert.ok(qrCode ?? redirect ?? app, 'there is no way to pay');
  if (qrCode) assert.ok(qrCode.data.length > 0 && qrCode.data.length <= 2048);
  const addresses = [redirect?.url, app?.linkUrl].filter((url) => url !== undefined);
  for (const url of addresses) assert.equal(safeUrl(url), url);
  if (app?.schemeUrl) assert.equal(safeUrl(app.schemeUrl, { app: true }), app.schemeUrl);
}

function assertSecrets({ fixture, wire, log }: GatewayStage): void {
  const public_ = [...wire.addresses, ...log.map((entry) => JSON.stringify(entry))];
  for (const secret of fixture.secrets) {
    assert.equal(
      public_.find((text) => text.includes(secret)),
      undefined,
      'a secret is in an address or a log',
    );
  }
}
