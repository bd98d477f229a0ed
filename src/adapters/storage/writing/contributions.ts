import { sql } from 'kysely';
import type { ContributionChange } from '../../../domain/records.ts';
import { toContributionRow } from '../tables/contributions.ts';
import { excluded } from './excluded.ts';
import { insertEach } from './insert-each.ts';
import { premise } from './premise.ts';
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
  'contribution-judged': (database, { asRead, contribution }) => {
    const { db } = database;
    const { reference, ...columns } = toContributionRow(asRead);
    const row = db.selectFrom('contribution').select('reference').where('reference', '=', reference);
    const found = Object.entries(columns).reduce(
      (query, [column, value]) =>
        query.where(sql.ref(`contribution.${column}`), value === null ? 'is' : '=', value),
      row,
    );
    const { validated, judged_by, judged_at } = toContributionRow(contribution);
    const judged = { validated, judged_by, judged_at };
    return [
      premise(database, 'choice-as-read', found),
      db.updateTable('contribution').set(judged).where('reference', '=', reference).compile(),
    ];
  },
  'contribution-removed': ({ db }, { reference }) => {
    const contributions = db.deleteFrom('contribution').where('reference', '=', reference);
    return [contributions.where('validated', '=', 0).compile()];
  },
} satisfies Writers<ContributionChange>;
