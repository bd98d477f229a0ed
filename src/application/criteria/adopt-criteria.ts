import { loadCriteria } from '../../catalogue/load-criteria.ts';
import { audit } from '../../domain/audit.ts';
import { checkAdoptionDay } from '../../domain/criteria/adoption.ts';
import type { Criteria } from '../../domain/criteria/criteria.ts';
import { withFigures } from '../../domain/criteria/criteria-figures.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import { type LocalDate, localDateInParis } from '../../domain/time/time.ts';
import type { Clock, Store } from '../ports.ts';
import type { LivingCatalogue } from './living-catalogue.ts';

interface Needs {
  readonly store: Pick<Store, 'commit'>;
  readonly clock: Clock;
  readonly catalogue: LivingCatalogue;
}

export interface AdoptCriteria {
  /** Figures that differ from the newest version, by their JSON Pointer. */
  readonly figures: Readonly<Record<string, number>>;
  readonly from: LocalDate;
  readonly actor: PersonId;
}

/** The version that would be adopted: the newest one with these figures and the next unused number, checked
 *  as published criteria are. Throws `criteria-too-early`, `criteria-too-late`, `criteria-unchanged`,
 *  `invalid-criteria`. */
export const previewCriteria =
  ({ clock, catalogue }: Omit<Needs, 'store'>) =>
  async ({ figures, from }: Pick<AdoptCriteria, 'figures' | 'from'>): Promise<Criteria> => {
    await catalogue.refresh('now');
    const newest = catalogue.versions().at(-1);
    if (!newest) throw new DomainError('no-criteria-in-force', { on: from });
    checkAdoptionDay(from, { today: localDateInParis(clock.now()), newest });
    const number = { version: catalogue.lastNumber() + 1, inForceFrom: from };
    const next = { ...withFigures(newest, figures), ...number };
    if (JSON.stringify(next) === JSON.stringify({ ...newest, ...number })) {
      throw new DomainError('criteria-unchanged');
    }
    return loadCriteria(next);
  };

/** Adopts a version of the criteria from a day to come. Awards keep the version that judged them. Throws as
 *  the preview does, and `store-conflict` where another version was adopted at the same moment. */
export const adoptCriteria = (needs: Needs) => {
  const preview = previewCriteria(needs);
  return async (command: AdoptCriteria): Promise<Criteria> => {
    const { store, clock, catalogue } = needs;
    const next = await preview(command);
    const at = clock.now();
    await store.commit([
      { kind: 'criteria-adopted', criteria: next, by: command.actor, at },
      audit('criteria-adopted', {
        at,
        actor: command.actor,
        subject: `criteria/${next.version}`,
        details: { from: command.from },
      }),
    ]);
    await catalogue.refresh('now');
    return next;
  };
};
