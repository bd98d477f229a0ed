import type { PersonId } from '../../domain/ids.ts';
import type { JobProgress } from '../../domain/job/job.ts';
import type { EstablishmentRecord, Person, PersonRecord } from '../../domain/records.ts';
import type { Uai } from '../../domain/uai.ts';
import type { Store } from '../ports.ts';

const STEP_SIZE = 50;

/** The people or schools of one step, with their records. */
export interface WalkedSlice {
  readonly people: readonly Person[];
  readonly records: ReadonlyMap<PersonId, PersonRecord>;
  readonly schools: readonly EstablishmentRecord[];
  readonly size: number;
  /** The place where the next step begins; absent after the last. */
  readonly next?: Pick<JobProgress, 'phase' | 'after'>;
}

/** Walks all recipients who may earn a badge, one slice a step: people first (phase 0), then schools (phase
 *  1). */
export async function walkRecipients(
  store: Store,
  { phase, after }: Pick<JobProgress, 'phase' | 'after'>,
): Promise<WalkedSlice> {
  const page = <Key>() => ({ limit: STEP_SIZE, ...(after !== undefined && { after: after as Key }) });
  if (phase === 0) {
    const ids = await store.readRupnIds(page<PersonId>());
    const [people, records] = await Promise.all([store.readPeople(ids), store.readPersonRecords(ids)]);
    return {
      people,
      records: new Map(records.map((record) => [record.personId, record])),
      schools: [],
      size: ids.length,
      next: ids.length < STEP_SIZE ? { phase: 1 } : { phase: 0, after: ids.at(-1) ?? '' },
    };
  }
  const uais = await store.readEngagedUais(page<Uai>());
  return {
    people: [],
    records: new Map(),
    schools: await store.readEstablishmentRecords(uais),
    size: uais.length,
    ...(uais.length === STEP_SIZE && { next: { phase: 1, after: uais.at(-1) ?? '' } }),
  };
}
