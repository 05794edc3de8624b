import type * as Ace from 'accessibility-checker-engine';
import { askAxe } from './axe.ts';
import type { Finding } from './finding.ts';

/** IBM's engine is no module: a script of its own brings it. */
declare const ace: typeof Ace;

/** What both engines find in the document as it is. */
export async function audit(): Promise<readonly Finding[]> {
  return [...(await askAxe(document)), ...(await askIbm())];
}

async function askIbm(): Promise<Finding[]> {
  const { results } = await new ace.Checker().check(document, ['WCAG_2_2', 'IBM_Accessibility']);
  return results
    .filter(({ value: [, verdict] }) => String(verdict) !== 'PASS')
    .map(({ value, ruleId, message, path }) => ({
      kind: value.join() === 'VIOLATION,FAIL' ? 'violation' : 'review',
      engine: 'IBM',
      rule: ruleId,
      message,
      where: path['dom'] ?? '',
    }));
}
