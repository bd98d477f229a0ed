import type { AwardChange } from '../../../domain/award/award-change.ts';
import { toAwardRow } from '../tables/awards.ts';
import { insertRows } from './insert-rows.ts';
import type { Writers } from './writer.ts';

export const awards = {
  'award-granted': {
    writeRun: (database, run) =>
      insertRows(
        database,
        'award',
        run.map(({ award }) => toAwardRow(award)),
      ),
  },
  'award-claims-released': ({ db, capabilities }, { by, awardIds }) => [
    db
      .updateTable('award')
      .set({ claimed_by: null, claimed_until: null })
      .where('id', 'in', capabilities.listOf(awardIds))
      .where('claimed_by', '=', by)
      .compile(),
  ],
} satisfies Writers<AwardChange>;
