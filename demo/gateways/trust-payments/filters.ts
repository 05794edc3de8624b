import { Refusal } from './errors.ts';
import { type Fields, isObject } from './fields.ts';
import type { Ledger } from './ledger.ts';
import { recordOf, toTimestamp } from './record.ts';
import type { Sites } from './sites.ts';
import type { Transaction } from './transaction.ts';

type Filters = Readonly<Record<string, readonly string[]>>;

/** Compared with the field of the same name. */
const FIELDS = [
  'sitereference',
  'transactionreference',
  'parenttransactionreference',
  'orderreference',
  'requesttypedescription',
  'paymenttypedescription',
  'accounttypedescription',
  'currencyiso3a',
  'settlestatus',
  'errorcode',
];

const TIMES = ['starttimestamp', 'endtimestamp'];
const TIMESTAMP = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/;

/** The transactions of the user's own sites that pass every filter, newest first. @throws {Refusal} */
export function search(user: string, request: Fields, ledger: Ledger, sites: Sites): readonly Transaction[] {
  const filters = readFilters(request);
  for (const sitereference of filters['sitereference'] ?? []) sites.open(user, sitereference);
  return ledger.list().filter((transaction) => {
    const site = sites.get(transaction.sitereference);
    if (site?.username !== user || !isWithin(transaction, filters)) return false;
    const record = recordOf(transaction, site);
    return FIELDS.every((name) => filters[name]?.includes(record[name] ?? '') ?? true);
  });
}

function isWithin({ startedAtMs }: Transaction, filters: Filters): boolean {
  const { starttimestamp: [start = ''] = [], endtimestamp: [end = '9'] = [] } = filters;
  const timestamp = toTimestamp(startedAtMs);
  return start <= timestamp && timestamp <= end;
}

/** Each filter is a list of `{"value": …}`; several values mean any of them. */
function readFilters(request: Fields): Filters {
  const group = request.group('filter') ?? {};
  const names = Object.keys(group);
  if (names.length === 0) throw new Refusal('60019');
  return Object.fromEntries(names.map((name) => [name, readValues(name, group[name])]));
}

function readValues(name: string, list: unknown): readonly string[] {
  const isTime = TIMES.includes(name);
  if (!isTime && !FIELDS.includes(name)) throw new Refusal('60037', name);
  if (!Array.isArray(list) || list.length === 0) throw new Refusal('60037', name);
  return list.map((item: unknown) => {
    const value = isObject(item) ? item['value'] : undefined;
    if (typeof value !== 'string' || (isTime && !TIMESTAMP.test(value))) throw new Refusal('60037', name);
    return value;
  });
}
