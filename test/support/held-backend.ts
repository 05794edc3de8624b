import type { Backend } from '../../src/session/backend.ts';
import { CheckoutError } from '../../src/session/errors.ts';
import { aSnapshot, TOKEN } from './payments.ts';

/** An endpoint that answers a create when the test says so, and then nothing more. */
export function aHeldBackend(): Backend & { answer(): void; created: number } {
  let answer = (): void => {};
  const answered = new Promise<void>((resolve) => (answer = resolve));
  const never = () => new Promise<never>(() => {});
  const backend = {
    created: 0,
    answer: () => answer(),
    create: () => {
      backend.created += 1;
      return answered.then(() => ({ ...aSnapshot(), token: TOKEN }));
    },
    retrieve: () => Promise.resolve(aSnapshot()),
    subscribe: never,
    check: never,
    cancel: () => Promise.reject(new CheckoutError('cancel_not_supported', 'No')),
  };
  return backend;
}
