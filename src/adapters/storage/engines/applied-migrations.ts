import { type Kysely, sql } from 'kysely';
import { DomainError } from '../../../domain/errors.ts';
import type { Tables } from '../mapping/tables.ts';

/** Migrations whose text stands in `0001_initial.sql` since before the first release. They have no file any
 *  more, but databases of that time have them on their list. */
export const JOINED_MIGRATIONS: readonly string[] = [
  '0002_credentials_by_key.sql',
  '0003_form_of_words.sql',
  '0004_public_profile.sql',
  '0005_contribution_words.sql',
  '0006_engagement_proposals.sql',
  '0007_column_matches.sql',
  '0008_mission_proposals.sql',
  '0009_carried_split.sql',
  '0010_support_of_the_dane.sql',
  '0011_reference_text.sql',
  '0012_decide_safely.sql',
  '0013_suspension_and_reminders.sql',
  '0014_taken_back.sql',
  '0015_open_badges_host.sql',
  '0016_trusted_lists.sql',
  '0017_badge_log.sql',
  '0018_records_and_endorsements.sql',
  '0019_wallet_offers.sql',
  '0020_endorsed_achievements.sql',
  '0021_statuses_of_programs.sql',
];

/** The table that the last of them made. The first migration had the same name before and after they were
 *  joined, so that only this table tells a complete database from one that ran nothing after the first.
 *  `tools/worker-local.mjs` asks D1 for it too. A later migration that drops it ends this file as well. */
const TABLE_OF_THE_LAST = 'program_credential';

/** Names of the migrations that the database has run, in their order. It writes nothing. Throws
 *  `development-database` where it stopped before the last of the joined ones. */
export async function readApplied(db: Kysely<Tables>): Promise<readonly string[]> {
  if (!(await readTables(db)).includes('kysely_migration')) return [];
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  const applied = rows.map(({ name }) => name);
  if (applied.length === 0) return [];
  // Another process may just have made the tables: they are looked at after the list, which is written last.
  if (stoppedMidway(applied, await readTables(db))) throw new DomainError('development-database');
  return applied;
}

/** Whether a database with this list and these tables stopped before the last of the joined migrations. */
export function stoppedMidway(applied: readonly string[], tables: readonly string[]): boolean {
  const joined = applied.filter(isJoined).length;
  const isPartial = joined > 0 && joined < JOINED_MIGRATIONS.length;
  return isPartial || !tables.includes(TABLE_OF_THE_LAST);
}

export function isJoined(migration: string): boolean {
  return JOINED_MIGRATIONS.includes(migration);
}

/** Takes the joined migrations off the database's list, so that it has the list of a new database. */
export async function forgetJoined(db: Kysely<Tables>): Promise<void> {
  await sql`delete from kysely_migration where name in (${sql.join(JOINED_MIGRATIONS)})`.execute(db);
}

async function readTables(db: Kysely<Tables>): Promise<readonly string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  return tables.map(({ name }) => name);
}
