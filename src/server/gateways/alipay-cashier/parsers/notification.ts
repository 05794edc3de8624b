import { toFields, toText } from '../../../gateway-fields.ts';
import type {
  Notification,
  PaymentNotification,
  RefundNotification,
  RegistrationNotification,
} from '../messages/notification.ts';
import { parseMessage, toAmount } from './common.ts';
import { PAYMENT_FACTS } from './payment.ts';
import { type Readers, readFields, toJsonText } from './reader.ts';
import { REFUND_FACTS } from './refund.ts';
import { REGISTRATION_FACTS } from './registration.ts';

const PAYMENT: Readers<Omit<PaymentNotification, 'kind' | 'notifyType' | 'result'>> = {
  ...PAYMENT_FACTS,
  acquirerReferenceNo: toText,
  paymentMethodType: toText,
  customsDeclarationAmount: toAmount,
  metadata: toJsonText,
};

const REFUND: Readers<Omit<RefundNotification, 'kind' | 'notifyType' | 'result'>> = {
  ...REFUND_FACTS,
  refundStatus: toText,
  actualRefundAmount: toAmount,
  arn: toText,
  metadata: toJsonText,
};

const REGISTRATION: Readers<Omit<RegistrationNotification, 'kind' | 'registrationRequestId'>> = {
  ...REGISTRATION_FACTS,
  referenceMerchantId: toText,
  referenceStoreId: toText,
};

/** Tells notifications apart, which may all come to one address, and reads them. */
export function parseNotification(body: unknown): Notification {
  const fields = toFields(body);
  const notifyType = toText(fields.notifyType);
  switch (notifyType) {
    case 'PAYMENT_RESULT':
    case 'PAYMENT_PENDING':
      return { kind: 'payment', notifyType, ...parseMessage(PAYMENT, body) };
    case 'REFUND_RESULT':
      return { kind: 'refund', notifyType, ...parseMessage(REFUND, body) };
    case undefined: {
      const registrationRequestId = toText(fields.registrationRequestId);
      const registration = readFields(REGISTRATION, body);
      if (!registrationRequestId || !registration.registrationResult) return { kind: 'other', body };
      return { kind: 'registration', registrationRequestId, ...registration };
    }
    default:
      return { kind: 'other', notifyType, body };
  }
}
