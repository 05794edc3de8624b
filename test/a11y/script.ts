import { readFile, writeFile } from 'node:fs/promises';
import { checkoutStates } from '../support/checkout-states.ts';
import type { Stage } from './stage.ts';

const FILE = new URL('screen-reader.txt', import.meta.url);
const NOW = new Date('2026-11-22T10:00:00Z');

/**
 * What a screen reader has to say of each state, in English, for people to review: `screen-reader.txt` beside this file.
 * By state: what the live region says on arriving there, line by line, and then the tree of
 * roles and names.
 */
export type Script = Readonly<Record<string, string>>;

export async function readScript(): Promise<Script> {
  const sections = (await readFile(FILE, 'utf8')).split(/^# /m).slice(1);
  return Object.fromEntries(
    sections.map((section) => {
      const [state = '', ...lines] = section.trim().split('\n');
      return [state, lines.join('\n')];
    }),
  );
}

/** The script as it is now. */
export async function performScript(stage: Stage): Promise<Script> {
  await stage.page.clock.setFixedTime(NOW);
  const script: Record<string, string> = {};
  for (const state of Object.keys(checkoutStates)) {
    await stage.show({ state, display: 'inline', language: 'en', theme: 'light', width: 1280 });
    const said = (await stage.heard()).map((text) => `says: ${text}`);
    const tree = await stage.page.locator('posed-checkout').ariaSnapshot();
    // What is in the live region has just been said.
    script[state] = [...said, tree.replace(/\n- status.*$/s, '')].join('\n');
  }
  return script;
}

export const writeScript = (script: Script): Promise<void> =>
  writeFile(
    FILE,
    Object.entries(script)
      .map(([state, lines]) => `# ${state}\n${lines}\n`)
      .join('\n'),
  );
