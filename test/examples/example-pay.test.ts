import { describe, it } from 'node:test';
import { gatewayContract } from 'alipay-checkout/testing/gateway';
import { examplePay } from './example-pay.ts';
import { createExamplePay } from './example-pay-simulator.ts';

gatewayContract(
  'example-pay',
  ({ over, receive }) => {
    const { keys, fetch, ...driver } = createExamplePay(receive);
    return {
      gateway: examplePay({ ...keys, fetch: over(fetch) }),
      amount: { currency: 'EUR', value: 2000 },
      secrets: Object.values(keys),
      ...driver,
    };
  },
  { describe, it },
);
