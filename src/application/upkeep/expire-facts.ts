import { audit } from '../../domain/audit.ts';
import { factsKeptFrom } from '../../domain/retention.ts';
import { firstDayOf, type SchoolYear, schoolYearOf } from '../../domain/time/school-year.ts';
import { type LocalDate, localDateInParis, secondsAfter } from '../../domain/time/time.ts';
import type { Clock, Store } from '../ports.ts';
import { UPKEEP_ACTOR } from './upkeep-actor.ts';

/** Number of people in one call of the timer. */
const PEOPLE_A_VISIT = 50;

interface Needs {
  readonly store: Pick<Store, 'commit' | 'countPeopleWithOldFacts' | 'readPeopleWithOldFacts'>;
  readonly clock: Clock;
}

/** Deletes the facts of people whose last fact is more than five school years old (docs/rules.md, Retention).
 *  It looks at everybody, so it works only in the first hour of the day; repeating it changes nothing. Badges
 *  stay, with the facts in their awards. */
export const expireFacts =
  ({ store, clock }: Needs) =>
  async (): Promise<void> => {
    const at = clock.now();
    const today = localDateInParis(at);
    if (localDateInParis(secondsAfter(at, -3600)) === today) return;
    const before = factsKeptFrom(today);
    const personIds = await store.readPeopleWithOldFacts(before, PEOPLE_A_VISIT);
    if (personIds.length === 0) return;
    const details = { people: personIds.length, before };
    await store.commit([
      { kind: 'facts-expired', personIds, before },
      audit('facts-expired', { at, actor: UPKEEP_ACTOR, subject: 'retention', details }),
    ]);
  };

/** The number of people whose facts will be deleted on the next 1 September. */
export const readRetention =
  ({ store, clock }: Needs) =>
  async (): Promise<{ readonly on: LocalDate; readonly people: number }> => {
    const year = schoolYearOf(localDateInParis(clock.now()));
    const on = firstDayOf((year + 1) as SchoolYear);
    return { on, people: await store.countPeopleWithOldFacts(factsKeptFrom(on)) };
  };
