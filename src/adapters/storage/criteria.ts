import type { CriteriaReader } from '../../application/store/badge-readers.ts';
import type { CriteriaChange } from '../../domain/criteria/criteria-change.ts';
import type { CriteriaDraft, DraftChange, DraftSettlement } from '../../domain/criteria/draft.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time/time.ts';
import type { Database } from './database.ts';
import { premise } from './premise.ts';
import { recordTable } from './record-table.ts';
import { newKey, premised, type Queries, type Writers } from './writer.ts';

const table = recordTable<CriteriaDraft>()('criteria_draft', ['id'], {
  columns: ['id', 'baseVersion', 'figures', 'from', 'draftedBy', 'draftedAt', 'settled'],
  json: ['figures'],
});

export function makeCriteriaReader({ db }: Database): CriteriaReader {
  return {
    readCriteriaVersions: async () => {
      const versions = db.selectFrom('criteria_version').select(['version', 'document', 'withdrawn_at']);
      const rows = await versions.orderBy('version').execute();
      return rows.map(({ version, document, withdrawn_at }) => ({
        version,
        document,
        withdrawn: withdrawn_at !== null,
      }));
    },
    readOfficeVersions: async (after) => {
      const packs = db.selectFrom('office_version').select(['version', 'document', 'is_first']);
      const rows = await packs.where('version', '>', after).orderBy('version').execute();
      return rows.map(({ version, document, is_first }) => ({ version, document, isFirst: is_first === 1 }));
    },
    readCriteriaDraft: (id) => table.find(db, { id }),
    readCriteriaDrafts: ({ limit, isWaiting }) =>
      table.all(
        table
          .select(db)
          .$if(isWaiting === true, (query) => query.where('outcome', 'is', null))
          .orderBy('drafted_at', 'desc')
          .orderBy('id', 'desc')
          .limit(limit),
      ),
  };
}

export const criteriaVersions = {
  'criteria-adopted': newKey(({ db }, { criteria, by, at }) => {
    const row = {
      version: criteria.version,
      in_force_from: criteria.inForceFrom,
      document: JSON.stringify(criteria),
      adopted_at: at,
      adopted_by: by,
      withdrawn_at: null,
      withdrawn_by: null,
    };
    return [db.insertInto('criteria_version').values(row).compile()];
  }),
  'office-adopted': newKey(({ db }, { version, document, isFirst, criteriaVersion, by, at }) => {
    const row = {
      version,
      document,
      is_first: isFirst ? (1 as const) : (0 as const),
      criteria_version: criteriaVersion ?? null,
      adopted_at: at,
      adopted_by: by,
    };
    return [db.insertInto('office_version').values(row).compile()];
  }),
  'criteria-withdrawn': premised(['criteria-unused'], withdraw),
  'criteria-drafted': premised(['criteria-unused'], (database, { draft, replaces }) => {
    const { draftedBy: by, draftedAt: at } = draft;
    const settled = { outcome: 'replaced' as const, by, at };
    return [...(replaces ? settle(database, replaces, settled) : []), table.insert(database.db, draft)];
  }),
  'criteria-draft-settled': premised(['criteria-unused'], (database, { id, settled }) =>
    settle(database, id, settled),
  ),
} satisfies Writers<CriteriaChange | DraftChange>;

/** The premise fails where the draft no longer waits. */
function settle(database: Database, id: string, settled: DraftSettlement): Queries {
  const { db } = database;
  const draft = table.locate(db, { id });
  return [
    premise(database, 'criteria-unused', draft.where('outcome', 'is', null)),
    db.updateTable('criteria_draft').set(table.partOf({ settled })).where('id', '=', id).compile(),
  ];
}

interface Withdrawn {
  readonly version: number;
  readonly by: PersonId;
  readonly at: Instant;
}

/** The premise fails where an award was judged by the version. A withdrawn version keeps its number and its
 *  text. */
function withdraw(database: Database, { version, by, at }: Withdrawn): Queries {
  const { db } = database;
  const judged = db.selectFrom('award').select('id').where('version', '=', version);
  const standing = db.selectFrom('criteria_version').select('version').where('version', '=', version);
  const unused = standing.where('withdrawn_at', 'is', null).where((eb) => eb.not(eb.exists(judged)));
  const withdrawn = db.updateTable('criteria_version').set({ withdrawn_at: at, withdrawn_by: by });
  return [premise(database, 'criteria-unused', unused), withdrawn.where('version', '=', version).compile()];
}
