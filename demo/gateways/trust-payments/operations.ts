import { addresses } from '../support/counter.ts';
import type { FaultSwitch } from '../support/faults.ts';
import { readPayment } from './auth-request.ts';
import type { Call, RequestType } from './call.ts';
import { Refusal } from './errors.ts';
import { Fields } from './fields.ts';
import { search } from './filters.ts';
import type { Ledger } from './ledger.ts';
import { type Answer, recordOf } from './record.ts';
import { readRefund } from './refund-request.ts';
import type { Sites } from './sites.ts';
import { isUpdatable } from './transaction.ts';

export interface OperationOptions {
  readonly origin: string;
  readonly faults: FaultSwitch;
  readonly sites: Sites;
  readonly ledger: Ledger;
}

/** Does what a request asks for. @throws {Refusal} */
export function perform(call: Call, options: OperationOptions): Answer {
  switch (call.type) {
    case 'AUTH':
      return authorise(call, options);
    case 'TRANSACTIONQUERY':
      return query(call, options);
    case 'REFUND':
      return refund(call, options);
    case 'TRANSACTIONUPDATE':
      return update(call, options);
  }
}

function authorise(call: Call, { origin, sites, ledger }: OperationOptions): Answer {
  const { site, payment } = readPayment(call, sites);
  const opened = ledger.openPayment(payment);
  const { wallet, cashier } = addresses(origin, opened.code);
  const redirecturl = opened.applicationtype === 'WAP' ? wallet : cashier;
  return { fields: { ...recordOf(opened, site), redirecturl } };
}

/** Nothing found is a success as well, without any records. */
function query({ user, request }: Call, { ledger, sites }: OperationOptions): Answer {
  const found = search(user, request, ledger, sites);
  const records = found.flatMap((one) => {
    const site = sites.get(one.sitereference);
    return site ? [recordOf(one, site)] : [];
  });
  return { fields: ok('TRANSACTIONQUERY'), ...(records.length > 0 ? { records } : {}) };
}

function refund(call: Call, { faults, sites, ledger }: OperationOptions): Answer {
  const { site, refund: asked } = readRefund(call, sites, ledger);
  // Alipay's refunds settle at once, unless the panel wants to say what becomes of them.
  const settlestatus = faults.current.refunds === 'manual' ? '0' : '100';
  return { fields: recordOf(ledger.openRefund({ ...asked, settlestatus }), site) };
}

function update({ user, request }: Call, { ledger, sites }: OperationOptions): Answer {
  const updates = request.group('updates') ?? {};
  const [unknown] = Object.keys(updates).filter((name) => name !== 'settlestatus');
  if (unknown !== undefined) throw new Refusal('60033', unknown);
  const settlestatus = new Fields(updates).optionalText('settlestatus', /^[0-3]$/);
  if (settlestatus === undefined) throw new Refusal('60013');
  const found = search(user, request, ledger, sites);
  if (found.length === 0) throw new Refusal('60014');
  for (const one of found) {
    if (one.requesttypedescription !== 'AUTH' || !isUpdatable(one.settlestatus)) throw new Refusal('60017');
  }
  const event = { type: 'update', settlestatus: settlestatus as '0' | '1' | '2' | '3' } as const;
  const changed = found.filter(({ transactionreference }) => ledger.apply(transactionreference, event));
  if (changed.length === 0) throw new Refusal('60024');
  return { fields: ok('TRANSACTIONUPDATE') };
}

function ok(requesttypedescription: RequestType): Record<string, string> {
  return { requesttypedescription, errorcode: '0', errormessage: 'Ok' };
}
