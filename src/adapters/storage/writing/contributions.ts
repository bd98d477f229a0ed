import type { ContributionChange } from '../../../domain/records.ts';
import { toContributionRow } from '../tables/contributions.ts';
import { excluded } from './excluded.ts';
import type { Writers } from './writer.ts';

export const contributions = {
  'contribution-saved': ({ db }, { contribution }) => {
    const { reference, ...rest } = toContributionRow(contribution);
    const insert = db.insertInto('contribution').values({ reference, ...rest });
    return [insert.onConflict((on) => on.column('reference').doUpdateSet(excluded(rest))).compile()];
  },
  'contribution-removed': ({ db }, { reference }) => {
    const contributions = db.deleteFrom('contribution').where('reference', '=', reference);
    return [contributions.where('validated', '=', 0).compile()];
  },
} satisfies Writers<ContributionChange>;
