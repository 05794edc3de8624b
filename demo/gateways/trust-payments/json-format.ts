import { Refusal } from './errors.ts';
import { isObject, onlyItem } from './fields.ts';
import { secrand, type WireFormat } from './wire-format.ts';

/** Trust Payments help, Webservices: the JSON envelope. */
export const jsonFormat: WireFormat = {
  contentType: /^application\/json\s*(;\s*charset=utf-8\s*)?$/i,

  read(body) {
    const envelope = parse(body);
    if (!isObject(envelope)) throw new Refusal('30010');
    if (envelope['version'] !== '1.00') throw new Refusal('30007', 'version');
    const { alias, request } = envelope;
    if (typeof alias !== 'string' || !alias) throw new Refusal('30000', 'alias');
    // A list, of which the manual says to send exactly one.
    const item = onlyItem(request);
    if (!isObject(item)) throw new Refusal('30010', 'request');
    const { requestreference } = item;
    if (requestreference !== undefined && !isToken(requestreference)) throw new Refusal('30000', 'requestreference');
    return { alias, requestreference, request: item };
  },

  write(requestreference, { fields, ...lists }) {
    const response = [{ ...fields, ...lists }];
    const body = { requestreference, version: '1.00', response, secrand: secrand() };
    return new Response(JSON.stringify(body), { headers: { 'Content-Type': 'application/json;charset=utf-8' } });
  },
};

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new Refusal('10205', 'invalid json');
  }
}

function isToken(value: unknown): value is string {
  return typeof value === 'string' && /^[\w-]{1,25}$/.test(value);
}
