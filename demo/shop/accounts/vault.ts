import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** The shop's secrets, kept in a file that only its owner can read. A real shop has a service for them. */
export interface Vault {
  /** The secret of this name; made by `create` where there is none yet. */
  secret(name: string, create: () => string | Promise<string>): Promise<string>;
}

export function openVault(path: string): Vault {
  const secrets = new Map<string, string>(existsSync(path) ? Object.entries(read(path)) : []);
  return {
    async secret(name, create) {
      const known = secrets.get(name);
      if (known !== undefined) return known;
      const made = await create();
      secrets.set(name, made);
      writeFileSync(path, JSON.stringify(Object.fromEntries(secrets), null, 2), { mode: 0o600 });
      return made;
    },
  };
}

function read(path: string): Record<string, string> {
  return JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>;
}
