import type { Backend } from './backend.ts';
import { toError } from './http-backend.ts';

/**
 * A backend whose first create is the one that has already been answered, by `refusal`: an answer that is no success, or
 * what `create` rejected with. So a refusal is not asked for twice, and the wait that it asks for is kept.
 */
export function alreadyAnswered(backend: Backend, refusal: unknown): Backend {
  let isTold = false;
  return {
    async create(request, options) {
      if (isTold) return backend.create(request, options);
      isTold = true;
      throw refusal instanceof Response ? await toError(refusal) : refusal;
    },
    retrieve: (access) => backend.retrieve(access),
    subscribe: (access, listeners) => backend.subscribe(access, listeners),
    check: (access) => backend.check(access),
    cancel: (access) => backend.cancel(access),
    listWallets: async (request, options) => (await backend.listWallets?.(request, options)) ?? [],
  };
}
