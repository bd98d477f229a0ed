import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { CountedFacts, RetentionReader } from '../../../application/store/people-readers.ts';
import type { ChangeOf } from '../../../domain/change/change.ts';
import type { PersonId } from '../../../domain/ids.ts';
import type {
  FactCounts,
  RetentionChange,
  RetentionHold,
  RetentionNotice,
} from '../../../domain/retention.ts';
import { schoolYearOf } from '../../../domain/time/school-year.ts';
import type { LocalDate } from '../../../domain/time/time.ts';
import type { Database } from '../database.ts';
import { deleteSegmentsIn } from '../engagement-writes.ts';
import { excluded } from '../insert.ts';
import { premise, premiseOfNone } from '../premise.ts';
import { countRows, readAll } from '../queries.ts';
import { recordTable } from '../record-table.ts';
import type { Tables } from '../tables.ts';
import { asStored, lastWord, premised, type Queries, type Writers } from '../writer.ts';

const noticeTable = recordTable<RetentionNotice>()('retention_notice', ['personId'], {
  columns: [
    ...(['personId', 'before', 'announcedOn', 'engagements', 'attended', 'reviews'] as const),
    'contributions',
  ],
});

const holdTable = recordTable<RetentionHold>()('retention_hold', [], {
  columns: ['begunOn', 'untilOn', 'reason', 'heldBy'],
});

/** The table of the facts of each kind. */
const FACTS = {
  engagements: 'engagement',
  attended: 'attendance',
  reviews: 'progress_review',
  contributions: 'contribution',
} as const satisfies Record<keyof FactCounts, keyof Tables>;

const KINDS = Object.keys(FACTS) as (keyof FactCounts)[];

/** The person of the outer query. */
const PERSON = sql.ref<PersonId>('person.id');

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
          ...KINDS.map((kind) => fn.coalesce(fn.sum<number>(kind), sql.lit(0)).as(kind)),
        ])
        .executeTakeFirstOrThrow();
      return { people: Number(people), ...toNumbers(counts) };
    },
    readRetentionHold: () => holdTable.first(db.selectFrom('retention_hold').selectAll()),
    countPeopleWithOldFacts: (before) => countRows(withOldFacts(database, before)),
  };
}

type Counts = Record<keyof FactCounts, number | string | bigint | null>;

function toNumbers(counts: Counts): FactCounts {
  const { engagements, attended, reviews, contributions } = counts;
  return {
    engagements: Number(engagements),
    attended: Number(attended),
    reviews: Number(reviews),
    contributions: Number(contributions),
  };
}

function toCounted({ id, ...counts }: Counts & { readonly id: PersonId }): CountedFacts {
  return { personId: id, ...toNumbers(counts) };
}

/** The number of facts of the kind that the person of the outer query has. */
function countOf({ db }: Database, kind: keyof FactCounts) {
  const facts = db.selectFrom(FACTS[kind]).where('person_id', '=', PERSON);
  return facts.select(({ fn }) => fn.countAll<number>().as('count'));
}

function withCounts(database: Database, people: ReturnType<typeof withOldFacts>) {
  const counts = KINDS.map((kind) => countOf(database, kind).as(kind));
  return people.select(['person.id', ...counts]).orderBy('person.id');
}

/** Whether the announcement tells these very facts. A fact more or less is announced again. */
function isAsAnnounced(database: Database, before: LocalDate): RawBuilder<SqlBool> {
  const same = KINDS.map((kind) => sql`${sql.ref(`notice.${kind}`)} = ${countOf(database, kind)}`);
  return sql<SqlBool>`(notice.before = ${before} and ${sql.join(same, sql` and `)})`;
}

interface Due {
  readonly before: LocalDate;
  readonly announcedBefore: LocalDate;
}

/** The people whose facts are all older than the day `before`, as it was announced long enough ago. */
function peopleToExpire(database: Database, { before, announcedBefore }: Due) {
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
function withOldFacts({ db }: Database, before: LocalDate) {
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

export const retention = {
  'facts-expired': premised(['choice-as-read'], expireFacts),
  'retention-announced': asStored(({ db }, { notices }) => noticeTable.saveAll(db, notices)),
  'retention-notices-dropped': asStored((database, { before }) => [
    database.db
      .deleteFrom('retention_notice')
      .where('person_id', 'not in', withOldFacts(database, before).select('person.id'))
      .compile(),
  ]),
  'retention-held': lastWord('dane', ({ db }, { hold }) => {
    const row = holdTable.toRow(hold);
    const insert = db.insertInto('retention_hold').values({ id: 1, ...row });
    return [insert.onConflict((on) => on.column('id').doUpdateSet(excluded(row))).compile()];
  }),
  'retention-hold-ended': asStored(({ db }, { untilOn }) => [
    db.updateTable('retention_hold').set({ until_on: untilOn }).where('until_on', '>', untilOn).compile(),
  ]),
  'day-lived': asStored(({ db }, { day }) => [
    db
      .insertInto('lived_day')
      .values({ day })
      .onConflict((on) => on.column('day').doNothing())
      .compile(),
  ]),
  'lived-days-begun-anew': asStored(({ db }) => [db.deleteFrom('lived_day').compile()]),
  'life-marked': asStored(({ db }, { home, mark, before, asRead, at }) => {
    const row = { id: 1 as const, home, mark, mark_before: before ?? null, marked_at: at };
    const { id: _, ...values } = row;
    return [
      db
        .insertInto('life')
        .values(row)
        .onConflict((on) =>
          on
            .column('id')
            .doUpdateSet(excluded(values))
            .where('life.mark', '=', asRead ?? ''),
        )
        .compile(),
    ];
  }),
} satisfies Writers<RetentionChange>;

function expireFacts(database: Database, change: ChangeOf<'facts-expired'>): Queries {
  const { db, capabilities } = database;
  const { personIds, before } = change;
  const people = capabilities.listOf(personIds);
  const old = db.selectFrom('event').select('code').where('starts_on', '<', before);
  const segments = db
    .selectFrom('engagement')
    .select('reference')
    .where('person_id', 'in', people)
    .where('ends_on', '<', before);
  return [
    ...mayExpire(database, change),
    db.deleteFrom('retention_notice').where('person_id', 'in', people).compile(),
    db.deleteFrom('retention_hold').compile(),
    ...deleteSegmentsIn({ db, capabilities }, segments),
    db.deleteFrom('attendance').where('person_id', 'in', people).where('event_code', 'in', old).compile(),
    db.deleteFrom('review_notes').where('person_id', 'in', people).where('held_on', '<', before).compile(),
    db.deleteFrom('progress_review').where('person_id', 'in', people).where('held_on', '<', before).compile(),
    db
      .deleteFrom('planned_review')
      .where('person_id', 'in', people)
      .where('school_year', '<', schoolYearOf(before))
      .compile(),
    db
      .deleteFrom('yearly_report')
      .where('person_id', 'in', people)
      .where('school_year', '<', schoolYearOf(before))
      .compile(),
    db.deleteFrom('contribution').where('person_id', 'in', people).where('dated_on', '<', before).compile(),
    // Whoever has no fact left is no longer of the network.
    db.deleteFrom('directory_consent').where('person_id', 'in', people).compile(),
    db.deleteFrom('message_recipient').where('person_id', 'in', people).compile(),
    db.deleteFrom('means').where('person_id', 'in', people).where('since', '<', before).compile(),
  ];
}

/** A person may have been merged, a fact recorded, the deletion held or the database's days doubted by another
 *  process since the people were found. */
function mayExpire(database: Database, change: ChangeOf<'facts-expired'>): Queries {
  const { db, capabilities } = database;
  const { personIds, announcedBefore, today } = change;
  const held = db.selectFrom('retention_hold').select('id').where('until_on', '>=', today);
  const lived = db.selectFrom('lived_day').select('day').where('day', '=', announcedBefore);
  const others = db
    .selectFrom('person')
    .select('id')
    .where('id', 'in', capabilities.listOf(personIds))
    .where('id', 'not in', peopleToExpire(database, change).select('person.id'));
  return [
    premiseOfNone(database, 'choice-as-read', held),
    premise(database, 'choice-as-read', lived),
    premiseOfNone(database, 'choice-as-read', others),
  ];
}
