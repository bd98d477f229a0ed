import type { CoverageChange } from '../../../domain/coverage/measure-coverage.ts';
import { toCoverageRow } from '../tables/coverage.ts';
import { excluded } from './excluded.ts';
import type { Writers } from './writer.ts';

export const coverage = {
  'coverage-measured': ({ db }, { coverages, at }) =>
    coverages.map((one) => {
      const { uai, school_year, ...rest } = toCoverageRow(one, at);
      const insert = db.insertInto('establishment_coverage').values({ uai, school_year, ...rest });
      return insert
        .onConflict((on) => on.columns(['school_year', 'uai']).doUpdateSet(excluded(rest)))
        .compile();
    }),
} satisfies Writers<CoverageChange>;
