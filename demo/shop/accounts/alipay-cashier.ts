import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { alipayCashier } from 'alipay-checkout/gateways/alipay-cashier';
import type { Gateway } from 'alipay-checkout/server';
import { register } from './register.ts';
import type { Vault } from './vault.ts';

/** Boost's limit is below nine tins of Pu-erh: a wallet that is not available is to be seen, too. */
const WALLETS = ['ALIPAY_CN', 'ALIPAY_HK', 'GCASH', 'DANA', 'TNG', 'KAKAOPAY', 'BOOST'];

/** The shop's account at Alipay Cashier Payment, once for Alipay alone and once with a choice of wallets. */
export async function openAlipayCashier(origin: string, vault: Vault): Promise<Record<string, Gateway>> {
  const clientId = 'SANDBOX_5XTEAHOUSE0000001';
  const privateKey = await vault.secret('alipay-cashier private key', createKey);
  const publicKey = createPublicKey(createPrivateKey(privateKey)).export({ format: 'der', type: 'spki' });
  const account = { clientId, name: 'Tea House', publicKey: publicKey.toString('base64') };
  const { gatewayPublicKey } = await register(origin, account);
  const miniAppId = 'SANDBOX_TEA_HOUSE';
  const options = { clientId, privateKey, gatewayPublicKey: String(gatewayPublicKey), host: origin, miniAppId };
  return { alipay: alipayCashier(options), 'alipay-wallets': alipayCashier({ ...options, wallets: WALLETS }) };
}

function createKey(): string {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return String(privateKey.export({ format: 'pem', type: 'pkcs8' }));
}
