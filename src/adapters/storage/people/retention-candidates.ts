import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { PersonId } from '../../../domain/ids.ts';
import {
  FACT_KINDS,
  type FactKind,
  type RetentionHold,
  type RetentionNotice,
} from '../../../domain/retention.ts';
import type { LocalDate } from '../../../domain/time/calendar.ts';
import type { Database } from '../mapping/database.ts';
import { recordTable } from '../mapping/record-table.ts';
import { factTableOf, isOlderThan } from './retention-tables.ts';

export const noticeTable = recordTable<RetentionNotice>()('retention_notice', ['personId'], {
  columns: ['personId', 'before', 'announcedOn', ...FACT_KINDS],
});

export const holdTable = recordTable<RetentionHold>()('retention_hold', [], {
  columns: ['begunOn', 'untilOn', 'reason', 'heldBy'],
});

/** The person of the outer query. */
const PERSON = sql.ref<PersonId>('person.id');

/** The number of facts of the kind that the person of the outer query has. */
export function countOf({ db }: Database, kind: FactKind) {
  const facts = db.selectFrom(factTableOf(kind)).where('person_id', '=', PERSON);
  return facts.select(({ fn }) => fn.countAll<number>().as('count'));
}

/** Whether the announcement tells these very facts. A fact more or less is announced again. */
export function isAsAnnounced(database: Database, before: LocalDate): RawBuilder<SqlBool> {
  const same = FACT_KINDS.map((kind) => sql`${sql.ref(`notice.${kind}`)} = ${countOf(database, kind)}`);
  return sql<SqlBool>`(notice.before = ${before} and ${sql.join(same, sql` and `)})`;
}

interface ExpiryDates {
  readonly before: LocalDate;
  readonly announcedBefore: LocalDate;
}

/** The people whose facts are all older than the day `before`, as it was announced long enough ago. */
export function peopleToExpire(database: Database, { before, announcedBefore }: ExpiryDates) {
  return withOldFacts(database, before).where((eb) =>
    eb.exists(
      eb
        .selectFrom('retention_notice as notice')
        .select('notice.before')
        .where('notice.person_id', '=', PERSON)
        .where('notice.announced_on', '<', announcedBefore)
        .where(isAsAnnounced(database, before)),
    ),
  );
}

/** The people who have facts, all of them older than this day. */
export function withOldFacts({ db }: Database, before: LocalDate) {
  const factsOf = (kind: FactKind) =>
    db.selectFrom(factTableOf(kind)).select('person_id').where('person_id', '=', PERSON);
  const recentOf = (kind: FactKind) =>
    factsOf(kind).where(sql<SqlBool>`(${isOlderThan(before, factTableOf(kind))}) is not true`);
  return (
    db
      .selectFrom('person')
      // Nearly everybody has a recent engagement, so this condition comes first and usually decides alone.
      .where((eb) => eb.and(FACT_KINDS.map((kind) => eb.not(eb.exists(recentOf(kind))))))
      .where((eb) => eb.or(FACT_KINDS.map((kind) => eb.exists(factsOf(kind)))))
  );
}
