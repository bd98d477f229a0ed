import { type CompiledQuery, sql } from 'kysely';
import type { Engagement } from '../../../domain/records.ts';
import type { Database } from '../database.ts';
import { toEngagementRow } from '../tables/engagements.ts';
import { premiseOfNone } from './premise.ts';
import { saveEngagements } from './save-engagement.ts';

interface ImportedLine {
  readonly engagement: Engagement;
  readonly asRead?: Engagement;
}

/** The columns that an import decides on. A decision in the service changes at least one of them. */
const COLUMNS = [
  'reference',
  'person_id',
  'uai',
  'starts_on',
  'ends_on',
  'missions',
  'roles',
  'confirmation',
  'decided_by',
  'decided_on',
] as const;

/** Writes the segments of a file. One premise covers all of them: each is still as it was read. */
export function importEngagements(
  database: Database,
  lines: readonly ImportedLine[],
): readonly CompiledQuery[] {
  return [
    noneMoved(
      database,
      lines.map(({ engagement }) => engagement.reference),
      lines.flatMap(({ asRead }) => asRead ?? []),
    ),
    ...saveEngagements(
      database,
      lines.map(({ engagement }) => engagement),
    ),
  ];
}

/** Fails the whole commit where a segment of these references is not as it was read. */
function noneMoved(
  database: Database,
  references: readonly string[],
  asRead: readonly Engagement[],
): CompiledQuery {
  const { db, capabilities } = database;
  const stamp = sql<string>`${sql.join(
    COLUMNS.map((column) => sql`coalesce(${sql.ref(`engagement.${column}`)}, '')`),
    sql` || ' ' || `,
  )}`;
  const moved = db
    .selectFrom('engagement')
    .select('reference')
    .where('reference', 'in', capabilities.listOf(references))
    .where(stamp, 'not in', capabilities.listOf(asRead.map(stampOf)));
  return premiseOfNone(database, 'engagement-as-read', moved);
}

function stampOf(engagement: Engagement): string {
  const row = toEngagementRow(engagement);
  return COLUMNS.map((column) => row[column] ?? '').join(' ');
}
