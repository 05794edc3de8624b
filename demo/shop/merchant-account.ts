import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** What a merchant copies from the gateway's dashboard, and the private key that belongs to it. */
export interface MerchantAccount {
  readonly clientId: string;
  readonly privateKey: string;
  readonly gatewayPublicKey: string;
}

export interface AccountOptions {
  readonly clientId: string;
  readonly name: string;
  readonly gatewayOrigin: string;
  /** Where the private key is kept. */
  readonly keyPath: string;
}

const RETRY_MS = 250;

/** Opens the shop's account at the gateway. Waits for a gateway that does not answer yet. */
export async function openAccount({
  clientId,
  name,
  gatewayOrigin,
  keyPath,
}: AccountOptions): Promise<MerchantAccount> {
  const privateKey = ownPrivateKey(keyPath);
  const publicKey = createPublicKey(createPrivateKey(privateKey)).export({ format: 'der', type: 'spki' });
  const body = JSON.stringify({ clientId, name, publicKey: publicKey.toString('base64') });
  for (;;) {
    const gatewayPublicKey = await register(`${gatewayOrigin}/panel/merchants`, body);
    if (gatewayPublicKey) return { clientId, privateKey, gatewayPublicKey };
    await pause(RETRY_MS);
  }
}

function ownPrivateKey(path: string): string {
  if (existsSync(path)) return readFileSync(path, 'utf8');
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = String(privateKey.export({ format: 'pem', type: 'pkcs8' }));
  writeFileSync(path, pem, { mode: 0o600 });
  return pem;
}

async function register(url: string, body: string): Promise<string | undefined> {
  try {
    const response = await fetch(url, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
    if (!response.ok) return undefined;
    return ((await response.json()) as { gatewayPublicKey: string }).gatewayPublicKey;
  } catch {
    return undefined;
  }
}
