import { sql } from 'kysely';
import type {
  ContributionFilter,
  ContributionReader,
} from '../../../application/store/engagement-readers.ts';
import type { Contribution, ContributionChange } from '../../../domain/records.ts';
import { beside, newKey, type Writers, withPrecondition } from '../commit/change-writer.ts';
import { precondition, rowAsRead } from '../commit/precondition.ts';
import { flag } from '../mapping/columns.ts';
import type { Database } from '../mapping/database.ts';
import { countRows } from '../mapping/queries.ts';
import { recordTable } from '../mapping/record-table.ts';
import { isPersonNamed } from '../mapping/text-search.ts';

/** The facts of people that the DANE validates. */
export const contributionTable = recordTable<Contribution>()('contribution', ['reference'], {
  columns: ['reference', 'personId', 'kind', 'on', 'title', 'description', 'url', 'validated', 'judged'],
  flags: ['validated'],
});

export function makeContributionReader(database: Database): ContributionReader {
  return {
    searchContributions: async ({ after, limit, ...filter }) => {
      const found = matching(database, filter)
        .selectAll('contribution')
        .orderBy('dated_on')
        .orderBy('reference')
        .limit(limit);
      return contributionTable.all(
        after === undefined
          ? found
          : found.where((eb) =>
              eb.or([
                eb('dated_on', '>', after.on),
                eb.and([eb('dated_on', '=', after.on), eb('reference', '>', after.reference)]),
              ]),
            ),
      );
    },
    countContributions: (filter) => countRows(matching(database, filter)),
  };
}

/** `validated` is a literal: an engine uses a partial index only if it sees the condition itself. */
function matching(database: Database, { validated, kind, text }: ContributionFilter) {
  return database.db
    .selectFrom('contribution')
    .innerJoin('person', 'person.id', 'contribution.person_id')
    .where('validated', '=', sql.lit(flag(validated)))
    .$call((query) => (kind === undefined ? query : query.where('contribution.kind', '=', kind)))
    .$call((query) => (text === undefined ? query : query.where(isPersonNamed(database, text))));
}

export const contributions = {
  'contribution-added': newKey(({ db }, { contribution }) => [contributionTable.insert(db, contribution)]),
  'contribution-saved': beside(['records-as-read'], {
    writeRun: ({ db }, run) =>
      contributionTable.saveAll(
        db,
        run.map(({ contribution }) => contribution),
      ),
  }),
  'contribution-judged': withPrecondition(['choice-as-read'], (database, { asRead, contribution }) => {
    const { validated, judged } = contribution;
    return [
      stillAsRead(database, asRead),
      contributionTable.set(database.db, { reference: asRead.reference }, { validated, judged }),
    ];
  }),
  'contribution-removed': withPrecondition(['choice-as-read'], (database, { asRead }) => [
    stillAsRead(database, asRead),
    contributionTable.remove(database.db, asRead),
  ]),
} satisfies Writers<ContributionChange>;

function stillAsRead(database: Database, asRead: Contribution) {
  return precondition(database, 'choice-as-read', rowAsRead('contribution', contributionTable.toRow(asRead)));
}
