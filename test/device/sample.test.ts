import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { detectDevice } from '../../src/device/detect.ts';

/**
 * Strings that real devices sent, with what they are: a line of JSON each. Their licences differ, so they stay outside
 * of the repository, and the rules are made from what makers say and not from them.
 */
const path =
  process.env['DEVICES_SAMPLE'] ?? fileURLToPath(new URL('../../../shared/devices-sample.jsonl', import.meta.url));

type Field = 'formFactor' | 'osType' | 'terminal' | 'container';

interface Row {
  readonly id: string;
  readonly ua: string;
  readonly signals?: {
    readonly platform?: string;
    readonly maxTouchPoints?: number;
    readonly screenWidth?: number;
    readonly screenHeight?: number;
    readonly uaData?: { readonly platform?: string; readonly mobile?: boolean };
    readonly pointer?: 'coarse' | 'fine' | 'none';
  };
  readonly expected: Readonly<Partial<Record<Field, string | null>>> & {
    readonly containerClass?: string;
    readonly osTypeAccept?: readonly string[];
  };
  /** The fields that count. */
  readonly score: readonly Field[];
}

const GOALS: Readonly<Record<Field, number>> = { terminal: 0.99, osType: 0.99, container: 0.97, formFactor: 0.97 };

describe('detectDevice, on a sample of real devices', () => {
  it('is right', { skip: !existsSync(path) && 'DEVICES_SAMPLE names no file' }, (t) => {
    const rows = readFileSync(path, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Row);
    for (const field of Object.keys(GOALS) as Field[]) {
      const scored = rows.filter((row) => row.score.includes(field));
      const wrong = scored.filter((row) => !isRight(field, row));
      const share = 1 - wrong.length / scored.length;
      t.diagnostic(`${field}: ${(100 * share).toFixed(1)} % of ${String(scored.length)}`);
      assert.ok(share >= GOALS[field], `${field} is wrong: ${wrong.map(({ id }) => id).join(', ')}`);

      const grave = wrong.filter(({ expected }) => /phone|desktop/.test(expected.formFactor ?? ''));
      assert.deepEqual(grave, [], `${field}: phones and desktops`);
    }
  });
});

function isRight(field: Field, { ua, signals: { uaData, pointer, ...signals } = {}, expected }: Row): boolean {
  const device = detectDevice({
    ...signals,
    userAgent: ua,
    ...(uaData && { userAgentData: uaData }),
    ...(pointer && { coarsePointer: pointer === 'coarse' }),
  });
  if (field === 'osType') {
    const system = device.system ?? null;
    return system === expected.osType || (system !== null && (expected.osTypeAccept ?? []).includes(system));
  }
  if (field === 'container' && device.containerClass !== expected.containerClass) return false;
  return device[field] === expected[field];
}
