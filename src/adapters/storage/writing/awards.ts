import type { AwardChange } from '../../../domain/award/award-change.ts';
import { toAwardRow } from '../tables/awards.ts';
import { insertEach } from './insert-each.ts';
import type { Writers } from './writer.ts';

export const awards = {
  'award-granted': {
    writeRun: ({ db }, run) =>
      insertEach(
        run.map(({ award }) => toAwardRow(award)),
        (row) => db.insertInto('award').values(row),
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
