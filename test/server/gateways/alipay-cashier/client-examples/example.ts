import type { AlipayCashierClient } from '../../../../../src/server/gateways/alipay-cashier/index.ts';

export type Call = Exclude<keyof AlipayCashierClient, 'readNotification'>;

/** A call of the client: where it goes, all that a merchant can say in it, and all that the gateway can answer. */
export interface Example<C extends Call = Call> {
  readonly path: string;
  readonly request: Parameters<AlipayCashierClient[C]>[0];
  readonly answer: Awaited<ReturnType<AlipayCashierClient[C]>>;
}

export type Examples = { readonly [C in Call]: Example<C> };
