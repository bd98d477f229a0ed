import { sql } from 'kysely';
import type { CountedFacts, RetentionReader } from '../../../application/store/people-readers.ts';
import type { PersonId } from '../../../domain/ids.ts';
import { countFacts, FACT_KINDS, type FactCounts, type FactKind } from '../../../domain/retention.ts';
import type { Database } from '../mapping/database.ts';
import { countRows, readAll } from '../mapping/queries.ts';
import {
  countOf,
  holdTable,
  isAsAnnounced,
  noticeTable,
  peopleToExpire,
  withOldFacts,
} from './retention-candidates.ts';

export function makeRetentionReader(database: Database): RetentionReader {
  const { db } = database;
  return {
    readPeopleToAnnounce: ({ before, today }, limit) =>
      readAll(
        withCounts(database, withOldFacts(database, before))
          .leftJoin('retention_notice as notice', 'notice.person_id', 'person.id')
          .where((eb) =>
            eb.or([
              eb('notice.person_id', 'is', null),
              eb('notice.announced_on', '>', today),
              eb.not(isAsAnnounced(database, before)),
            ]),
          )
          .limit(limit),
        toCounted,
      ),
    readPeopleToExpire: ({ before, announcedBefore }, limit) => {
      const due = peopleToExpire(database, { before, announcedBefore });
      return readAll(withCounts(database, due).limit(limit), toCounted);
    },
    readRetentionNotices: (limit) =>
      noticeTable.all(db.selectFrom('retention_notice').selectAll().orderBy('person_id').limit(limit)),
    countRetentionNotices: async () => {
      const { people, ...counts } = await db
        .selectFrom('retention_notice')
        .select(({ fn }) => [
          fn.countAll<number>().as('people'),
          ...FACT_KINDS.map((kind) => fn.coalesce(fn.sum<number>(kind), sql.lit(0)).as(kind)),
        ])
        .executeTakeFirstOrThrow();
      return { people: Number(people), ...toNumbers(counts) };
    },
    readRetentionHold: () => holdTable.first(db.selectFrom('retention_hold').selectAll()),
    countPeopleWithOldFacts: (before) => countRows(withOldFacts(database, before)),
  };
}

type Counts = Record<FactKind, number | string | bigint | null>;

function toNumbers(counts: Counts): FactCounts {
  return countFacts((kind) => Number(counts[kind]));
}

function toCounted({ id, ...counts }: Counts & { readonly id: PersonId }): CountedFacts {
  return { personId: id, ...toNumbers(counts) };
}

function withCounts(database: Database, people: ReturnType<typeof withOldFacts>) {
  const counts = FACT_KINDS.map((kind) => countOf(database, kind).as(kind));
  return people.select(['person.id', ...counts]).orderBy('person.id');
}
