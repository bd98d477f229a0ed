import { sql } from 'kysely';
import type {
  ContributionFilter,
  ContributionReader,
} from '../../../application/store/contribution-reader.ts';
import type { Database } from '../database.ts';
import { flag } from '../tables/columns.ts';
import { fromContributionRow } from '../tables/contributions.ts';
import { isPersonNamed } from './named.ts';

export function makeContributionReader(database: Database): ContributionReader {
  return {
    searchContributions: async ({ after, limit, ...filter }) => {
      const found = contributions(database, filter)
        .selectAll('contribution')
        .orderBy('dated_on')
        .orderBy('reference')
        .limit(limit);
      const rows = await (after === undefined
        ? found
        : found.where((eb) =>
            eb.or([
              eb('dated_on', '>', after.on),
              eb.and([eb('dated_on', '=', after.on), eb('reference', '>', after.reference)]),
            ]),
          )
      ).execute();
      return rows.map(fromContributionRow);
    },
    countContributions: async (filter) => {
      const counted = contributions(database, filter).select((eb) => eb.fn.countAll().as('count'));
      return Number((await counted.executeTakeFirstOrThrow()).count);
    },
  };
}

/** `validated` is a literal: an engine uses a partial index only where it sees the condition itself. */
function contributions(database: Database, { validated, kind, text }: ContributionFilter) {
  return database.db
    .selectFrom('contribution')
    .innerJoin('person', 'person.id', 'contribution.person_id')
    .where('validated', '=', sql.lit(flag(validated)))
    .$call((query) => (kind === undefined ? query : query.where('contribution.kind', '=', kind)))
    .$call((query) => (text === undefined ? query : query.where(isPersonNamed(database, text))));
}
