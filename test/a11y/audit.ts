import type * as Ace from 'accessibility-checker-engine';
import axe, { type Result } from 'axe-core';

/** IBM's engine is no module: a script of its own brings it. */
declare const ace: typeof Ace;

export interface Finding {
  /** A `violation` fails. What a machine cannot judge is for a person to `review`. */
  readonly kind: 'violation' | 'review';
  readonly engine: 'axe' | 'IBM' | 'layout';
  readonly rule: string;
  readonly message: string;
  readonly where: string;
}

/** Rules that their makers do not stand by: given up, not yet agreed upon, or a hint of where to look. */
const UNSETTLED = ['deprecated', 'experimental', 'review-item'];

/** All others, those beyond the usual included: best practice, and level AAA. */
const RULES = axe
  .getRules()
  .filter(({ tags }) => !tags.some((tag) => UNSETTLED.includes(tag)))
  .map(({ ruleId }) => ruleId);

/** What both engines find in the document as it is. */
export async function audit(): Promise<readonly Finding[]> {
  return [...(await askAxe()), ...(await askIbm())];
}

async function askAxe(): Promise<Finding[]> {
  const { violations, incomplete } = await axe.run(document, {
    runOnly: { type: 'rule', values: RULES },
    resultTypes: ['violations', 'incomplete'],
  });
  return [...translate('violation', violations), ...translate('review', incomplete)];
}

const translate = (kind: Finding['kind'], results: readonly Result[]): Finding[] =>
  results.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary = help }) => ({
      kind,
      engine: 'axe',
      rule: id,
      message: failureSummary.replace(/\s+/g, ' '),
      where: target.flat().join(' '),
    })),
  );

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
