import type { ServerEnvironment } from './environment.ts';
import type { Followers } from './followers.ts';
import type { Gateway } from './gateway.ts';
import type { Log } from './log.ts';
import type { CheckoutOptions } from './options.ts';
import type { RateLimiter } from './rate-limit.ts';
import type { Store } from './store.ts';

/** What the parts of one checkout share. Made once, by `createCheckout`. */
export interface Kit {
  readonly store: Store;
  readonly gateways: Readonly<Record<string, Gateway>>;
  readonly environment: ServerEnvironment;
  readonly log: Log;
  readonly findOrder: CheckoutOptions['findOrder'];
  readonly chooseGateway: NonNullable<CheckoutOptions['chooseGateway']>;
  readonly authorize: CheckoutOptions['authorize'];
  readonly clientAddress: NonNullable<CheckoutOptions['clientAddress']>;
  readonly publicUrl: URL;
  readonly allowedOrigins: ReadonlySet<string>;
  readonly returnTicket: boolean;
  readonly late: 'accept' | 'refund';
  readonly surplus: 'refund' | 'hold';
  /** How many payments may be begun by one client, and for one order. */
  readonly limits: { readonly client: RateLimiter; readonly order: RateLimiter };
  readonly followers: Followers;
  /** Something has come into the outbox. */
  published(): void;
  /** Some payment is to be asked about now. */
  due(): void;
}
