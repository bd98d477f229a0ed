import { sql } from 'kysely';
import type { AwardChange } from '../../../domain/award/award-change.ts';
import { toAwardRow } from '../tables/awards.ts';
import type { Writers } from './writer.ts';

export const awards = {
  'award-granted': ({ db }, { award }) => [db.insertInto('award').values(toAwardRow(award)).compile()],
  'award-claims-released': ({ db }, { by }) => [
    db
      .updateTable('award')
      .set({ claimed_by: null, claimed_until: null })
      .where('signed', '=', sql.lit(0))
      .where('claimed_by', '=', by)
      .compile(),
  ],
} satisfies Writers<AwardChange>;
