import type { PersonId } from '../../domain/ids.ts';
import type { JobProgress } from '../../domain/job/types.ts';
import type { PersonRecord, SchoolRecord } from '../../domain/records.ts';
import type { LocalDate } from '../../domain/time/calendar.ts';
import { yearUpTo } from '../../domain/time/school-year.ts';
import type { Uai } from '../../domain/uai.ts';
import type { Store } from '../ports.ts';

const PEOPLE_A_STEP = 500;
/** Number of schools in one step. A school is read with the whole records of everyone engaged there that
 *  year. */
const SCHOOLS_A_STEP = 20;

/** The records of the people or schools of one step. */
export interface WalkedSlice {
  readonly people: readonly PersonRecord[];
  readonly schools: readonly SchoolRecord[];
  readonly size: number;
  /** The place where the next step begins; absent after the last. */
  readonly next?: Pick<JobProgress, 'phase' | 'after'>;
}

/** Walks over all recipients who may earn a badge as of a day, one slice at each step: people first (phase
 *  0), then schools with everyone engaged there in the school year of that day (phase 1). */
export async function walkRecipients(
  store: Store,
  { phase, after }: Pick<JobProgress, 'phase' | 'after'>,
  on: LocalDate,
): Promise<WalkedSlice> {
  const behind = <Key>() => (after === undefined ? {} : { after: after as Key });
  if (phase === 0) {
    const ids = await store.readRupnIds({ limit: PEOPLE_A_STEP, ...behind<PersonId>() });
    return {
      people: await store.readPersonRecords(ids),
      schools: [],
      size: ids.length,
      next: ids.length < PEOPLE_A_STEP ? { phase: 1 } : { phase: 0, after: ids.at(-1) ?? '' },
    };
  }
  const uais = await store.readEngagedUais({ limit: SCHOOLS_A_STEP, ...behind<Uai>() });
  return {
    people: [],
    schools: await store.readSchoolRecords(uais, yearUpTo(on)),
    size: uais.length,
    ...(uais.length === SCHOOLS_A_STEP && { next: { phase: 1, after: uais.at(-1) ?? '' } }),
  };
}
