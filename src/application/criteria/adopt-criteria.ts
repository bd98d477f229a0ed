import { loadCriteria } from '../../catalogue/load-criteria.ts';
import type { Criteria } from '../../domain/criteria/criteria.ts';
import { withFigures } from '../../domain/criteria/criteria-figures.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import { type LocalDate, localDateInParis } from '../../domain/time/time.ts';
import type { Clock, Store } from '../ports.ts';
import type { LivingCatalogue } from './living-catalogue.ts';

interface Needs {
  readonly store: Store;
  readonly clock: Clock;
  readonly catalogue: LivingCatalogue;
}

export interface AdoptCriteria {
  /** Figures that differ from the newest version, by their JSON Pointer. */
  readonly figures: Readonly<Record<string, number>>;
  readonly from: LocalDate;
  readonly actor: PersonId;
}

/** The newest version with other figures, numbered after it; checked as published criteria are. Throws
 *  `invalid-criteria`. */
function toNextVersion(
  newest: Criteria,
  { figures, from }: Pick<AdoptCriteria, 'figures' | 'from'>,
): Criteria {
  const next = { ...withFigures(newest, figures), version: newest.version + 1, inForceFrom: from };
  return loadCriteria(next);
}

/** Adopts a version of the criteria from a day to come. Awards keep the version they were judged by. Throws
 *  `criteria-too-early` for a day before tomorrow or not after the newest version's, `criteria-unchanged`,
 *  `invalid-criteria`, `store-conflict` where somebody adopted another at the same moment. */
export const adoptCriteria =
  ({ store, clock, catalogue }: Needs) =>
  async (command: AdoptCriteria): Promise<Criteria> => {
    await catalogue.refresh('now');
    const newest = catalogue.versions().at(-1);
    if (!newest) throw new DomainError('no-criteria-in-force', { on: command.from });
    const at = clock.now();
    if (command.from <= localDateInParis(at) || command.from <= newest.inForceFrom) {
      throw new DomainError('criteria-too-early', { from: command.from, newest: newest.inForceFrom });
    }
    const next = toNextVersion(newest, command);
    const before = JSON.stringify({ ...newest, version: next.version, inForceFrom: next.inForceFrom });
    if (JSON.stringify(next) === before) throw new DomainError('criteria-unchanged');
    await store.commit([
      { kind: 'criteria-adopted', criteria: next, by: command.actor, at },
      {
        kind: 'audited',
        entry: {
          at,
          actor: command.actor,
          action: 'criteria-adopted',
          subject: `criteria/${next.version}`,
          details: { from: command.from },
        },
      },
    ]);
    await catalogue.refresh('now');
    return next;
  };
