import type { FailureReason } from '../../../../src/server/gateway.ts';

/** For the operator, whatever was called. */
export const CONFIGURATION = [
  ...['30000', '10205', '30010', '21002'],
  ...['30001', '30006', '60023', '40000', '30009'],
  ...['60018', '60019', '60037', '60040'],
];

export const DECLINES: Record<string, FailureReason> = {
  70000: 'declined',
  71000: 'declined',
  72000: 'declined',
  60022: 'declined',
  60044: 'risk_rejected',
  60045: 'declined',
};

/** The fate of what was asked for is not known, or it is to be asked for again later. */
export const UNCERTAIN = [
  ...['70001', '60010', '60034', '99999', '62000'],
  ...['50000', '50003', '50014', '60020', '60021', '79000', '60039'],
  ...['79001', '88000', '20039', '90007'],
  ...['60017', '60024', '60013'],
  ...['A code of next year', '-1', '00', '0.0'],
];

export const NOT_REFUNDABLE_YET = ['20004', '20005', '20012'];
export const NOT_REFUNDABLE = ['20006', '20007', '20011', '20015', '20022', '20034', '40001'];

/** Of those, what the documents say never to send again. */
export const NEVER_AGAIN: readonly string[] = ['70001', '60010', '60034', '99999', '62000'];
