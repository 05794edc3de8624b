import { toFields } from '../../gateway-fields.ts';
import { parseJson } from '../../gateway-http.ts';
import type { WireFormat } from './wire-format.ts';

/** Source: Trust Payments help, "Configuring your own library"; Python library, request and response objects. */
export const jsonFormat: WireFormat = {
  path: '/json/',
  contentType: 'application/json;charset=utf-8',
  accept: 'application/json',

  encode({ type, fields, filter, updates }, alias, requestreference) {
    const request = {
      requesttypedescriptions: [type],
      requestreference,
      ...fields,
      ...(filter && { filter: toJsonFilter(filter) }),
      ...(updates && { updates }),
    };
    return JSON.stringify({ alias, version: '1.00', request: [request] });
  },

  decode(body, requestReference) {
    const { requestreference, response } = toFields(parseJson(body));
    if (requestreference !== requestReference) throw new TypeError('The answer is to another request');
    if (!Array.isArray(response) || response.length !== 1) throw new TypeError('The answer is not to one request');
    return toFields(response[0]);
  },
};

function toJsonFilter(filter: Readonly<Record<string, readonly string[] | undefined>>): object {
  return Object.fromEntries(
    Object.entries(filter).map(([name, values]) => [name, values?.map((value) => ({ value }))] as const),
  );
}
