import { type Kysely, sql } from 'kysely';
import type { CheckedPage } from '../../../application/store/invariant-reader.ts';
import type { EngineInvariant } from '../../../domain/integrity/invariant.ts';
import type { Tables } from '../mapping/tables.ts';
import { toCheckedPage } from './integrity-report.ts';

interface Named {
  readonly name: string;
  readonly isWrong: boolean;
}

/** What PostgreSQL says of its database: checksums of pages that failed and indexes that are not valid; foreign
 *  keys that were not validated, or whose triggers were turned off. */
export async function checkPostgres(db: Kysely<Tables>, of: EngineInvariant): Promise<CheckedPage> {
  const { rows } = await (of === 'file-sound' ? FILES : REFERENCES).execute(db);
  const wrong = rows.filter(({ isWrong }) => isWrong).map(({ name }) => ({ subject: name }));
  return toCheckedPage(rows.length, wrong);
}

const FILES = sql<Named>`
  select c.relname as name, not (i.indisvalid and i.indisready) as "isWrong"
  from pg_index as i join pg_class as c on c.oid = i.indexrelid
  where c.relnamespace = current_schema()::regnamespace
  union all
  select 'checksums', coalesce(checksum_failures, 0) > 0
  from pg_stat_database where datname = current_database()`;

const REFERENCES = sql<Named>`
  select c.conname as name, not c.convalidated or exists (
    select 1 from pg_trigger as t where t.tgconstraint = c.oid and t.tgenabled = 'D'
  ) as "isWrong"
  from pg_constraint as c
  where c.contype = 'f' and c.connamespace = current_schema()::regnamespace`;
