import { achievementOf } from '../../catalogue/versions.ts';
import { isAgainstCriteria } from '../../domain/award/by-decision.ts';
import { judgeAgain } from '../../domain/award/re-evaluate.ts';
import type { Award } from '../../domain/award/types.ts';
import type { Criteria } from '../../domain/criteria/definition.ts';
import type { Finding } from '../../domain/criteria/evaluation.ts';
import { criteriaTexts as en } from '../../texts/en/criteria/page.ts';
import { criteriaTexts as fr } from '../../texts/fr/criteria/page.ts';
import type { Catalogue } from '../ports.ts';
import { phraseContext } from './evaluation-line.ts';

/** One requirement in words and, where it is public, how it is met. */
export interface CriterionTexts {
  readonly requirement: string;
  readonly met?: string;
}

/** The criteria of an award in words, for its badge and its page. Missions and families have their names. With
 *  `codes` they have their codes, as in older badges. Codes of events are left out, because the code of a meeting
 *  contains a school's UAI. For an award against the criteria, the words do not state how they are met. */
export function criteriaAsTexts(
  catalogue: Catalogue,
  { award, criteria }: { readonly award: Award; readonly criteria: Criteria },
  locale: 'fr' | 'en',
  naming: 'names' | 'codes' = 'names',
): readonly CriterionTexts[] {
  const texts = locale === 'fr' ? fr : en;
  const context = { ...phraseContext(catalogue, criteria, locale), namesOnly: naming === 'names' };
  if (isAgainstCriteria(award)) {
    const { requirements } = achievementOf(criteria, award.achievement);
    return requirements.map(({ rule }) => ({ requirement: texts.requirement(rule, context) }));
  }
  return judgeAgain(award, criteria).map((finding) => {
    const requirement = texts.requirement(finding.requirement, context);
    if (!finding.met) return { requirement };
    return { requirement, met: unlessRepeated(texts.met(toPublic(finding), context), requirement) };
  });
}

/** The words, or an empty text where the requirement already says the same, as in "the criteria of … met". */
function unlessRepeated(met: string, requirement: string): string {
  return requirement.toLowerCase().endsWith(met.toLowerCase()) ? '' : met;
}

function toPublic(finding: Finding): Finding {
  const { events: _, contributions: __, ...used } = finding.used;
  return { ...finding, used, parts: finding.parts.map(toPublic) };
}
