import { describe, it } from 'node:test';
import { gatewayContract } from '../../../src/testing/gateway.ts';
import { alipayCashierFixture } from '../../support/gateways/alipay-cashier.ts';
import { checkoutComFixture } from '../../support/gateways/checkout-com.ts';
import { trustPaymentsFixture } from '../../support/gateways/trust-payments.ts';
import { wooshPayFixture } from '../../support/gateways/wooshpay.ts';

const runner = { describe, it };

gatewayContract('alipay-cashier', alipayCashierFixture, runner);
gatewayContract('checkout-com, previous platform', checkoutComFixture('previous'), runner);
gatewayContract('checkout-com, current platform', checkoutComFixture('current'), runner);
gatewayContract('wooshpay', wooshPayFixture(), runner);
gatewayContract('wooshpay, hosted', wooshPayFixture({ page: 'hosted' }), runner);
gatewayContract('wooshpay, loose', wooshPayFixture({}, { looseTypes: true, honoursIdempotencyKeys: false }), runner);
gatewayContract('trust-payments', trustPaymentsFixture(), runner);
gatewayContract('trust-payments, XML', trustPaymentsFixture({ format: 'xml' }), runner);
