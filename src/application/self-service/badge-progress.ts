import type { AchievementDefinition } from '../../domain/criteria/definition.ts';
import { evaluate } from '../../domain/criteria/evaluate.ts';
import type { Evaluation } from '../../domain/criteria/evaluation.ts';
import { foresee, metByTime } from '../../domain/criteria/met-by-time.ts';
import type { Bilingual } from '../../domain/engagement/mission.ts';
import { inLanguage } from '../../domain/engagement/mission.ts';
import { derivePersonFacts } from '../../domain/facts/derive-person.ts';
import type { PersonFacts } from '../../domain/facts/types.ts';
import { chosenForm } from '../../domain/holder/chosen-form.ts';
import { isCountable, type PersonRecord } from '../../domain/records.ts';
import { compact } from '../../domain/text/omit-undefined.ts';
import { type LocalDate, monthsAfter } from '../../domain/time/calendar.ts';
import { titleInForm } from '../../issuing/badge-title.ts';
import type { Catalogue } from '../ports.ts';
import type { AwardWithCredential } from '../store/badge-readers.ts';
import type { OwnRecord } from './read-own-record.ts';

/** Number of years ahead in which a day that meets the badge is searched. */
const YEARS_AHEAD = 6;

/** One badge of the criteria in force, judged for the person. */
export interface BadgeProgress {
  readonly definition: AchievementDefinition;
  /** Its title, in the form that the person chose for their badges. */
  readonly title: Bilingual;
  readonly evaluation: Evaluation;
  /** The first day on which the badge will be met by time alone. Absent if it is already met, or where
   *  time alone is not enough. */
  readonly metOn?: LocalDate;
  /** The same day for each missing requirement, by the name of the requirement. */
  readonly requirementsMetOn: ReadonlyMap<string, LocalDate>;
  /** The evaluation that would result if the requested and contested engagements were confirmed; absent if
   *  there are none. */
  readonly ifConfirmed?: Evaluation;
  /** The latest award of this badge. */
  readonly latest?: AwardWithCredential;
}

/** Every badge that a person may have, judged today, with the day on which it will be met by time alone. */
export const deriveBadgeProgress =
  ({ catalogue: { framework } }: { readonly catalogue: Catalogue }) =>
  (own: OwnRecord): readonly BadgeProgress[] => {
    const { on, criteria, record, facts, awards } = own;
    const factsOn = foresee(record, criteria, framework);
    const until = monthsAfter(on, 12 * YEARS_AHEAD);
    const foreseen = (definition: AchievementDefinition) =>
      metByTime({ record, definition, criteria, framework, today: on, until, factsOn });
    const form = chosenForm(awards);
    const confirmed = factsIfConfirmed(own, { thresholds: criteria.thresholds, framework });
    return criteria.achievements
      .filter(({ recipient }) => recipient === 'person')
      .map((definition) => {
        const evaluation = evaluate({ definition, criteria, facts });
        const metOn = evaluation.met ? undefined : foreseen(definition);
        const latest = awards
          .filter(({ award }) => award.achievement === definition.code)
          .toSorted((a, b) => a.award.sequence - b.award.sequence)
          .at(-1);
        return compact({
          definition,
          title: { en: inLanguage(definition.name, 'en'), fr: titleInForm(definition, 'fr', form) },
          evaluation,
          metOn,
          requirementsMetOn: requirementsMetOn(definition, evaluation, foreseen),
          ifConfirmed: confirmed && evaluate({ definition, criteria, facts: confirmed }),
          latest,
        });
      });
  };

function requirementsMetOn(
  definition: AchievementDefinition,
  { findings }: Evaluation,
  foreseen: (definition: AchievementDefinition) => LocalDate | undefined,
): ReadonlyMap<string, LocalDate> {
  const missing = findings.filter(({ met }) => !met).map(({ rule }) => rule);
  const days = definition.requirements
    .filter(({ name }) => missing.includes(name))
    .flatMap((requirement): readonly (readonly [string, LocalDate])[] => {
      const day = foreseen({ ...definition, requirements: [requirement] });
      return day === undefined ? [] : [[requirement.name, day]];
    });
  return new Map(days);
}

/** The facts that would result if every engagement were confirmed. */
function factsIfConfirmed(
  { record, on }: OwnRecord,
  basis: Parameters<typeof derivePersonFacts>[2],
): PersonFacts | undefined {
  if (record.engagements.every(({ confirmation }) => isCountable(confirmation))) return undefined;
  const confirmed: PersonRecord = {
    ...record,
    engagements: record.engagements.map((one) =>
      isCountable(one.confirmation) ? one : { ...one, confirmation: 'confirmed' },
    ),
  };
  return derivePersonFacts(confirmed, on, basis);
}
