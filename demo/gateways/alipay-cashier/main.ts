import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listen, settings } from '../../support/process.ts';
import { createAlipaySandbox, generateKeys, type GatewayKeys, keysFrom, sqliteStorage } from './index.ts';

const { port, dataDir } = settings({ port: 4020 });

await listen(port, (origin) =>
  createAlipaySandbox({
    origin,
    keys: ownKeys(join(dataDir, 'gateway-key')),
    storage: sqliteStorage(join(dataDir, 'gateway.db')),
  }),
);

/** Kept, so that merchants who have copied the public half need not do so again after a restart. */
function ownKeys(path: string): GatewayKeys {
  if (existsSync(path)) return keysFrom(readFileSync(path, 'utf8'));
  const keys = generateKeys();
  const privateKey = keys.privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');
  writeFileSync(path, privateKey, { mode: 0o600 });
  return keys;
}
