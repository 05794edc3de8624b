import { Refusal } from './refusal.ts';

interface Listed {
  readonly id: string;
  readonly createdAtMs: number;
}

const COMPARISONS: Readonly<Record<string, (atMs: number, boundMs: number) => boolean>> = {
  created: (atMs, boundMs) => atMs === boundMs,
  'created[gt]': (atMs, boundMs) => atMs > boundMs,
  'created[gte]': (atMs, boundMs) => atMs >= boundMs,
  'created[lt]': (atMs, boundMs) => atMs < boundMs,
  'created[lte]': (atMs, boundMs) => atMs <= boundMs,
};

/** A page of what there is, newest first. WooshPay docs, List PaymentIntents. @throws {Refusal} */
export function listPage<T extends Listed>(
  all: readonly T[],
  query: URLSearchParams,
  url: string,
  show: (item: T) => object,
): object {
  refuseOthers(query, ['limit', 'starting_after', 'ending_before', ...Object.keys(COMPARISONS)]);
  const limit = readLimit(query);
  const bounds = Object.entries(COMPARISONS).flatMap(([name, holds]) => {
    const boundMs = readNumber(query, name);
    return boundMs === undefined ? [] : [(atMs: number) => holds(atMs, boundMs)];
  });
  const wanted = all.filter(({ createdAtMs }) => bounds.every((holds) => holds(createdAtMs)));
  const after = position(wanted, query, 'starting_after');
  const before = position(wanted, query, 'ending_before');
  const rest = wanted.slice(after === undefined ? 0 : after + 1, before);
  // Backwards means the page just before, not the first one.
  const data = before !== undefined && after === undefined ? rest.slice(-limit) : rest.slice(0, limit);
  return { object: 'list', url, has_more: rest.length > data.length, data: data.map(show) };
}

const CLAUSE = /^merchant_order_id:'((?:[^'\\]|\\.)*)'$/;

/** What `merchant_order_id:'order-1001'` asks for. WooshPay docs, Search PaymentIntents. @throws {Refusal} */
export function readSearch(query: URLSearchParams): { readonly merchantOrderId: string; readonly limit: number } {
  refuseOthers(query, ['query', 'limit']);
  const text = query.get('query');
  if (text === null) throw new Refusal('parameter_missing', 'Missing required param: query.');
  const value = CLAUSE.exec(text)?.[1];
  if (value === undefined) throw new Refusal('parameter_invalid', "query must be like merchant_order_id:'order-1001'.");
  return { merchantOrderId: value.replace(/\\(.)/g, '$1'), limit: readLimit(query) };
}

function refuseOthers(query: URLSearchParams, known: readonly string[]): void {
  const unknown = [...query.keys()].find((name) => !known.includes(name));
  if (unknown !== undefined) throw new Refusal('parameter_unknown', `Received unknown parameter: ${unknown}.`);
}

function readLimit(query: URLSearchParams): number {
  const limit = readNumber(query, 'limit') ?? 10;
  if (limit < 1 || limit > 100) throw new Refusal('parameter_invalid', 'limit must be from 1 to 100.');
  return limit;
}

function readNumber(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name);
  if (text === null) return undefined;
  if (!/^\d{1,15}$/.test(text)) throw new Refusal('parameter_invalid', `${name} must be an integer.`);
  return Number(text);
}

function position(all: readonly Listed[], query: URLSearchParams, name: string): number | undefined {
  const id = query.get(name);
  if (id === null) return undefined;
  const at = all.findIndex((item) => item.id === id);
  if (at < 0) throw new Refusal('resource_missing', `No such object: ${id}.`);
  return at;
}
