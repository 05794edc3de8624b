import axe, { type Result } from 'axe-core';
import type { Finding } from './finding.ts';

/** Rules that their makers do not stand by: given up, not yet agreed upon, or a hint of where to look. */
const UNSETTLED = ['deprecated', 'experimental', 'review-item'];

/** All others, those beyond the usual included: best practice, and level AAA. */
export const RULES = axe
  .getRules()
  .filter(({ tags }) => !tags.some((tag) => UNSETTLED.includes(tag)))
  .map(({ ruleId }) => ruleId);

/** What axe finds in the document, or in a part of it, where it is not asked about the page as a whole. */
export async function askAxe(context: Document | Element): Promise<Finding[]> {
  const { violations, incomplete } = await axe.run(context, {
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
