import type { CompiledQuery } from 'kysely';
import type { Engagement } from '../../../domain/records.ts';
import type { Database } from '../database.ts';
import { toEngagementRow } from '../tables/engagements.ts';
import { excluded } from './excluded.ts';

/** Saves a segment. A second save of the same reference replaces the first entirely. */
export function saveEngagement({ db }: Database, engagement: Engagement): CompiledQuery {
  const { reference, ...rest } = toEngagementRow(engagement);
  const insert = db.insertInto('engagement').values({ reference, ...rest });
  return insert.onConflict((on) => on.column('reference').doUpdateSet(excluded(rest))).compile();
}
