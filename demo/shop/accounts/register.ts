import { setTimeout as pause } from 'node:timers/promises';

const RETRY_MS = 250;

/** Opens an account at a simulated gateway, as a merchant does in its dashboard. Waits for one that does not answer yet. */
export async function register(gatewayOrigin: string, account: object): Promise<Readonly<Record<string, unknown>>> {
  for (;;) {
    const answer = await post(`${gatewayOrigin}/panel/merchants`, JSON.stringify(account));
    if (answer) return answer;
    await pause(RETRY_MS);
  }
}

async function post(url: string, body: string): Promise<Readonly<Record<string, unknown>> | undefined> {
  try {
    const response = await fetch(url, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
    return response.ok ? ((await response.json()) as Readonly<Record<string, unknown>>) : undefined;
  } catch {
    return undefined;
  }
}
