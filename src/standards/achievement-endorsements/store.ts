import {
  newKey,
  touchesOne,
  type Writers,
  withPrecondition,
} from '../../adapters/storage/commit/change-writer.ts';
import { precondition } from '../../adapters/storage/commit/precondition.ts';
import { audited, type InvariantChecks, notAhead } from '../../adapters/storage/invariants/check.ts';
import type { Database } from '../../adapters/storage/mapping/database.ts';
import { type AllRows, readAll } from '../../adapters/storage/mapping/queries.ts';
import { recordTable } from '../../adapters/storage/mapping/record-table.ts';
import type { Tables } from '../../adapters/storage/mapping/tables.ts';
import type {
  AchievementEndorsement,
  AchievementEndorsementChange,
  AchievementEndorsementReader,
} from './feature.ts';

const table = recordTable<AchievementEndorsement>()('achievement_endorsement', ['id'], {
  columns: [
    ...(['id', 'endorsementKey', 'code', 'version', 'language', 'form', 'issuer', 'keyId'] as const),
    ...(['words', 'validFrom', 'endsAt', 'keptAt', 'look', 'withdrawal'] as const),
  ],
});

export function makeAchievementEndorsementReader({
  db,
  capabilities,
}: Database): AchievementEndorsementReader {
  const readWhole = (query: AllRows<Tables['achievement_endorsement']>) =>
    readAll(query, (row) => ({ ...table.fromRow(row), content: row.content }));
  return {
    readAchievementEndorsements: (of) => {
      const { code, version } = of ?? {};
      const all = db
        .selectFrom('achievement_endorsement')
        .select(table.columns)
        .$if(code !== undefined, (query) => query.where('achievement', '=', code ?? ''))
        .$if(version !== undefined, (query) => query.where('version', '=', version ?? 0));
      return table.all(all.orderBy('kept_at').orderBy('id'));
    },
    readWholeEndorsements: (ids) => {
      const some = table.select(db).where('id', 'in', capabilities.listOf(ids));
      return readWhole(some.orderBy('kept_at').orderBy('id'));
    },
    readEndorsementsToVerify: ({ carriedOut, open }, limit) => {
      const due = table
        .select(db)
        .where('withdrawn_at', 'is', null)
        .where((eb) =>
          eb.or([
            eb('looked_at', '<=', carriedOut),
            eb.and([eb('result', '=', 'open'), eb('looked_at', '<=', open)]),
          ]),
        );
      return readWhole(due.orderBy('looked_at').orderBy('id').limit(limit));
    },
  };
}

export const achievementEndorsementWriters = {
  'achievement-endorsement-kept': newKey(({ db }, { endorsement }) => [
    table.insert(db, endorsement, { content: endorsement.content }),
  ]),
  'achievement-endorsement-looked-at': touchesOne(
    ({ db }, { id }) => table.locate(db, { id }),
    ({ db }, { id, look, issuer }) => [
      db
        .updateTable('achievement_endorsement')
        .set({
          ...table.columnsIn({ look }),
          issuer_name: issuer.name ?? null,
          trusted_list: issuer.list ?? null,
        })
        .where('id', '=', id)
        .compile(),
    ],
    'reading',
  ),
  'achievement-endorsement-withdrawn': withPrecondition(
    ['choice-as-read'],
    (database, { id, withdrawal }) => {
      const { db } = database;
      const stands = table.locate(db, { id });
      return [
        precondition(database, 'choice-as-read', stands.where('withdrawn_at', 'is', null)),
        table.set(db, { id }, { withdrawal }),
      ];
    },
  ),
} satisfies Writers<AchievementEndorsementChange>;

export const achievementEndorsementChecks = {
  'act-audited': [audited('achievement_endorsement', 'id', 'achievement-endorsement-kept')],
  'nothing-ahead': [
    notAhead('achievement_endorsement', 'id', 'kept_at', 'looked_at', 'verified_at', 'withdrawn_at'),
  ],
} satisfies InvariantChecks;
