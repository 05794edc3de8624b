import { randomInt } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { CURRENCY, type Tea } from './catalogue.ts';

/** `received`: the shopper is done and the money is not confirmed. `returned`: it was paid, and the money went back. */
export type OrderStatus = 'open' | 'received' | 'paid' | 'returned';

export interface Order {
  readonly id: string;
  readonly teaId: string;
  readonly quantity: number;
  /** Which of the shop's gateway accounts it is paid through. */
  readonly gateway: string;
  readonly currency: string;
  /** In minor units. Computed here, once, when the order is made: no page can name an amount. */
  readonly total: number;
  readonly status: OrderStatus;
  readonly createdAtMs: number;
}

/** What the shop needs to know of a payment to keep its order. */
export interface PaymentNews {
  readonly orderId: string;
  readonly status: string;
  readonly reason: string;
  readonly surplus?: boolean;
  readonly amount: { readonly value: number };
  readonly refunded?: { readonly value: number };
}

export interface Orders {
  create(tea: Tea, quantity: number, gateway: string): Order;
  find(id: string): Order | undefined;
  /** Newest first. */
  list(): readonly Order[];
  /** Takes in what has become of a payment. Hearing the same again changes nothing. */
  settle(payment: PaymentNews): void;
}

const SCHEMA = `CREATE TABLE IF NOT EXISTS orders (
  id TEXT PRIMARY KEY, tea_id TEXT, quantity INTEGER, currency TEXT, total INTEGER, status TEXT, created_at_ms INTEGER,
  gateway TEXT
)`;

// Without letters that look like digits. Not in sequence: who has the address of an order may see it and pay it.
const ID_LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** The shop's orders, kept in a file. */
export function openOrders(path: string, now: () => number = Date.now): Orders {
  const database = new DatabaseSync(path);
  database.exec(SCHEMA);
  const columns = database.prepare("SELECT name FROM pragma_table_info('orders')").all();
  // A file of the time when there was one gateway.
  if (!columns.some(({ name }) => name === 'gateway')) database.exec('ALTER TABLE orders ADD COLUMN gateway TEXT');
  const insert = database.prepare('INSERT INTO orders VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
  const find = database.prepare('SELECT * FROM orders WHERE id = ?');
  const list = database.prepare('SELECT * FROM orders ORDER BY created_at_ms DESC, rowid DESC LIMIT 100');
  const update = database.prepare('UPDATE orders SET status = ? WHERE id = ?');

  return {
    create({ id: teaId, price }, quantity, gateway) {
      const id = `T-${Array.from({ length: 10 }, () => ID_LETTERS[randomInt(ID_LETTERS.length)]).join('')}`;
      const order = { id, teaId, quantity, gateway, currency: CURRENCY, total: price * quantity, createdAtMs: now() };
      insert.run(id, teaId, quantity, order.currency, order.total, 'open', order.createdAtMs, gateway);
      return { ...order, status: 'open' };
    },
    find(id) {
      const row = find.get(id);
      return row && toOrder(row);
    },
    list: () => list.all().map(toOrder),
    settle(payment) {
      const order = find.get(payment.orderId);
      const change = changeBy(payment);
      if (order && change?.from.includes(toOrder(order).status)) update.run(change.to, payment.orderId);
    },
  };
}

/** What a payment does to its order, and in which states. One that failed leaves the order open for another. */
function changeBy({
  status,
  reason,
  surplus,
  amount,
  refunded,
}: PaymentNews): { from: OrderStatus[]; to: OrderStatus } | undefined {
  // A second payment of an order that is already paid is the kit's to give back.
  if (surplus) return undefined;
  if (refunded?.value === amount.value) return { from: ['open', 'received', 'paid'], to: 'returned' };
  if (status === 'success') return { from: ['open', 'received', 'returned'], to: 'paid' };
  if (reason === 'reversed') return { from: ['open', 'received', 'paid'], to: 'returned' };
  if (reason === 'processing') return { from: ['open', 'returned'], to: 'received' };
  return status === 'pending' ? undefined : { from: ['received'], to: 'open' };
}

function toOrder(row: Record<string, unknown>): Order {
  return {
    id: String(row['id']),
    teaId: String(row['tea_id']),
    quantity: Number(row['quantity']),
    gateway: String((row['gateway'] as string | null) ?? 'alipay'),
    currency: String(row['currency']),
    total: Number(row['total']),
    status: row['status'] as OrderStatus,
    createdAtMs: Number(row['created_at_ms']),
  };
}
