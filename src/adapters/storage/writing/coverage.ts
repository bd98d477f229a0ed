import type { CoverageChange } from '../../../domain/coverage/measure-coverage.ts';
import { toCoverageRow } from '../tables/coverage.ts';
import { excluded } from './excluded.ts';
import { asStored, lastWord } from './guard.ts';
import type { Writers } from './writer.ts';

export const coverage = {
  'coverage-days-forgotten': asStored(({ db }, { before }) => [
    db.deleteFrom('coverage_on_day').where('measured_at', '<', before).compile(),
  ]),
  'coverage-measured': lastWord('reading', ({ db }, { coverages, at, on: day }) =>
    coverages.map((one) => {
      const { uai, school_year, ...rest } = toCoverageRow(one, at);
      if (day !== undefined) {
        const measured = { school_year, ...rest };
        return db
          .insertInto('coverage_on_day')
          .values({ on_day: day, uai, ...measured })
          .onConflict((on) => on.columns(['on_day', 'uai']).doUpdateSet(excluded(measured)))
          .compile();
      }
      const insert = db.insertInto('establishment_coverage').values({ uai, school_year, ...rest });
      return insert
        .onConflict((on) => on.columns(['school_year', 'uai']).doUpdateSet(excluded(rest)))
        .compile();
    }),
  ),
} satisfies Writers<CoverageChange>;
