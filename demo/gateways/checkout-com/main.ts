import { join } from 'node:path';
import { listen, settings } from '../../support/process.ts';
import { sqliteStorage } from '../support/storage.ts';
import { createCheckoutComSandbox } from './index.ts';

const { port, dataDir } = settings({ port: 4021 });

await listen(port, (origin) =>
  createCheckoutComSandbox({ origin, storage: sqliteStorage(join(dataDir, 'checkout-com.db')) }),
);
