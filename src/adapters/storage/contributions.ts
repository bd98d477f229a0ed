import { sql } from 'kysely';
import type { ContributionFilter, ContributionReader } from '../../application/store/engagement-readers.ts';
import type { Contribution, ContributionChange } from '../../domain/records.ts';
import { flag, withoutNulls } from './columns.ts';
import type { Database } from './database.ts';
import { excluded, insertEach } from './insert.ts';
import { premise, rowAsRead } from './premise.ts';
import { isPersonNamed } from './search.ts';
import type { ContributionTable } from './tables.ts';
import { beside, newKey, premised, type Writers } from './writer.ts';

export function toContributionRow(it: Contribution): ContributionTable {
  return {
    reference: it.reference,
    person_id: it.personId,
    kind: it.kind,
    dated_on: it.on,
    title: it.title ?? null,
    description: it.description ?? null,
    url: it.url ?? null,
    validated: flag(it.validated),
    judged_by: it.judged?.by ?? null,
    judged_at: it.judged?.at ?? null,
  };
}

export function fromContributionRow(row: ContributionTable): Contribution {
  return withoutNulls({
    reference: row.reference,
    personId: row.person_id,
    kind: row.kind,
    on: row.dated_on,
    title: row.title,
    description: row.description,
    url: row.url,
    validated: row.validated === 1,
    ...(row.judged_by !== null &&
      row.judged_at !== null && { judged: { by: row.judged_by, at: row.judged_at } }),
  });
}

export function makeContributionReader(database: Database): ContributionReader {
  return {
    searchContributions: async ({ after, limit, ...filter }) => {
      const found = matching(database, filter)
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
      const counted = matching(database, filter).select((eb) => eb.fn.countAll().as('count'));
      return Number((await counted.executeTakeFirstOrThrow()).count);
    },
  };
}

/** `validated` is a literal: an engine uses a partial index only where it sees the condition itself. */
function matching(database: Database, { validated, kind, text }: ContributionFilter) {
  return database.db
    .selectFrom('contribution')
    .innerJoin('person', 'person.id', 'contribution.person_id')
    .where('validated', '=', sql.lit(flag(validated)))
    .$call((query) => (kind === undefined ? query : query.where('contribution.kind', '=', kind)))
    .$call((query) => (text === undefined ? query : query.where(isPersonNamed(database, text))));
}

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
