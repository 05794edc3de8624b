import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { aPay, ORIGIN, setup } from './support/sandbox.ts';

interface Option {
  readonly paymentMethodType: string;
  readonly enabled: boolean;
  readonly disableReason?: string;
  readonly preferred?: boolean;
  readonly paymentMethodRegion: readonly string[];
  readonly logo: { readonly logoName: string; readonly logoUrl?: string };
  readonly promoNames?: readonly string[];
  readonly amountLimitInfoMap?: Readonly<
    Record<string, { singleLimit: { maxAmount: { currency: string; value: string } } }>
  >;
}

const usd = (value: string) => ({ currency: 'USD', value });

describe('consulting the Alipay sandbox', () => {
  it('lists the wallets with names, regions, limits and promotions', async () => {
    const { consult } = setupConsult();
    const options = await consult();
    assert.deepEqual(
      options.map(({ paymentMethodType }) => paymentMethodType),
      'ALIPAY_CN ALIPAY_HK CONNECT_WALLET GCASH TNG DANA TRUEMONEY KAKAOPAY NAVERPAY BOOST RABBIT_LINE_PAY BPI MPAY'.split(
        ' ',
      ),
    );
    const hongKong = options.find(({ paymentMethodType }) => paymentMethodType === 'ALIPAY_HK');
    assert.deepEqual(hongKong?.paymentMethodRegion, ['HK']);
    assert.equal(hongKong.enabled, true);
    assert.deepEqual(hongKong.logo, { logoName: 'AlipayHK', logoUrl: `${ORIGIN}/logos/ALIPAY_HK.svg` });
    assert.deepEqual(Object.keys(JSON.parse(hongKong.promoNames![0]!)), ['en_US', 'zh_CN', 'zh_HK']);
    assert.deepEqual(hongKong.amountLimitInfoMap?.['USD']?.singleLimit, {
      minAmount: usd('1'),
      maxAmount: usd('69070313'),
    });
    const alipayPlus = options.find(({ paymentMethodType }) => paymentMethodType === 'CONNECT_WALLET');
    assert.equal(alipayPlus?.logo.logoUrl, undefined);
  });

  const disabled = [
    ['SERVICE_DEGRADE', 'MPAY', usd('1314')],
    ['CHANNEL_NOT_SUPPORT_CURRENCY', 'GCASH', { currency: 'THB', value: '100' }],
    ['EXCEED_CHANNEL_LIMIT_RULE', 'BOOST', usd('50000')],
  ] as const;
  const refusals: Readonly<Record<string, string>> = {
    SERVICE_DEGRADE: 'NO_PAY_OPTIONS',
    CHANNEL_NOT_SUPPORT_CURRENCY: 'CURRENCY_NOT_SUPPORT',
    EXCEED_CHANNEL_LIMIT_RULE: 'PAYMENT_AMOUNT_EXCEED_LIMIT',
  };
  for (const [reason, wallet, paymentAmount] of disabled) {
    it(`lists ${wallet} as not enabled, and does not take it: ${reason}`, async () => {
      const { consult, call } = setupConsult();
      const [option] = await consult({ paymentAmount, allowedPaymentMethods: [wallet] });
      assert.deepEqual([option?.enabled, option?.disableReason], [false, reason]);
      const { body } = await call('pay', aPay({ paymentAmount, paymentMethod: { paymentMethodType: wallet } }));
      assert.equal(body.result.resultCode, refusals[reason]);
    });
  }

  it('offers first what the shopper knows from home', async () => {
    const { consult } = setupConsult();
    const options = await consult({ userRegion: 'MY' });
    assert.deepEqual(
      options.slice(0, 3).map(({ paymentMethodType, preferred }) => [paymentMethodType, preferred]),
      [
        ['TNG', true],
        ['BOOST', true],
        ['ALIPAY_CN', undefined],
      ],
    );
  });

  it('keeps to the regions and to the methods that are allowed, without those that are blocked', async () => {
    const { types } = setupConsult();
    assert.deepEqual(await types({ allowedPaymentMethodRegions: ['HK', 'GLOBAL'] }), ['ALIPAY_HK', 'CONNECT_WALLET']);
    assert.deepEqual(await types({ allowedPaymentMethods: ['DANA', 'TNG', 'TEA'] }), ['TNG', 'DANA']);
    assert.deepEqual(await types({ allowedPaymentMethodRegions: ['PH'], blockedPaymentMethods: ['GCASH'] }), ['BPI']);
  });

  it('lists for a mini program only wallets that can host one', async () => {
    const { types } = setupConsult();
    const all = await types({ env: { terminalType: 'MINI_APP' } });
    assert.equal(all.includes('ALIPAY_CN'), true);
    for (const type of ['CONNECT_WALLET', 'BPI', 'NAVERPAY']) assert.equal(all.includes(type), false);
  });

  const refused = [
    ['NO_PAY_OPTIONS', 'nothing left to offer', { allowedPaymentMethods: [] }],
    ['CURRENCY_NOT_SUPPORT', 'a currency that it does not know', { paymentAmount: { currency: 'XTS', value: '1' } }],
    ['PARAM_ILLEGAL', 'another product', { productCode: 'AGREEMENT_PAYMENT' }],
    ['PARAM_ILLEGAL', 'no amount', { paymentAmount: undefined }],
    ['PARAM_ILLEGAL', 'no terminal', { env: undefined }],
    ['PARAM_ILLEGAL', 'a region in lower case', { userRegion: 'hk' }],
    ['PARAM_ILLEGAL', 'a method that is no text', { allowedPaymentMethods: [1] }],
    ['PARAM_ILLEGAL', 'a list that is none', { blockedPaymentMethods: 'GCASH' }],
    ['PARAM_ILLEGAL', 'a region of three letters', { allowedPaymentMethodRegions: ['HKG'] }],
    ['PARAM_ILLEGAL', 'an unknown mode', { paymentFactor: { presentmentMode: 'POPUP' } }],
  ] as const;
  for (const [code, what, change] of refused) {
    it(`refuses ${what}: ${code}`, async () => {
      const { call } = setupConsult();
      const { body, signed } = await call('consult', aConsult(change));
      assert.deepEqual([body.result.resultStatus, body.result.resultCode, signed], ['F', code, true]);
    });
  }

  it('refuses a settlement that is not in the contract, as pay does', async () => {
    const { call, panel, merchant } = setup();
    const { clientId, publicKey } = merchant;
    await panel('merchants', { clientId, publicKey, settlementCurrencies: ['EUR'] });
    const consulted = await call('consult', aConsult({ settlementStrategy: { settlementCurrency: 'USD' } }));
    assert.equal(consulted.body.result.resultCode, 'SETTLE_CONTRACT_NOT_MATCH');
    assert.equal((await call('pay', aPay())).body.result.resultCode, 'SETTLE_CONTRACT_NOT_MATCH');
    const good = await call('pay', aPay({ settlementStrategy: { settlementCurrency: 'EUR' } }));
    assert.equal(good.body.result.resultCode, 'PAYMENT_IN_PROCESS');
  });

  it('has the logos that it names, and no other', async () => {
    const { consult, visit } = setupConsult();
    for (const { logo } of await consult()) {
      if (logo.logoUrl) assert.match(await (await visit(logo.logoUrl)).text(), /^<svg /);
    }
    assert.equal((await visit(`${ORIGIN}/logos/TEA.svg`)).status, 404);
  });
});

describe('the addresses of a payment at the Alipay sandbox', () => {
  // Antom docs, URLs returned for some payment methods: what comes beside `normalUrl`, and whether that shows a code.
  const table = [
    ['ALIPAY_CN', 'code', ['schemeUrl']],
    ['ALIPAY_HK', 'code', ['applinkUrl']],
    ['GCASH', 'code', ['applinkUrl']],
    ['TNG', 'code', ['applinkUrl']],
    ['TRUEMONEY', 'code', ['applinkUrl']],
    ['KAKAOPAY', 'code', ['applinkUrl']],
    ['DANA', 'login', ['applinkUrl']],
    ['BOOST', 'login', ['applinkUrl', 'schemeUrl']],
    ['RABBIT_LINE_PAY', 'code', ['applinkUrl', 'schemeUrl']],
    ['BPI', 'login', []],
    ['NAVERPAY', 'login', []],
    ['CONNECT_WALLET', 'choice', []],
  ] as const;
  for (const [wallet, desktop, phone] of table) {
    it(`are those of the documents' table for ${wallet}`, async () => {
      const { call, visit } = setup();
      const paymentMethod = { paymentMethodType: wallet };
      const web = (await call('pay', aPay({ paymentMethod }))).body;
      assert.deepEqual(appAddresses(web), []);
      assert.equal('orderCodeForm' in web, desktop === 'code');
      const page = await (await visit(String(web['normalUrl']))).text();
      assert.equal(page.includes('<img class="code"'), desktop === 'code');
      assert.equal(page.includes('data-state="choice"'), desktop === 'choice');
      for (const terminalType of ['WAP', 'APP']) {
        const { body } = await call(
          'pay',
          aPay({ paymentRequestId: terminalType, paymentMethod, env: { terminalType } }),
        );
        assert.deepEqual(appAddresses(body), phone);
        assert.match(String(body['normalUrl']), /^https:/);
        assert.equal('appIdentifier' in body, phone.length > 0);
      }
    });
  }

  it('are one for a mini program, which must say which one it is', async () => {
    const { call } = setup();
    const env = { terminalType: 'MINI_APP' };
    assert.equal((await call('pay', aPay({ env }))).body.result.resultCode, 'PARAM_ILLEGAL');
    const { body } = await call('pay', aPay({ env, appId: '2021001' }));
    assert.deepEqual([body.result.resultCode, appAddresses(body)], ['PAYMENT_IN_PROCESS', []]);
    const other = { env, appId: '2021001', paymentRequestId: 'PR-2', paymentMethod: { paymentMethodType: 'BPI' } };
    assert.equal((await call('pay', aPay(other))).body.result.resultCode, 'NO_PAY_OPTIONS');
  });
});

describe('the wallets of the Alipay sandbox', () => {
  it('say which of them is played', async () => {
    const { call, payment, visit } = setup();
    await call('pay', aPay({ paymentMethod: { paymentMethodType: 'GCASH' } }));
    const { walletUrl, cashierUrl } = await payment();
    assert.match(await (await visit(walletUrl)).text(), /GCash sandbox/);
    assert.match(await (await visit(cashierUrl)).text(), /Scan the code with GCash/);
  });

  it('take a login on the desktop itself, and go back to the shop from there', async () => {
    const { call, visit, payment } = setup();
    const { body } = await call('pay', aPay({ paymentMethod: { paymentMethodType: 'DANA' } }));
    const back = await visit(String(body['normalUrl']), 'approve');
    assert.equal(back.headers.get('location'), 'https://shop.example/orders/O-1001?alipay_return=1');
    assert.equal((await payment()).status, 'SUCCESS');
  });

  it('are chosen first at Alipay+, of those that the amount can be paid with', async () => {
    const { call, choose, visit, payment } = setupChoice();
    const { body } = await call('pay', aPay({ paymentMethod: { paymentMethodType: 'CONNECT_WALLET' } }));
    const normalUrl = String(body['normalUrl']);
    assert.equal('orderCodeForm' in body, false);
    const page = await (await visit(normalUrl)).text();
    assert.match(page, /Touch &#39;n Go/);
    assert.doesNotMatch(page, /MPay|value="CONNECT_WALLET"/);
    const { walletUrl } = await payment();
    assert.equal((await visit(walletUrl, 'approve')).headers.get('location'), normalUrl);
    assert.equal((await payment()).status, 'PROCESSING');
    assert.equal((await choose(normalUrl, 'TEA')).status, 200);
    assert.match((await choose(normalUrl, 'GCASH')).headers.get('location') ?? '', /\/cashier\//);
    assert.match((await visit(normalUrl)).headers.get('location') ?? '', /\/cashier\//);
    assert.match(await (await visit(walletUrl)).text(), /GCash sandbox/);
    await visit(walletUrl, 'approve');
    const inquiry = await call('inquiryPayment', { paymentRequestId: 'PR-1001' });
    assert.equal(inquiry.body['paymentMethodType'], 'CONNECT_WALLET');
    assert.deepEqual(inquiry.body['pspCustomerInfo'], { pspName: 'GCASH' });
  });

  it('are not chosen by who leaves, and another payment has no choice', async () => {
    const { call, choose, payment } = setupChoice();
    const { body } = await call('pay', aPay({ paymentMethod: { paymentMethodType: 'CONNECT_WALLET' } }));
    const left = await choose(String(body['normalUrl']), 'leave');
    assert.equal(left.headers.get('location'), 'https://shop.example/orders/O-1001?alipay_return=1');
    assert.equal((await payment()).chosenWallet, undefined);
    await call('pay', aPay({ paymentRequestId: 'PR-2' }));
    const { code } = await payment('PR-2');
    assert.equal((await choose(`${ORIGIN}/connect/${code}`, 'GCASH')).status, 404);
  });
});

function appAddresses(body: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(body)
    .filter((name) => name === 'schemeUrl' || name === 'applinkUrl')
    .sort();
}

function aConsult(change: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return { productCode: 'CASHIER_PAYMENT', paymentAmount: usd('1314'), env: { terminalType: 'WEB' }, ...change };
}

function setupConsult() {
  const fixture = setup();
  const consult = async (change: Readonly<Record<string, unknown>> = {}): Promise<readonly Option[]> => {
    const { body, signed } = await fixture.call('consult', aConsult(change));
    assert.deepEqual([body.result.resultStatus, signed], ['S', true]);
    return body['paymentOptions'] as Option[];
  };
  const types = async (change: Readonly<Record<string, unknown>>) =>
    (await consult(change)).map(({ paymentMethodType }) => paymentMethodType);
  return { ...fixture, consult, types };
}

function setupChoice() {
  const fixture = setup();
  const choose = (url: string, wallet: string) =>
    fixture.sandbox.fetch(new Request(url, { method: 'POST', body: new URLSearchParams({ wallet }) }));
  return { ...fixture, choose };
}
