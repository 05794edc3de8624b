import { join } from 'node:path';
import { listen, settings } from '../../support/process.ts';
import { createWooshPaySandbox, sqliteStorage } from './index.ts';

const { port, dataDir } = settings({ port: 4022 });

await listen(port, (origin) => createWooshPaySandbox({ origin, storage: sqliteStorage(join(dataDir, 'wooshpay.db')) }));
