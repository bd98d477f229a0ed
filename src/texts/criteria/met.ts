import type { Finding } from '../../domain/criteria/evaluation.ts';
import { nearestNestedFinding } from '../../domain/criteria/nearness.ts';
import { dispatchRule, type RuleHandlers } from '../../domain/criteria/rule-kind.ts';
import { schoolYearLabel } from '../../domain/time/school-year.ts';
import { inBrackets, type MetPhraseInput, phraseOf } from './phrase-book.ts';
import { namesAlone, quotedRole, type Walk, yearList } from './walk.ts';

interface FindingWalk extends Walk {
  readonly finding: Finding;
}

/** How the requirement is met, without an initial capital: « 3 années : 2023-2024, 2024-2025 et
 *  2025-2026 ». */
export function metAsText(finding: Finding, walk: Walk): string {
  return dispatchRule(handlers, finding.requirement, { ...walk, finding });
}

function metNestedRules({ finding, ...walk }: FindingWalk): string {
  const met = finding.parts.filter((part) => part.met);
  return met.map((part) => metAsText(part, walk)).join(walk.phrases.words.semicolon);
}

function metInSpan(walk: FindingWalk): string {
  return `${metNestedRules({ ...walk, bound: true })} (${yearList(walk.finding.used.years, walk.phrases)})`;
}

function metPhraseInput(walk: FindingWalk): MetPhraseInput {
  const { finding, bound, phrases } = walk;
  return {
    ...namesAlone(walk),
    bound,
    finding,
    role: quotedRole(walk),
    years: bound ? '' : yearList(finding.used.years, phrases),
    codes: inBrackets((finding.used.events ?? []).join(', ')),
    reviewed: (one, many) => reviewed(walk, (waived) => phrases.words.counted(waived, one, many)),
  };
}

/** « 2 points d’étape tenus ; 5 années comptées sans, règle d’avant 2025-2026 »: a waived review is never
 *  called held. A public sentence does not name the rule. */
function reviewed(
  { finding, thresholds, phrases, namesOnly }: FindingWalk,
  count: (waived: number) => string,
): string {
  const by = finding.used.reviewedBy ?? {};
  const { found, words } = phrases;
  const grounds = Object.entries(found.reviewed) as [
    keyof typeof found.reviewed,
    (times: number) => string,
  ][];
  const held = grounds.flatMap(([ground, say]) => (by[ground] ? [say(by[ground])] : []));
  if (!by.waiver) return held.join(words.semicolon);
  const before = !namesOnly && thresholds && schoolYearLabel(thresholds.reviewWaivedBefore);
  const waived = found.waived({
    counted: count(by.waiver),
    isAlone: held.length === 0,
    before: before || undefined,
  });
  return [...held, waived].join(words.semicolon);
}

const handlers: RuleHandlers<FindingWalk, string> = {
  all: (_, walk) => metNestedRules(walk),
  any: (_, { finding, ...walk }) => {
    const part = nearestNestedFinding(finding);
    return part === undefined ? '' : metAsText(part, walk);
  },
  atLeast: (_, walk) => metNestedRules(walk),
  someYear: (_, walk) => metInSpan(walk),
  someWindow: (_, walk) => metInSpan(walk),
  meets: ({ meets }, { phrases, achievementName }) => phrases.found.meets(achievementName(meets)),
  leaf: (rule, walk) => phraseOf(walk.phrases.leaves, rule).found(rule, metPhraseInput(walk)),
};
