import type { Fields } from '../../gateway-fields.ts';
import type { Call, WireFormat } from './wire-format.ts';
import { createElement, readXml, setAt, textAt, writeXml, type XmlElement } from './xml.ts';

/**
 * Where each field is, in the order in which requests have them. Source: Trust Payments help, "Alipay", XML samples.
 * Not documented, and named after the rest: `parenttransactionreference`, `partnerid`, `settleduedate`, `found`.
 */
const PLACES: Readonly<Record<string, string>> = {
  orderreference: 'merchant/orderreference',
  returnurl: 'merchant/returnurl',
  currencyiso3a: 'billing/amount/@currencycode',
  baseamount: 'billing/amount',
  paymenttypedescription: 'billing/payment/@type',
  sitereference: 'operation/sitereference',
  accounttypedescription: 'operation/accounttypedescription',
  applicationtype: 'operation/applicationtype',
  parenttransactionreference: 'operation/parenttransactionreference',
  settlestatus: 'settlement/settlestatus',
  settleduedate: 'settlement/settleduedate',
  requesttypedescription: '@type',
  transactionreference: 'transactionreference',
  errorcode: 'error/code',
  errormessage: 'error/message',
  redirecturl: 'other/redirecturl',
  partnerid: 'other/partnerid',
  livestatus: 'live',
  transactionstartedtimestamp: 'timestamp',
  found: 'found',
};

/** What the answer to a query can hold beside its records. */
const BESIDE_RECORDS: ReadonlySet<string> = new Set(['error', 'found', 'live', 'operation', 'timestamp']);

/**
 * XML has no documented place for a reference of the request's own, so that none is sent; which payment or refund an
 * answer is about is checked all the same where it is translated.
 */
export const xmlFormat: WireFormat = {
  path: '/xml/',
  contentType: 'text/xml;charset=utf-8',
  accept: 'text/xml',

  encode(call, alias) {
    const block = createElement('requestblock');
    block.attributes.set('version', '3.67');
    block.children.push(createElement('alias', alias), toRequest(call));
    return writeXml(block);
  },

  decode(body) {
    const block = readXml(new TextDecoder('utf-8', { fatal: true }).decode(body));
    const [response, ...others] = block.children.filter(({ name }) => name === 'response');
    if (block.name !== 'responseblock' || !response || others.length > 0) {
      throw new TypeError('The answer is not to one request');
    }
    return response.attributes.get('type') === 'TRANSACTIONQUERY'
      ? { ...toItem(response), records: toRecords(response) }
      : toItem(response);
  },
};

function toRequest({ type, fields = {}, filter, updates }: Call): XmlElement {
  const request = createElement('request');
  request.attributes.set('type', type);
  place(request, fields);
  if (filter) request.children.push(toXmlFilter(filter));
  if (updates) {
    const element = createElement('updates');
    place(element, updates);
    request.children.push(element);
  }
  return request;
}

function toXmlFilter(filter: Readonly<Record<string, readonly string[] | undefined>>): XmlElement {
  const element = createElement('filter');
  for (const [name, values = []] of Object.entries(filter)) {
    element.children.push(...values.map((value) => createElement(name, value)));
  }
  return element;
}

function place(element: XmlElement, fields: Readonly<Record<string, string | undefined>>): void {
  for (const [name, path] of Object.entries(PLACES)) {
    const value = fields[name];
    if (value !== undefined) setAt(element, path, value);
  }
}

function toItem(element: XmlElement): Fields {
  const error = element.children.find(({ name }) => name === 'error');
  const errordata = error?.children.flatMap(({ name, text }) => (name === 'data' ? [text] : []));
  const fields = Object.entries(PLACES).map(([name, path]) => [name, textAt(element, path)] as const);
  return { ...Object.fromEntries(fields), errordata };
}

// Not documented over XML. Records that we overlook would read as "nothing found", after which money may be sent again:
// whatever is neither a record nor known beside records makes the whole answer unreadable.
function toRecords({ children }: XmlElement): readonly Fields[] {
  const records = children.filter(({ name }) => !BESIDE_RECORDS.has(name));
  if (records.some(({ name }) => name !== 'record')) throw new TypeError('The answer holds more than records');
  return records.map(toItem);
}
