import type { Contribution, ContributionChange } from '../../../domain/records.ts';
import type { Database } from '../database.ts';
import { toContributionRow } from '../tables/contributions.ts';
import { excluded } from './excluded.ts';
import { beside, newKey, premised } from './guard.ts';
import { insertEach } from './insert-each.ts';
import { premise } from './premise.ts';
import { rowAsRead } from './row-as-read.ts';
import type { Writers } from './writer.ts';

export const contributions = {
  'contribution-added': newKey(({ db }, { contribution }) => [
    db.insertInto('contribution').values(toContributionRow(contribution)).compile(),
  ]),
  'contribution-saved': beside(['records-as-read'], {
    writeRun: ({ db }, run) =>
      insertEach(
        run.map(({ contribution }) => toContributionRow(contribution)),
        (row) => {
          const { reference: _, ...rest } = row;
          const insert = db.insertInto('contribution').values(row);
          return insert.onConflict((on) => on.column('reference').doUpdateSet(excluded(rest)));
        },
      ),
  }),
  'contribution-judged': premised(['choice-as-read'], (database, { asRead, contribution }) => {
    const { validated, judged_by, judged_at } = toContributionRow(contribution);
    const judged = { validated, judged_by, judged_at };
    return [
      stillAsRead(database, asRead),
      database.db.updateTable('contribution').set(judged).where('reference', '=', asRead.reference).compile(),
    ];
  }),
  'contribution-removed': premised(['choice-as-read'], (database, { asRead }) => [
    stillAsRead(database, asRead),
    database.db.deleteFrom('contribution').where('reference', '=', asRead.reference).compile(),
  ]),
} satisfies Writers<ContributionChange>;

function stillAsRead(database: Database, asRead: Contribution) {
  return premise(database, 'choice-as-read', rowAsRead('contribution', toContributionRow(asRead)));
}
