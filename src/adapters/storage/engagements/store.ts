import { type CompiledQuery, sql } from 'kysely';
import type { EngagementReader } from '../../../application/store/engagement-readers.ts';
import type { EngagementChange } from '../../../domain/engagement/change.ts';
import type { Engagement } from '../../../domain/records.ts';
import type { Instant } from '../../../domain/time/calendar.ts';
import {
  lastWriteWins,
  newKey,
  type Queries,
  sweep,
  touchesOne,
  type Writers,
  withPrecondition,
} from '../commit/change-writer.ts';
import { preconditionOfEach, preconditionOfNone } from '../commit/precondition.ts';
import type { Database } from '../mapping/database.ts';
import { compileInsert, excluded } from '../mapping/insert.ts';
import { readColumn } from '../mapping/queries.ts';
import type { Tables } from '../mapping/tables.ts';
import { contentColumns, saveEngagements, toEngagementRow } from './rows.ts';
import {
  changeEngagement,
  type Decided,
  decideEngagement,
  declare,
  enterEngagement,
  redeclare,
  removeEngagement,
  replaceEngagement,
  withdraw,
} from './writes.ts';

/** Reads since when engagements wait, and which ones a person declared. */
export function makeEngagementReader({ db, capabilities }: Database): EngagementReader {
  return {
    readRequestsSince: async (references) => {
      const list = capabilities.listOf(references);
      const noted = db.selectFrom('engagement_request').select(['reference', 'since']);
      const requested = db
        .selectFrom('confirmation_request')
        .select(['engagement_reference as reference', 'requested_at as since']);
      const rows = await db
        .selectFrom(noted.unionAll(requested).as('known'))
        .select((eb) => ['reference', eb.fn.min('since').as('since')])
        .where('reference', 'in', list)
        .groupBy('reference')
        .execute();
      return rows.map(({ reference, since }) => ({ reference, since }));
    },
    readDeclaredReferences: (personId) => {
      const declared = db.selectFrom('declared_engagement').select('reference');
      return readColumn(declared.where('person_id', '=', personId).orderBy('reference'), 'reference');
    },
  };
}

/** Writes engagements. Contests and campaigns are subjects of their own. */
export const engagements = {
  /** One precondition covers all engagements of a file. */
  'engagement-imported': withPrecondition(['engagement-as-read'], { writeRun: importEngagements }),
  'engagement-declared': newKey(declare),
  'engagement-redeclared': withPrecondition(['engagement-still-open'], redeclare),
  'engagement-withdrawn': withPrecondition(['engagement-still-open'], (database, { reference }) =>
    withdraw(database, reference),
  ),
  'engagement-removed': withPrecondition(['engagement-as-read'], removeEngagement),
  'engagement-decided': withPrecondition(['single-role-free', 'engagement-as-read'], decideEngagement),
  'engagement-cut': withPrecondition(['engagement-as-read'], replaceEngagement),
  'confirmed-on-documents': withPrecondition(['single-role-free', 'engagement-as-read'], confirmOnDocuments),
  'engagement-changed': withPrecondition(['single-role-free', 'engagement-as-read'], changeEngagement),
  'engagement-entered': newKey(enterEngagement, ['single-role-free']),
  'documents-noted': lastWriteWins('dane', (database, { reference, documents, by, at }) => [
    noteDocuments(database, reference, { documents, confirmed_by: by, confirmed_at: at }),
  ]),
  'engagement-sharing-said': touchesOne(
    ({ db }, { reference }) =>
      db.selectFrom('engagement').select('reference').where('reference', '=', reference),
    ({ db }, { reference, sharing }) => [
      db
        .updateTable('engagement')
        .set({ sharing: sharing.length > 0 ? JSON.stringify(sharing) : null })
        .where('reference', '=', reference)
        .compile(),
    ],
    'owner',
  ),
  'requests-noted': sweep('requests-noted', noteRequests),
} satisfies Writers<EngagementChange>;

interface ConfirmedOnDocuments extends Decided {
  readonly documents: string;
  readonly by: string;
  readonly at: Instant;
}

function confirmOnDocuments(database: Database, confirmed: ConfirmedOnDocuments): Queries {
  const { by, at, documents } = confirmed;
  const given = { confirmed_at: at, confirmed_by: by, documents };
  return [
    ...decideEngagement(database, confirmed),
    noteDocuments(database, confirmed.engagement.reference, given),
  ];
}

function noteDocuments(
  { db }: Database,
  reference: string,
  given: Omit<Tables['documentary_confirmation'], 'engagement_reference'>,
) {
  return compileInsert(
    db
      .insertInto('documentary_confirmation')
      .values({ engagement_reference: reference, ...given })
      .onConflict((on) => on.column('engagement_reference').doUpdateSet(excluded(given))),
  );
}

function noteRequests({ db }: Database, { at }: { readonly at: Instant }): Queries {
  const waiting = db.selectFrom('engagement').where('confirmation', '=', 'requested');
  return [
    db.deleteFrom('engagement_request').where('reference', 'not in', waiting.select('reference')).compile(),
    db
      .insertInto('engagement_request')
      .columns(['reference', 'person_id', 'since'])
      .expression(
        waiting
          .select((eb) => ['reference', 'person_id', eb.cast<Instant>(eb.val(at), 'text').as('since')])
          .where('reference', 'not in', db.selectFrom('engagement_request').select('reference')),
      )
      .onConflict((on) => on.doNothing())
      .compile(),
  ];
}

interface ImportedEngagement {
  readonly engagement: Engagement;
  readonly asRead?: Engagement;
}

/** The columns that an import decides on. A decision in the service changes at least one of them. */
const COLUMNS = [
  'reference',
  'person_id',
  'uai',
  ...(Object.keys(contentColumns({})) as readonly (keyof Tables['engagement'])[]),
  'confirmation',
  'decided_by',
  'decided_on',
] as const;

/** Writes the engagements of a file. One precondition covers all of them: each is still as it was read. */
function importEngagements(
  database: Database,
  lines: readonly ImportedEngagement[],
): readonly CompiledQuery[] {
  const asRead = lines.flatMap((line) => line.asRead ?? []);
  return [
    noneMoved(
      database,
      lines.map(({ engagement }) => engagement.reference),
      asRead,
    ),
    noneGone(
      database,
      asRead.map(({ reference }) => reference),
    ),
    ...saveEngagements(
      database,
      lines.map(({ engagement }) => engagement),
    ),
  ];
}

/** Fails the whole commit where an engagement of these references is not as it was read. */
function noneMoved(
  database: Database,
  references: readonly string[],
  asRead: readonly Engagement[],
): CompiledQuery {
  const { db, capabilities } = database;
  const stamp = sql<string>`${sql.join(
    COLUMNS.map((column) => sql`coalesce(cast(${sql.ref(`engagement.${column}`)} as text), '')`),
    sql` || ' ' || `,
  )}`;
  const moved = db
    .selectFrom('engagement')
    .select('reference')
    .where('reference', 'in', capabilities.listOf(references))
    .where(stamp, 'not in', capabilities.listOf(asRead.map(stampOf)));
  return preconditionOfNone(database, 'engagement-as-read', moved);
}

/** Fails the whole commit if an engagement that was read is gone. Its line would write it back. */
function noneGone(database: Database, references: readonly string[]): CompiledQuery {
  const stored = database.db
    .selectFrom('engagement')
    .select('reference')
    .where('reference', 'in', database.capabilities.listOf(references));
  return preconditionOfEach(database, 'engagement-as-read', references, stored);
}

function stampOf(engagement: Engagement): string {
  const row = toEngagementRow(engagement);
  return COLUMNS.map((column) => row[column] ?? '').join(' ');
}
