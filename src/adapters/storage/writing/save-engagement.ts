import type { CompiledQuery } from 'kysely';
import type { Engagement } from '../../../domain/records.ts';
import type { Database } from '../database.ts';
import { type EngagementTable, toEngagementRow } from '../tables/engagements.ts';
import { excluded } from './excluded.ts';
import { insertEach } from './insert-each.ts';
import type { Queries } from './writer.ts';

/** Saves a segment. A second save of the same reference replaces the first entirely, except how its missions
 *  are shared out, which is only said in the service. */
export function saveEngagement(database: Database, engagement: Engagement): CompiledQuery {
  return toSave(database, toEngagementRow(engagement)).compile();
}

/** The same for several segments, in order. */
export function saveEngagements(database: Database, engagements: readonly Engagement[]): Queries {
  return insertEach(engagements.map(toEngagementRow), (row) => toSave(database, row));
}

function toSave({ db }: Database, row: EngagementTable) {
  const { reference: _, sharing: _kept, ...rest } = row;
  const insert = db.insertInto('engagement').values(row);
  return insert.onConflict((on) => on.column('reference').doUpdateSet(excluded(rest)));
}
