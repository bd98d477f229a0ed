import { sql } from 'kysely';
import type { Contribution, ContributionChange } from '../../../domain/records.ts';
import type { Database } from '../database.ts';
import { toContributionRow } from '../tables/contributions.ts';
import { excluded } from './excluded.ts';
import { premised, unguarded } from './guard.ts';
import { insertEach } from './insert-each.ts';
import { premise } from './premise.ts';
import type { Writers } from './writer.ts';

export const contributions = {
  'contribution-saved': unguarded({
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
      premise(database, 'choice-as-read', findAsRead(database, asRead)),
      database.db.updateTable('contribution').set(judged).where('reference', '=', asRead.reference).compile(),
    ];
  }),
  'contribution-removed': unguarded((database, { reference, asRead }) => {
    const removed = database.db.deleteFrom('contribution').where('reference', '=', reference);
    return asRead
      ? [premise(database, 'choice-as-read', findAsRead(database, asRead)), removed.compile()]
      : [removed.where('validated', '=', 0).compile()];
  }),
} satisfies Writers<ContributionChange>;

/** Finds the row where it is still as it was read. */
function findAsRead({ db }: Database, asRead: Contribution) {
  const { reference, ...columns } = toContributionRow(asRead);
  const row = db.selectFrom('contribution').select('reference').where('reference', '=', reference);
  return Object.entries(columns).reduce(
    (query, [column, value]) =>
      query.where(sql.ref(`contribution.${column}`), value === null ? 'is' : '=', value),
    row,
  );
}
