import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { PersonId } from '../../../domain/ids.ts';
import type { FactCounts, RetentionHold, RetentionNotice } from '../../../domain/retention.ts';
import type { LocalDate } from '../../../domain/time/calendar.ts';
import type { Database } from '../mapping/database.ts';
import { recordTable } from '../mapping/record-table.ts';
import type { Tables } from '../mapping/tables.ts';

export const noticeTable = recordTable<RetentionNotice>()('retention_notice', ['personId'], {
  columns: [
    ...(['personId', 'before', 'announcedOn', 'engagements', 'attended', 'reviews'] as const),
    'contributions',
  ],
});

export const holdTable = recordTable<RetentionHold>()('retention_hold', [], {
  columns: ['begunOn', 'untilOn', 'reason', 'heldBy'],
});

/** The table of the facts of each kind. */
const FACTS = {
  engagements: 'engagement',
  attended: 'attendance',
  reviews: 'progress_review',
  contributions: 'contribution',
} as const satisfies Record<keyof FactCounts, keyof Tables>;

export const KINDS = Object.keys(FACTS) as (keyof FactCounts)[];

/** The person of the outer query. */
const PERSON = sql.ref<PersonId>('person.id');

/** The number of facts of the kind that the person of the outer query has. */
export function countOf({ db }: Database, kind: keyof FactCounts) {
  const facts = db.selectFrom(FACTS[kind]).where('person_id', '=', PERSON);
  return facts.select(({ fn }) => fn.countAll<number>().as('count'));
}

/** Whether the announcement tells these very facts. A fact more or less is announced again. */
export function isAsAnnounced(database: Database, before: LocalDate): RawBuilder<SqlBool> {
  const same = KINDS.map((kind) => sql`${sql.ref(`notice.${kind}`)} = ${countOf(database, kind)}`);
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
  const engagements = db.selectFrom('engagement').select('reference').where('person_id', '=', PERSON);
  const attended = db
    .selectFrom('attendance')
    .innerJoin('event', 'event.code', 'attendance.event_code')
    .select('event.code')
    .where('attendance.person_id', '=', PERSON);
  const reviews = db.selectFrom('progress_review').select('uai').where('person_id', '=', PERSON);
  const contributions = db.selectFrom('contribution').select('reference').where('person_id', '=', PERSON);
  return (
    db
      .selectFrom('person')
      // Nearly everybody has a recent engagement, so this condition comes first and usually decides alone.
      .where((eb) =>
        eb.and([
          eb.not(
            eb.exists(
              engagements.where((one) => one.or([one('ends_on', 'is', null), one('ends_on', '>=', before)])),
            ),
          ),
          eb.not(eb.exists(attended.where('event.starts_on', '>=', before))),
          eb.not(eb.exists(reviews.where('held_on', '>=', before))),
          eb.not(eb.exists(contributions.where('dated_on', '>=', before))),
        ]),
      )
      .where((eb) =>
        eb.or([eb.exists(engagements), eb.exists(attended), eb.exists(reviews), eb.exists(contributions)]),
      )
  );
}
