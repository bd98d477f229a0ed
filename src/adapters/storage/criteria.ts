import type { CriteriaReader } from '../../application/store/badge-readers.ts';
import type { CriteriaChange } from '../../domain/criteria/criteria-change.ts';
import type { CriteriaDraft, DraftChange, DraftSettlement } from '../../domain/criteria/draft.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time/time.ts';
import { withoutNulls } from './columns.ts';
import type { Database } from './database.ts';
import { premise } from './premise.ts';
import type { CriteriaDraftTable } from './tables.ts';
import { newKey, premised, type Queries, type Writers } from './writer.ts';

export function fromDraftRow(row: CriteriaDraftTable): CriteriaDraft {
  const { outcome, settled_by: by, settled_at: at } = row;
  return {
    id: row.id,
    baseVersion: row.base_version,
    figures: JSON.parse(row.figures) as CriteriaDraft['figures'],
    from: row.in_force_from,
    draftedBy: row.drafted_by,
    draftedAt: row.drafted_at,
    ...(outcome &&
      by &&
      at && {
        settled: withoutNulls({ outcome, by, at, words: row.words, version: row.version }),
      }),
  };
}

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
    readCriteriaDraft: async (id) => {
      const row = await db.selectFrom('criteria_draft').selectAll().where('id', '=', id).executeTakeFirst();
      return row && fromDraftRow(row);
    },
    readCriteriaDrafts: async ({ limit, isWaiting }) => {
      const rows = await db
        .selectFrom('criteria_draft')
        .selectAll()
        .$if(isWaiting === true, (query) => query.where('outcome', 'is', null))
        .orderBy('drafted_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute();
      return rows.map(fromDraftRow);
    },
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
  'criteria-withdrawn': premised(['criteria-unused'], withdraw),
  'criteria-drafted': premised(['criteria-unused'], (database, { draft, replaces }) => {
    const { id, baseVersion, figures, from, draftedBy: by, draftedAt: at } = draft;
    const row = {
      id,
      base_version: baseVersion,
      figures: JSON.stringify(figures),
      in_force_from: from,
      drafted_by: by,
      drafted_at: at,
    };
    const settled = { outcome: 'replaced' as const, by, at };
    return [
      ...(replaces ? settle(database, replaces, settled) : []),
      database.db.insertInto('criteria_draft').values(row).compile(),
    ];
  }),
  'criteria-draft-settled': premised(['criteria-unused'], (database, { id, settled }) =>
    settle(database, id, settled),
  ),
} satisfies Writers<CriteriaChange | DraftChange>;

/** The premise fails where the draft no longer waits. */
function settle(
  database: Database,
  id: string,
  { outcome, by, at, words, version }: DraftSettlement,
): Queries {
  const { db } = database;
  const waiting = db
    .selectFrom('criteria_draft')
    .select('id')
    .where('id', '=', id)
    .where('outcome', 'is', null);
  const set = { outcome, settled_by: by, settled_at: at, words: words ?? null, version: version ?? null };
  return [
    premise(database, 'criteria-unused', waiting),
    db.updateTable('criteria_draft').set(set).where('id', '=', id).compile(),
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
