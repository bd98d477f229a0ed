import type { EngagementReader } from '../../../application/store/engagement-reader.ts';
import type { Database } from '../database.ts';

/** Reads since when segments wait, and which ones a person declared. */
export function makeEngagementReader({ db, capabilities }: Database): EngagementReader {
  return {
    readRequestsSince: async (references) => {
      const list = capabilities.listOf(references);
      const noted = db.selectFrom('engagement_request').select(['reference', 'since']);
      const asked = db
        .selectFrom('confirmation_request')
        .select(['engagement_reference as reference', 'requested_at as since']);
      const rows = await db
        .selectFrom(noted.unionAll(asked).as('known'))
        .select((eb) => ['reference', eb.fn.min('since').as('since')])
        .where('reference', 'in', list)
        .groupBy('reference')
        .execute();
      return rows.map(({ reference, since }) => ({ reference, since }));
    },
    readDeclaredReferences: async (personId) => {
      const declared = db.selectFrom('declared_engagement').select('reference');
      const rows = await declared.where('person_id', '=', personId).orderBy('reference').execute();
      return rows.map(({ reference }) => reference);
    },
  };
}
