import type { Finding } from '../../domain/criteria/evaluation.ts';
import { foundNothing, nearestNestedFinding } from '../../domain/criteria/nearness.ts';
import { dispatchRule, isComposite, type RuleHandlers } from '../../domain/criteria/rule-kind.ts';
import { phraseOf, without } from './phrase-book.ts';
import { requirementPhraseInput, sameMissionsByRole, type Walk, yearList } from './walk.ts';

interface FindingWalk extends Walk {
  readonly finding: Finding;
}

/** What is missing, as the complement of « il manque ». */
export function missingAsText(finding: Finding, walk: Walk): string {
  return dispatchRule(handlers, finding.requirement, { ...walk, finding });
}

function missingNestedRules({ finding, ...walk }: FindingWalk): readonly string[] {
  return finding.parts.filter(({ met }) => !met).map((part) => missingAsText(part, walk));
}

/** Lists every alternative where they are simple, otherwise only the nearest one. */
function missingAlternative(walk: FindingWalk): string {
  const { finding, phrases } = walk;
  const requirements = finding.parts.map(({ requirement }) => requirement);
  const closest = nearestNestedFinding(finding);
  const byRole = sameMissionsByRole(requirements);
  // Where only the role differs, the alternative that came nearest says how many missions are missing.
  if (byRole !== undefined && closest !== undefined) {
    const left = without(byRole.of, closest.used.missions);
    return phrases.lacking.missions(
      { left, count: gapOf(closest), roles: byRole.roles },
      requirementPhraseInput(walk),
    );
  }
  if (!requirements.some(isComposite)) return phrases.words.or(missingNestedRules(walk));
  return closest === undefined ? '' : missingAsText(closest, walk);
}

/** What is missing in the year or window that came nearest. Its name is given where anything was found in
 *  it. */
function missingInSpan(walk: FindingWalk): string {
  const { finding, phrases } = walk;
  const inner = missingNestedRules({ ...walk, bound: true }).join('');
  if (foundNothing(finding)) return inner;
  const years = yearList(finding.used.years, phrases);
  return `${inner} (${phrases.lacking.nearest(finding.used.years?.length === 1)}${phrases.words.colon}${years})`;
}

function gapOf({ required, actual }: Finding): number {
  return required - actual;
}

const handlers: RuleHandlers<FindingWalk, string> = {
  all: (_, walk) => walk.phrases.words.and(missingNestedRules(walk)),
  any: (_, walk) => missingAlternative(walk),
  atLeast: (_, walk) => {
    const { lacking, words } = walk.phrases;
    return lacking.atLeast(gapOf(walk.finding), missingNestedRules(walk).join(words.semicolon));
  },
  someYear: (_, walk) => missingInSpan(walk),
  someWindow: (_, walk) => missingInSpan(walk),
  meets: ({ meets }, walk) => {
    const { lacking, words } = walk.phrases;
    const parts = words.and(missingNestedRules({ ...walk, bound: false }));
    return `${lacking.meets(walk.achievementName(meets))}${words.colon}${parts}`;
  },
  leaf: (rule, walk) =>
    phraseOf(walk.phrases.leaves, rule).lacking(rule, {
      ...requirementPhraseInput(walk),
      finding: walk.finding,
      gap: gapOf(walk.finding),
    }),
};
