import type { Fields } from './fields.ts';
import { type Money, readMoney } from './money.ts';

/** What the sandbox keeps of a `declare` call. */
export interface DeclarationRequest {
  readonly declarationRequestId: string;
  readonly paymentId: string;
  readonly amount: Money;
  readonly customs: { readonly region: string; readonly customsCode: string };
  readonly merchantCustomsInfo: { readonly merchantCustomsCode: string; readonly merchantCustomsName: string };
  readonly splitOrder: boolean;
  readonly subOrderId: string | undefined;
  readonly certificate: Certificate | undefined;
}

export interface Certificate {
  readonly type: string;
  readonly number: string;
  readonly holder: string;
}

const CERTIFICATES = [
  'ID_CARD',
  'PASSPORT',
  'DRIVING_LICENSE',
  'ENTERPRISE_REGISTRATION',
  'LICENSE_INFO',
  'CPF',
  'CNPJ',
] as const;

/** Antom docs, declare: written in upper case. */
const CUSTOMS = ['ZONGSHU', 'ZHENGZHOU', 'NINGBO', 'HENAN', 'SHANGHAI_CBT'] as const;

/** Reads the body of a `declare` call. Antom docs, declare. @throws {Refusal} */
export function readDeclarationRequest(declare: Fields): DeclarationRequest {
  const customs = declare.group('customs');
  const merchant = declare.group('merchantCustomsInfo');
  const splitOrder = declare.flag('splitOrder');
  const amount = readMoney(declare.group('declarationAmount'));
  if (amount.currency !== 'CNY') throw declare.illegal('declarationAmount.currency', 'must be CNY');
  return {
    declarationRequestId: declare.text('declarationRequestId', 32),
    paymentId: declare.text('paymentId', 64),
    amount,
    customs: { region: customs.oneOf('region', ['CN']), customsCode: customs.oneOf('customsCode', CUSTOMS) },
    merchantCustomsInfo: {
      merchantCustomsCode: merchant.text('merchantCustomsCode', 128),
      merchantCustomsName: merchant.text('merchantCustomsName', 256),
    },
    splitOrder,
    subOrderId: splitOrder ? declare.text('subOrderId', 64) : declare.optionalText('subOrderId', 64),
    certificate: readCertificate(declare.optionalGroup('buyerCertificate')),
  };
}

function readCertificate(fields: Fields | undefined): Certificate | undefined {
  if (!fields) return undefined;
  const name = fields.optionalGroup('holderName');
  const names = ['fullName', 'firstName', 'middleName', 'lastName'].map((part) => name?.optionalText(part, 128));
  return {
    type: fields.oneOf('certificateType', CERTIFICATES),
    number: fields.text('certificateNo', 64),
    holder: names.filter(Boolean).join(' '),
  };
}
