import type { Snapshot } from '../protocol/payment.ts';
import type { AttemptKeeper } from './attempt.ts';
import type { Backend, StreamListeners } from './backend.ts';
import { CheckoutError, toCheckoutError } from './errors.ts';

/** One payment, as whoever follows it asks for it. */
export interface PaymentSource {
  /** The payment as it is stored. */
  retrieve(signal: AbortSignal): Promise<Snapshot>;
  /** Streams snapshots, as {@link Backend.subscribe} does. */
  subscribe(signal: AbortSignal, listeners: StreamListeners): Promise<void>;
}

interface SourceOptions {
  readonly backend: Backend;
  readonly paymentId: string;
  /** The attempt that the payment came of. */
  readonly attempt: AttemptKeeper;
  /** True while a token is worth renewing. */
  readonly isLive: () => boolean;
}

/**
 * Asks with the attempt's token. One that is refused is renewed by a replay of the create, which answers the payment as it
 * is too: so it takes the place of the next question, and there are never more of them.
 *
 * A refusal ends nothing: a server that is being replaced, or a proxy before it, refuses for a while what it knows.
 */
export function paymentSource({ backend, paymentId, attempt, isLive }: SourceOptions): PaymentSource {
  let isRefused = false;
  const access = (signal: AbortSignal) => ({ paymentId, token: attempt.current!.token!, signal });
  const ask = async <T>(send: () => Promise<T>): Promise<T> => {
    try {
      return await send();
    } catch (error) {
      isRefused ||= isDenied(toCheckoutError(error));
      throw error;
    }
  };

  async function renew(signal: AbortSignal): Promise<Snapshot> {
    isRefused = false;
    const { key, request } = attempt.current!;
    const created = await backend.create(request!, { idempotencyKey: key!, signal });
    if (created.payment.id !== paymentId) throw new CheckoutError('payment_not_found', 'The order has another payment');
    // Nobody waits for it any more: the attempt may be another one by now.
    if (!signal.aborted) attempt.update({ token: created.token });
    return created;
  }

  return {
    retrieve: (signal) =>
      isRefused && attempt.current!.request && isLive() ? renew(signal) : ask(() => backend.retrieve(access(signal))),
    subscribe: (signal, listeners) => ask(() => backend.subscribe(access(signal), listeners)),
  };
}

/** True where the token was refused. It and an unknown payment get the same answer, so either may stand for the other. */
export function isDenied({ code }: CheckoutError): boolean {
  return code === 'unauthorized' || code === 'payment_not_found';
}
