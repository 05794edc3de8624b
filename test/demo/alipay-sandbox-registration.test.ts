import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sqliteStorage } from '../../demo/gateways/alipay-cashier/index.ts';
import { type Fixture, NOTIFY_URL, setup } from './support/sandbox.ts';

const MERCHANT = {
  referenceMerchantId: 'SM-7',
  merchantDisplayName: 'Tea House',
  merchantMCC: '5499',
  merchantAddress: { region: 'HK', city: 'Hong Kong', address1: '1 Sample Road' },
  websites: [{ url: 'https://tea.example' }],
  registrationDetail: {
    legalName: 'Tea House Ltd',
    registrationType: 'ENTERPRISE_REGISTRATION_NO',
    registrationNo: 'HK-000001',
    businessType: 'ENTERPRISE',
    registrationAddress: { region: 'HK' },
    contactInfo: [{ contactType: 'EMAIL', contactNo: 'ops@tea.example' }],
  },
};

describe('registering a merchant at the Alipay sandbox', () => {
  it('is accepted for review, with what was given to be passed through', async () => {
    const { register, status } = setupRegistration();
    const passThroughInfo = '{"batch":"7"}';
    assert.deepEqual(await register({ passThroughInfo }), {
      result: { resultStatus: 'S', resultCode: 'SUCCESS', resultMessage: 'success.' },
      passThroughInfo,
    });
    assert.deepEqual(await status({ referenceMerchantId: 'SM-7' }), {
      result: { resultStatus: 'S', resultCode: 'SUCCESS', resultMessage: 'success.' },
      registrationResult: { registrationStatus: 'PENDING' },
    });
  });

  it('is decided on the panel, and told to the merchant', async () => {
    const { register, status, panel, time, received } = setupRegistration();
    await register();
    assert.equal((await panel('registrations/REG-7/approve', {})).status, 200);
    assert.equal((await panel('registrations/REG-7/reject', {})).status, 409);
    await time.advance(0);
    const review = {
      registrationResult: { registrationStatus: 'COMPLETED' },
      pspRegistrationResultList: [
        { pspName: 'AlipayCN', registrationResult: { registrationStatus: 'APPROVED' } },
        { pspName: 'AlipayHK', registrationResult: { registrationStatus: 'APPROVED' } },
      ],
    };
    assert.equal(received[0]?.genuine, true);
    assert.deepEqual(received[0].body, {
      registrationRequestId: 'REG-7',
      referenceMerchantId: 'SM-7',
      ...review,
    });
    const { result, ...rest } = await status({ registrationRequestId: 'REG-7' });
    assert.equal(result.resultStatus, 'S');
    assert.deepEqual(rest, review);
  });

  it('may be rejected, with the reason, and then asked for again', async () => {
    const { register, status, panel } = setupRegistration();
    await register();
    await panel('registrations/REG-7/reject', {});
    const { pspRegistrationResultList } = await status({ referenceMerchantId: 'SM-7' });
    const [first] = pspRegistrationResultList as { registrationResult: Record<string, string> }[];
    assert.equal(first?.registrationResult['registrationStatus'], 'REJECTED');
    assert.ok(first.registrationResult['rejectReasons']);
    assert.equal((await register({ registrationRequestId: 'REG-8' })).result.resultStatus, 'S');
    assert.deepEqual((await status({ referenceMerchantId: 'SM-7' }))['registrationResult'], {
      registrationStatus: 'PENDING',
    });
  });

  it('answers the same request the same, and refuses another under its id', async () => {
    const { register } = setupRegistration();
    const first = await register();
    assert.deepEqual(await register(), first);
    const other = await register({ merchantInfo: { ...MERCHANT, merchantMCC: '5411' } });
    assert.equal(other.result.resultCode, 'REPEAT_REQ_INCONSISTENT');
  });

  it('refuses a merchant that is under review or registered already', async () => {
    const { register, panel } = setupRegistration();
    await register();
    const again = async () => (await register({ registrationRequestId: 'REG-8' })).result.resultCode;
    assert.equal(await again(), 'REGISTRATION_UNDER_REVIEW');
    await panel('registrations/REG-7/approve', {});
    assert.equal(await again(), 'REPEAT_REGISTRATION');
  });

  it('tells of a merchant again what was registered, once that is approved', async () => {
    const { register, call, panel } = setupRegistration();
    const info = async () => (await call('merchants/inquiryRegistrationInfo', { referenceMerchantId: 'SM-7' })).body;
    assert.equal((await info()).result.resultCode, 'RECORD_NOT_FOUND');
    await register();
    assert.deepEqual(Object.keys(await info()), ['result']);
    await panel('registrations/REG-7/approve', {});
    const { result, ...rest } = await info();
    assert.equal(result.resultStatus, 'S');
    assert.deepEqual(rest, { merchantInfo: MERCHANT, productCodes: ['CASHIER_PAYMENT'] });
  });

  it('knows a store by its own id', async () => {
    const { register, status, panel, time, received, call } = setupRegistration();
    const storeInfo = { referenceStoreId: 'ST-1', storeName: 'Tea House, Central', storeMCC: '5499' };
    await register({ productCodes: ['IN_STORE_PAYMENT'], storeInfo });
    assert.equal((await status({ referenceStoreId: 'ST-1' })).result.resultCode, 'SUCCESS');
    assert.equal((await status({ referenceStoreId: 'ST-2' })).result.resultCode, 'RECORD_NOT_FOUND');
    await panel('registrations/REG-7/approve', {});
    await time.advance(0);
    assert.equal(received[0]?.body['referenceStoreId'], 'ST-1');
    const { body } = await call('merchants/inquiryRegistrationInfo', { referenceMerchantId: 'SM-7' });
    assert.deepEqual(body['storeInfo'], storeInfo);
  });

  it('must be asked about by some id', async () => {
    const { status } = setupRegistration();
    assert.equal((await status({})).result.resultCode, 'PARAM_ILLEGAL');
    assert.equal((await status({ registrationRequestId: 'REG-404' })).result.resultCode, 'RECORD_NOT_FOUND');
  });

  const refused: [string, Record<string, unknown>][] = [
    ['no id', { registrationRequestId: undefined }],
    ['an id that is too long', { registrationRequestId: 'x'.repeat(65) }],
    ['no product', { productCodes: [] }],
    ['another product', { productCodes: ['AGREEMENT_PAYMENT'] }],
    ['no merchant', { merchantInfo: undefined }],
    ['a merchant without a reference', { merchantInfo: { merchantDisplayName: 'Tea House' } }],
    ['an address without a region', { merchantInfo: { ...MERCHANT, merchantAddress: { city: 'Hong Kong' } } }],
    ['a website without an address', { merchantInfo: { ...MERCHANT, websites: [{ name: 'Tea' }] } }],
    [
      'an unknown kind of contact',
      { merchantInfo: { ...MERCHANT, registrationDetail: { contactInfo: [{ contactType: 'FAX', contactNo: '1' }] } } },
    ],
    [
      'an attachment that cannot be fetched',
      {
        merchantInfo: {
          ...MERCHANT,
          registrationDetail: {
            attachments: [{ attachmentType: 'ARTICLES_OF_ASSOCIATION', file: 'C:\\articles.pdf' }],
          },
        },
      },
    ],
    ['a notify address of another kind', { registrationNotifyURL: 'ftp://shop.example/' }],
    ['too much to pass through', { passThroughInfo: 'x'.repeat(2049) }],
  ];
  for (const [what, change] of refused) {
    it(`refuses ${what}`, async () => {
      const { register } = setupRegistration();
      const { result } = await register(change);
      assert.deepEqual([result.resultStatus, result.resultCode], ['F', 'PARAM_ILLEGAL']);
    });
  }

  it('is told eight times within 24 hours where nobody acknowledges', async () => {
    const fixture = setupRegistration();
    await fixture.register();
    fixture.acknowledge(() => new Response(null, { status: 500 }));
    await fixture.panel('registrations/REG-7/approve', {});
    await fixture.time.advance(3 * 86_400_000);
    assert.equal(fixture.received.length, 8);
    assert.ok(fixture.received.every(({ genuine }) => genuine));
  });

  it('is listed on the panel, as a page and as JSON', async () => {
    const { register, panel } = setupRegistration();
    await register();
    const page = await (await panel('')).text();
    assert.match(page, /data-case="REG-7" data-status="PENDING"/);
    assert.match(page, /formaction="\/panel\/registrations\/REG-7\/approve"/);
    const { registrations } = (await (await panel('registrations')).json()) as { registrations: { status: string }[] };
    assert.deepEqual(
      registrations.map(({ status }) => status),
      ['PENDING'],
    );
    assert.equal((await panel('registrations/REG-404/approve', {})).status, 404);
    assert.equal((await panel('registrations/REG-7/burn', {})).status, 409);
    assert.equal((await panel('weddings/REG-7/approve', {})).status, 404);
  });

  it('survives a restart', async () => {
    const storage = sqliteStorage(':memory:');
    await setup({ storage }).call('merchants/registration', aRegistration());
    const after = setup({ storage, registered: false });
    assert.equal((await after.panel('registrations/REG-7/approve', {})).status, 200);
  });
});

function aRegistration(change: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    registrationRequestId: 'REG-7',
    productCodes: ['CASHIER_PAYMENT'],
    registrationNotifyURL: NOTIFY_URL,
    merchantInfo: MERCHANT,
    ...change,
  };
}

function setupRegistration() {
  const fixture = setup();
  const ask = async (api: string, body: Readonly<Record<string, unknown>>) => {
    const answer = await fixture.call(`merchants/${api}`, body);
    assert.equal(answer.signed, true);
    return answer.body;
  };
  return {
    ...fixture,
    register: (change = {}) => ask('registration', aRegistration(change)),
    status: (body: Readonly<Record<string, unknown>>) => ask('inquiryRegistrationStatus', body),
    acknowledge: (answer: Fixture['acknowledge']) => (fixture.acknowledge = answer),
  };
}
