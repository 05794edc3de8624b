import { toText } from '../../../gateway-fields.ts';
import type { CodeDetail, OrderCodeForm, RedirectForm } from '../messages/address.ts';
import { listOf, mapOf, objectOf, type Reader, toJsonText } from './reader.ts';

const toCodeDetail = objectOf<CodeDetail>(
  { displayType: toText, codeValueType: toText, codeValue: toText },
  'codeValue',
);

export const toOrderCodeForm = objectOf<OrderCodeForm>(
  {
    expireTime: toText,
    codeDetails: listOf(toCodeDetail),
    paymentMethodType: toText,
    extendInfo: toJsonText,
  },
  'codeDetails',
);

// A form without a method is a plain address; one with a method that no page can send is none.
const toMethod: Reader<RedirectForm['method']> = (value) => {
  const method = value ?? 'GET';
  return method === 'GET' || method === 'POST' ? method : undefined;
};

export const toRedirectForm = objectOf<RedirectForm>(
  { method: toMethod, redirectUrl: toText, parameters: mapOf(toText), actionFormType: toText },
  'method',
  'redirectUrl',
);
