import { type CompiledQuery, type Expression, type RawBuilder, type SqlBool, sql } from 'kysely';
import type {
  ConfirmationRequestReader,
  DueReminders,
  SilentSearch,
} from '../../../application/store/confirmation-readers.ts';
import type {
  ConfirmationChange,
  ConfirmationRequest,
  ReminderTurn,
} from '../../../domain/confirmation/request.ts';
import type { Confirmation } from '../../../domain/records.ts';
import type { Instant, LocalDate } from '../../../domain/time/calendar.ts';
import { firstDayOf, type SchoolYear } from '../../../domain/time/school-year.ts';
import { newKey, type Queries, type Writers, withPrecondition } from '../commit/change-writer.ts';
import { preconditionHeld, preconditionOfEach } from '../commit/precondition.ts';
import type { Database } from '../mapping/database.ts';
import { countRows, readColumn } from '../mapping/queries.ts';
import { recordTable } from '../mapping/record-table.ts';
import { fromEngagementRow } from './rows.ts';

export const requestTable = recordTable<ConfirmationRequest>()(
  'confirmation_request',
  ['engagementReference'],
  { columns: ['engagementReference', 'campaignId', 'requestedAt', 'firstReminderAt', 'secondReminderAt'] },
);

/** Written as a literal: an engine uses a partial index only if it sees the condition itself. */
export const REQUESTED = sql.lit<Confirmation>('requested');

/** Whether an engagement is to be renewed in the school year that begins on this day (`isToRenew`). */
export function isUnrenewed(firstDay: Expression<string> | LocalDate): RawBuilder<SqlBool> {
  return sql<SqlBool>`(confirmation in ('confirmed', 'confirmed-with-reservation', 'confirmed-by-dane')
    and ends_on is null and starts_on < ${firstDay} and (confirmed_on is null or confirmed_on < ${firstDay}))`;
}

/** Reads requests of confirmation, of campaigns and of teachers: the unanswered ones, those due for a
 *  reminder, and the engagements confirmed on documents. */
export function makeConfirmationRequestReader(database: Database): ConfirmationRequestReader {
  const { db, capabilities } = database;
  return {
    countSilentRequests: (requestedUntil) =>
      countRows(unanswered(database).where(waitsForDane(requestedUntil))),
    readSilentRequests: (search) => readSilentRequests(database, search),
    readDocumentaryConfirmations: (search) => readDocumentaryConfirmations(database, search),
    readConfirmationRequests: (references) => {
      const list = capabilities.listOf(references);
      const requested = requestTable.select(db).orderBy('engagement_reference');
      return requestTable.all(requested.where('engagement_reference', 'in', list));
    },
    ...makeReminderReads(database),
  };
}

function unanswered({ db }: Database) {
  return db
    .selectFrom('confirmation_request')
    .innerJoin('engagement', 'engagement.reference', 'confirmation_request.engagement_reference')
    .where('confirmation', '=', REQUESTED);
}

/** Requests of the year's campaigns about engagements that are still to be renewed. */
function unrenewed({ db }: Database, year: SchoolYear) {
  const campaigns = db.selectFrom('campaign').select('id').where('school_year', '=', year);
  return db
    .selectFrom('confirmation_request')
    .innerJoin('engagement', 'engagement.reference', 'confirmation_request.engagement_reference')
    .where('campaign_id', 'in', campaigns)
    .where(isUnrenewed(firstDayOf(year)));
}

/** The heads of the engagement's school, by the DANE's data or by their own declaration. */
export const HEADS = sql`(select person.id from person where person.head_of_uai = engagement.uai
  union all select headship.person_id from headship where headship.uai = engagement.uai)`;

/** Whether the request is old enough, or its teacher is the only head of the school. */
function waitsForDane(requestedUntil: Instant) {
  return sql<boolean>`(confirmation_request.requested_at <= ${requestedUntil} or (
    engagement.person_id in ${HEADS}
    and not exists (select 1 from ${HEADS} as head where head.id <> engagement.person_id)))`;
}

async function readSilentRequests(
  database: Database,
  { campaignId, askedUntil, after, limit }: SilentSearch,
) {
  const rows = await unanswered(database)
    .selectAll(['confirmation_request', 'engagement'])
    .$if(campaignId === undefined, (query) => query.where(waitsForDane(askedUntil)))
    .$if(campaignId !== undefined, (query) =>
      query.where('campaign_id', '=', campaignId ?? '').where('requested_at', '<=', askedUntil),
    )
    .$if(after !== undefined, (query) => query.where('engagement_reference', '>', after ?? ''))
    .orderBy('engagement_reference')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ request: requestTable.fromRow(row), engagement: fromEngagementRow(row) }));
}

async function readDocumentaryConfirmations(
  { db }: Database,
  { campaignId, after, limit }: Parameters<ConfirmationRequestReader['readDocumentaryConfirmations']>[0],
): ReturnType<ConfirmationRequestReader['readDocumentaryConfirmations']> {
  const rows = await db
    .selectFrom('confirmation_request')
    .innerJoin('documentary_confirmation as given', (join) =>
      join.onRef('given.engagement_reference', '=', 'confirmation_request.engagement_reference'),
    )
    .innerJoin('engagement', 'engagement.reference', 'confirmation_request.engagement_reference')
    .selectAll('engagement')
    .select(['given.documents', 'given.confirmed_at'])
    .where('campaign_id', campaignId === undefined ? 'is' : '=', campaignId ?? null)
    .$if(after !== undefined, (query) => query.where('engagement.reference', '>', after ?? ''))
    .orderBy('engagement.reference')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    engagement: fromEngagementRow(row),
    documents: row.documents,
    at: row.confirmed_at,
  }));
}

function makeReminderReads(
  database: Database,
): Pick<ConfirmationRequestReader, 'readUnreachableSchools' | 'readSchoolsToRemind' | 'readDueReminders'> {
  // Two queries, because one condition for both would find neither by an index.
  const allDue = ({ turn, since, year }: DueReminders) =>
    [unanswered(database), unrenewed(database, year)].map((requests) =>
      turn === 'first'
        ? requests.where('first_reminder_at', 'is', null).where('requested_at', '<=', since)
        : requests
            .where('first_reminder_at', 'is not', null)
            .where('second_reminder_at', 'is', null)
            .where('first_reminder_at', '<=', since),
    );
  const reachable = sql<boolean>`exists (select 1 from ${HEADS} as head
    inner join person_email on person_email.person_id = head.id)`;
  const readSchools = (
    requests: ReturnType<typeof unanswered>,
    { after, limit }: Parameters<ConfirmationRequestReader['readUnreachableSchools']>[0],
  ) => {
    const schools = requests.select('engagement.uai').distinct().orderBy('engagement.uai').limit(limit);
    const later = after === undefined ? schools : schools.where('engagement.uai', '>', after);
    return readColumn(later, 'uai');
  };
  return {
    readUnreachableSchools: (page) =>
      readSchools(unanswered(database).where(sql<boolean>`not ${reachable}`), page),
    readSchoolsToRemind: async ({ after, limit, ...reminders }) => {
      const slice = { limit, ...(after !== undefined && { after }) };
      const found = await Promise.all(
        allDue(reminders).map((requests) =>
          readSchools(requests.where(sql<boolean>`exists (select 1 from ${HEADS} as head)`), slice),
        ),
      );
      return [...new Set(found.flat())].toSorted().slice(0, limit);
    },
    readDueReminders: async (uai, reminders) => {
      const found = await Promise.all(
        allDue(reminders).map((requests) =>
          readColumn(requests.select('engagement.reference').where('engagement.uai', '=', uai), 'reference'),
        ),
      );
      return found.flat().toSorted();
    },
  };
}

export const confirmationRequests = {
  'confirmation-asked': newKey(
    {
      writeRun: (database, run) => [
        ...campaignsStillOpen(
          database,
          run.flatMap(({ request: { campaignId } }) => campaignId ?? []),
        ),
        ...run.flatMap(({ request, replaces }) => {
          const row = requestTable.toRow(request);
          const insert = database.db.insertInto('confirmation_request').values(row).compile();
          return replaces === undefined
            ? [insert]
            : [forget(database, row.engagement_reference, replaces), insert];
        }),
      ],
    },
    ['choice-as-read'],
  ),
  'confirmation-reminded': withPrecondition(['reminder-not-written'], remind),
} satisfies Writers<ConfirmationChange>;

/** No one is asked by a campaign that was closed or cancelled in the meantime. */
function campaignsStillOpen(database: Database, ids: readonly string[]): Queries {
  return [...new Set(ids)].flatMap((id) => {
    const open = database.db.selectFrom('campaign').select('id').where('id', '=', id);
    return preconditionHeld(database, 'choice-as-read', open.where('closed_at', 'is', null));
  });
}

function forget(
  { db }: Database,
  reference: string,
  { campaignId = null }: { readonly campaignId?: string | null },
): CompiledQuery {
  const request = db.deleteFrom('confirmation_request').where('engagement_reference', '=', reference);
  return request.where('campaign_id', campaignId === null ? 'is' : '=', campaignId).compile();
}

interface Reminded {
  readonly references: readonly string[];
  readonly turn: ReminderTurn;
  readonly at: Instant;
}

function remind(database: Database, { references, turn, at }: Reminded): Queries {
  const { db, capabilities } = database;
  const column = turn === 'first' ? 'first_reminder_at' : 'second_reminder_at';
  const list = capabilities.listOf(references);
  const unwritten = db
    .selectFrom('confirmation_request')
    .select('engagement_reference')
    .where('engagement_reference', 'in', list)
    .where(column, 'is', null);
  return [
    preconditionOfEach(database, 'reminder-not-written', references, unwritten),
    db
      .updateTable('confirmation_request')
      .set({ [column]: at })
      .where('engagement_reference', 'in', list)
      .compile(),
  ];
}
