import type { AchievementDefinition, Criteria } from '../../domain/criteria/criteria.ts';
import { evaluate } from '../../domain/criteria/evaluate.ts';
import type { Evaluation } from '../../domain/criteria/evaluation.ts';
import { familiesMetByTime } from '../../domain/criteria/team-met-by-time.ts';
import { DomainError } from '../../domain/errors.ts';
import { deriveTeamFacts } from '../../domain/facts/derive-team-facts.ts';
import type { Establishment } from '../../domain/records.ts';
import { type SchoolYear, schoolYearOf } from '../../domain/time/school-year.ts';
import { type LocalDate, localDateInParis } from '../../domain/time/time.ts';
import type { Uai } from '../../domain/uai.ts';
import type { Catalogue, Clock, Store } from '../ports.ts';
import type { AwardWithCredential } from '../store/badge-readers.ts';

interface Needs {
  readonly store: Pick<Store, 'readAwardsOf' | 'readEstablishmentRecords' | 'readEstablishments'>;
  readonly clock: Clock;
  readonly catalogue: Catalogue;
}

/** A badge for schools, with its state for one school this school year. */
export interface SchoolBadge {
  readonly definition: AchievementDefinition;
  readonly evaluation: Evaluation;
  /** The day on which each missing requirement will be met by time alone, by the name of the requirement. */
  readonly requirementsMetOn: ReadonlyMap<string, LocalDate>;
  /** The award of this school year. */
  readonly latest?: AwardWithCredential;
}

/** The badges of a school: all that were granted, and the requirements that are met or missing today. */
export interface SchoolBadges {
  readonly establishment: Establishment;
  readonly on: LocalDate;
  readonly schoolYear: SchoolYear;
  readonly criteria: Criteria;
  readonly awards: readonly AwardWithCredential[];
  readonly badges: readonly SchoolBadge[];
}

/** Judges the badges of a school as of today in Paris. Throws `unknown-establishment`. */
export const readSchoolBadges =
  ({ store, clock, catalogue }: Needs) =>
  async (uai: Uai): Promise<SchoolBadges> => {
    const on = localDateInParis(clock.now());
    const schoolYear = schoolYearOf(on);
    const criteria = catalogue.criteriaInForce(on);
    const [[establishment], [record], awards] = await Promise.all([
      store.readEstablishments([uai]),
      store.readEstablishmentRecords([uai]),
      store.readAwardsOf([{ kind: 'establishment', uai }]),
    ]);
    if (!establishment) throw new DomainError('unknown-establishment', { uai });
    const basis = { thresholds: criteria.thresholds, framework: catalogue.framework };
    const known = record ?? { uai, people: [], meetings: [] };
    const facts = deriveTeamFacts(known, on, basis);
    const badges = criteria.achievements
      .filter(({ recipient }) => recipient === 'establishment')
      .map((definition) => {
        const latest = awards
          .filter(({ award }) => award.achievement === definition.code && award.schoolYear === schoolYear)
          .toSorted((a, b) => a.award.sequence - b.award.sequence)
          .at(-1);
        const evaluation = evaluate({ definition, criteria, facts });
        const { framework } = catalogue;
        return {
          definition,
          evaluation,
          requirementsMetOn: familiesMetByTime({
            ...{ record: known, definition, evaluation, criteria, framework, today: on },
          }),
          ...(latest && { latest }),
        };
      });
    return { establishment, on, schoolYear, criteria, awards, badges };
  };
