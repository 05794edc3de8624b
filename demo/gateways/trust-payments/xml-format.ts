import { Refusal } from './errors.ts';
import type { Answer } from './record.ts';
import { secrand, type WireFormat } from './wire-format.ts';
import { escapeXml, parseXml, xml, type XmlElement } from './xml.ts';

const VERSION = '3.67';

/** Where each field of a request stands, under the names that the JSON format has for it. */
const REQUEST_FIELDS = new Map(
  Object.entries({
    'merchant/orderreference': 'orderreference',
    'merchant/returnurl': 'returnurl',
    'billing/amount': 'baseamount',
    'billing/amount@currencycode': 'currencyiso3a',
    'billing/payment@type': 'paymenttypedescription',
    'billing/country': 'billingcountryiso2a',
    'operation/sitereference': 'sitereference',
    'operation/accounttypedescription': 'accounttypedescription',
    'operation/applicationtype': 'applicationtype',
    'operation/parenttransactionreference': 'parenttransactionreference',
    'settlement/settlestatus': 'settlestatus',
  }),
);
const GROUPS = ['merchant', 'billing', 'billing/payment', 'operation', 'settlement'];

/**
 * The XML of an `AUTH` is in Trust Payments help, Alipay. That of a refund and of an update is as the XML writer of the
 * gateway's own PHP library has it, that of a query as the Ruby library `securetrading` asks it and reads its answer.
 */
export const xmlFormat: WireFormat = {
  contentType: /^text\/xml\s*(;\s*charset=utf-8\s*)?$/i,

  read(body) {
    const block = parse(body);
    if (block.name !== 'requestblock') throw new Refusal('10201', block.name);
    if (block.attributes['version'] !== VERSION) throw new Refusal('30007', 'version');
    const alias = block.children.find(({ name }) => name === 'alias')?.text;
    if (!alias) throw new Refusal('30000', 'alias');
    const [request, another] = block.children.filter(({ name }) => name === 'request');
    if (!request || another) throw new Refusal('10201', 'request');
    return { alias, requestreference: undefined, request: readRequest(request) };
  },

  write(requestreference, answer) {
    const block = xml(
      'responseblock',
      { version: VERSION },
      text('requestreference', requestreference),
      response(answer),
      text('secrand', secrand()),
    );
    return new Response(`<?xml version="1.0" encoding="utf-8"?>${block}`, {
      headers: { 'Content-Type': 'text/xml;charset=utf-8' },
    });
  },
};

function parse(body: string): XmlElement {
  try {
    return parseXml(body);
  } catch (error) {
    throw new Refusal('10200', error instanceof Error ? error.message : '');
  }
}

function readRequest({ attributes, children }: XmlElement): Record<string, unknown> {
  const filter = children.find(({ name }) => name === 'filter');
  const updates = children.find(({ name }) => name === 'updates');
  const others = children.filter((child) => child !== filter && child !== updates);
  return {
    ...toFields(others),
    requesttypedescriptions: [attributes['type']],
    ...(filter && { filter: readFilter(filter) }),
    ...(updates && { updates: toFields(updates.children) }),
  };
}

/** An element for each value: the same name again means any of them. */
function readFilter({ children }: XmlElement): Record<string, unknown> {
  const valuesOf = (wanted: string) =>
    children.filter(({ name }) => name === wanted).map(({ text: value }) => ({ value }));
  return Object.fromEntries(children.map(({ name }) => [name, valuesOf(name)]));
}

function toFields(elements: readonly XmlElement[]): Record<string, string> {
  return Object.fromEntries(elements.flatMap((element) => readFields(element)));
}

function readFields({ name, attributes, children, text }: XmlElement, parent = ''): [string, string][] {
  const path = parent + name;
  const field = REQUEST_FIELDS.get(path);
  if (!field && !GROUPS.includes(path)) throw new Refusal('10201', path);
  return [
    ...(field ? [[field, text] satisfies [string, string]] : []),
    ...Object.entries(attributes).map(([attribute, value]): [string, string] => {
      const attributeField = REQUEST_FIELDS.get(`${path}@${attribute}`);
      if (!attributeField) throw new Refusal('10201', `${path}@${attribute}`);
      return [attributeField, value];
    }),
    ...children.flatMap((child) => readFields(child, `${path}/`)),
  ];
}

function response({ fields, errordata = [], records }: Answer): string {
  const { requesttypedescription: type = '' } = fields;
  return xml(
    'response',
    { type },
    ...transaction(fields, errordata),
    // Beside the records a query says how many they are: 0 where there is none.
    type === 'TRANSACTIONQUERY' ? text('found', String(records?.length ?? 0)) : '',
    ...(records ?? []).map((one) => xml('record', { type: one['requesttypedescription'] ?? '' }, ...transaction(one))),
  );
}

function transaction(fields: Readonly<Record<string, string>>, errordata: readonly string[] = []): readonly string[] {
  const leaf = (name: string, field = name): string => text(name, fields[field]);
  const { baseamount, currencyiso3a = '', paymenttypedescription: payment } = fields;
  return [
    group('merchant', leaf('merchantname'), leaf('orderreference'), leaf('operatorname')),
    leaf('transactionreference'),
    leaf('timestamp', 'transactionstartedtimestamp'),
    leaf('live', 'livestatus'),
    group(
      'billing',
      baseamount ? xml('amount', { currencycode: currencyiso3a }, baseamount) : '',
      payment ? xml('payment', { type: payment }) : '',
    ),
    group('operation', leaf('accounttypedescription'), leaf('parenttransactionreference'), leaf('sitereference')),
    group('settlement', leaf('settleduedate'), leaf('settlestatus')),
    group('other', leaf('redirecturl'), leaf('partnerid', 'partner id')),
    group(
      'error',
      leaf('code', 'errorcode'),
      leaf('message', 'errormessage'),
      ...errordata.map((one) => text('data', one)),
    ),
  ];
}

/** An element with what is in it, or nothing where it would be empty. */
function group(name: string, ...content: readonly string[]): string {
  return content.join('') && xml(name, {}, ...content);
}

function text(name: string, value: string | undefined): string {
  return value === undefined ? '' : xml(name, {}, escapeXml(value));
}
