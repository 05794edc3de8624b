import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseConsultResponse } from '../../../../../src/server/gateways/alipay-cashier/parsers/consult.ts';
import {
  parseDeclareResponse,
  parseInquiryDeclarationResponse,
} from '../../../../../src/server/gateways/alipay-cashier/parsers/customs.ts';
import { parseNotification } from '../../../../../src/server/gateways/alipay-cashier/parsers/notification.ts';
import {
  parseCancelResponse,
  parseInquiryPaymentResponse,
  parsePayResponse,
} from '../../../../../src/server/gateways/alipay-cashier/parsers/payment.ts';
import {
  parseInquiryRefundResponse,
  parseRefundResponse,
} from '../../../../../src/server/gateways/alipay-cashier/parsers/refund.ts';
import {
  parseRegistrationInfoResponse,
  parseRegistrationResponse,
  parseRegistrationStatusResponse,
} from '../../../../../src/server/gateways/alipay-cashier/parsers/registration.ts';
import { EXAMPLES } from '../client-examples.ts';

const FIELDS = Object.values(EXAMPLES).flatMap(({ answer }) => Object.keys(answer));

/** JSON of any shape, and of the shape of an answer with anything in its fields. */
const anyAnswer = fc.oneof(
  fc.jsonValue(),
  fc.dictionary(fc.constantFrom(...FIELDS, 'notifyType'), fc.oneof(fc.jsonValue(), fc.json())),
);

const parsers = {
  parseConsultResponse,
  parsePayResponse,
  parseInquiryPaymentResponse,
  parseCancelResponse,
  parseRefundResponse,
  parseInquiryRefundResponse,
  parseDeclareResponse,
  parseInquiryDeclarationResponse,
  parseRegistrationResponse,
  parseRegistrationStatusResponse,
  parseRegistrationInfoResponse,
};

describe('an answer of any shape', () => {
  for (const [name, parse] of Object.entries(parsers)) {
    it(`has a result for ${name}, and never says a success that it does not`, () => {
      fc.assert(
        fc.property(anyAnswer, (body) => {
          const said = (body as { result?: { resultStatus?: unknown } } | null)?.result?.resultStatus;
          assert.equal(parse(body).result.resultStatus, said === 'S' || said === 'F' ? said : 'U');
        }),
      );
    });
  }

  it('is one of the kinds of notifications', () => {
    fc.assert(
      fc.property(anyAnswer, (body) => {
        assert.match(parseNotification(body).kind, /^(payment|refund|registration|other)$/);
      }),
    );
  });
});
