import type { Created } from '../protocol/payment.ts';
import { type AttemptKeeper, hasEnded } from './attempt.ts';
import type { CheckoutError } from './errors.ts';
import type { SessionTarget, StartRequest } from './payment-session.ts';
import type { Work } from './work.ts';

interface SendOptions {
  readonly work: Work;
  readonly attempt: AttemptKeeper;
  readonly target: SessionTarget;
  /** False where the shopper no longer waits: nothing is repeated then. */
  readonly isWanted: () => boolean;
  readonly onCreated: (created: Created) => void;
  readonly onError: (error: CheckoutError) => void;
}

interface CreateOptions extends SendOptions {
  /** What the shopper has just asked for. Absent where an attempt is only taken up again. */
  readonly request: StartRequest | undefined;
}

const TIMEOUT_MS = 20_000;

/**
 * Creates the payment of the current attempt. Makes a new attempt, once, only where the old one has been answered: its key
 * was taken, or what it led to has ended and the shopper asks for more.
 */
export function create(options: CreateOptions, mayRenew = true): void {
  const { attempt, target, onCreated, onError } = options;
  const { isTakenUp } = attempt;
  const { request: sent, walletName } = attempt.current!;
  const request = options.request ?? { ...sent!, walletName };
  const renew = () => {
    attempt.begin({ ...request, orderId: target.orderId });
    create(options, false);
  };
  sendAttempt({
    ...options,
    onCreated(created) {
      if (mayRenew && isTakenUp && options.request && hasEnded(created)) return renew();
      attempt.update({ token: created.token });
      onCreated(created);
    },
    onError(error) {
      if (mayRenew && error.code === 'idempotency_key_reused') return renew();
      if (isDefinite(error)) attempt.forget();
      onError(error);
    },
  });
}

/** Sends the current attempt as it is stored, until it is answered. Replayed, it brings a fresh token. */
export function sendAttempt({ work, attempt, target, isWanted, onCreated, onError }: SendOptions): void {
  const { key, request } = attempt.current!;
  work.ask({
    timeoutMs: TIMEOUT_MS,
    send: (signal) => target.backend.create(request!, { idempotencyKey: key!, signal }),
    onAnswer: onCreated,
    onError,
    isWanted,
  });
}

/** True where the server has answered and nothing came of it. Anything else may have made a payment. */
export function isDefinite({ code, retryable }: CheckoutError): boolean {
  return !retryable && code !== 'invalid_answer' && code !== 'unsafe_address';
}
