import { join } from 'node:path';
import { listen, settings } from '../../support/process.ts';
import { createTrustPaymentsSandbox, sqliteStorage } from './index.ts';

const { port, dataDir } = settings({ port: 4023 });

await listen(port, (origin) =>
  createTrustPaymentsSandbox({ origin, storage: sqliteStorage(join(dataDir, 'trust-payments.db')) }),
);
