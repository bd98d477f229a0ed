import type { ContributionChange } from '../../../domain/records.ts';
import { toContributionRow } from '../tables/contributions.ts';
import { excluded } from './excluded.ts';
import { insertEach } from './insert-each.ts';
import type { Writers } from './writer.ts';

export const contributions = {
  'contribution-saved': {
    writeRun: ({ db }, run) =>
      insertEach(
        run.map(({ contribution }) => toContributionRow(contribution)),
        (row) => {
          const { reference: _, ...rest } = row;
          const insert = db.insertInto('contribution').values(row);
          return insert.onConflict((on) => on.column('reference').doUpdateSet(excluded(rest)));
        },
      ),
  },
  'contribution-removed': ({ db }, { reference }) => {
    const contributions = db.deleteFrom('contribution').where('reference', '=', reference);
    return [contributions.where('validated', '=', 0).compile()];
  },
} satisfies Writers<ContributionChange>;
