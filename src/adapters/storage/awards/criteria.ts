import { sql } from 'kysely';
import type { CriteriaReader } from '../../../application/store/badge-readers.ts';
import type { ChangeOf } from '../../../domain/change/union.ts';
import type { BadgeDraft, BadgeDraftChange } from '../../../domain/criteria/badge-change.ts';
import type { CriteriaChange } from '../../../domain/criteria/change.ts';
import type { CriteriaDraft, DraftChange, DraftSettlement } from '../../../domain/criteria/draft.ts';
import { newKey, type Queries, type Writers, withPrecondition } from '../commit/change-writer.ts';
import { precondition } from '../commit/precondition.ts';
import type { Database } from '../mapping/database.ts';
import { recordTable } from '../mapping/record-table.ts';

const table = recordTable<CriteriaDraft>()('criteria_draft', ['id'], {
  columns: ['id', 'baseVersion', 'figures', 'badges', 'from', 'draftedBy', 'draftedAt', 'settled'],
  json: ['figures', 'badges'],
});

const badges = recordTable<BadgeDraft>()('badge_draft', ['id'], {
  columns: ['id', 'revision', 'badge', 'replaces', 'begunBy', 'begunAt', 'changedBy', 'changedAt'],
  json: ['badge'],
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
    readBadgeDraft: (id) => badges.find(db, { id }),
    readBadgeDrafts: (limit) =>
      badges.all(badges.select(db).orderBy('begun_at', 'desc').orderBy('id', 'desc').limit(limit)),
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
  'criteria-withdrawn': withPrecondition(['criteria-unused'], withdraw),
  'criteria-drafted': withPrecondition(['criteria-unused'], (database, { draft, replaces }) => {
    const { draftedBy: by, draftedAt: at } = draft;
    const settled = { outcome: 'replaced' as const, by, at };
    return [...(replaces ? settle(database, replaces, settled) : []), table.insert(database.db, draft)];
  }),
  'criteria-draft-settled': withPrecondition(['criteria-unused'], (database, { id, settled }) =>
    settle(database, id, settled),
  ),
  'badge-draft-begun': newKey(({ db }, { draft }) => [badges.insert(db, draft)]),
  'badge-draft-changed': withPrecondition(
    ['criteria-unused'],
    (database, { id, revision, badge, by, at }) => {
      const row = badges.columnsIn({ badge, changedBy: by, changedAt: at, revision: revision + 1 });
      const changed = database.db.updateTable('badge_draft').set(row).where('id', '=', id);
      return [draftAsRead(database, { id, revision }), changed.compile()];
    },
  ),
  'badge-draft-ended': withPrecondition(['criteria-unused'], (database, { id, revision }) => [
    draftAsRead(database, { id, revision }),
    database.db.deleteFrom('badge_draft').where('id', '=', id).compile(),
  ]),
} satisfies Writers<CriteriaChange | DraftChange | BadgeDraftChange>;

function draftAsRead(database: Database, { id, revision }: Pick<BadgeDraft, 'id' | 'revision'>) {
  const draft = badges.locate(database.db, { id }).where('revision', '=', revision);
  return precondition(database, 'criteria-unused', draft);
}

/** The precondition fails where the draft no longer waits. */
function settle(database: Database, id: string, settled: DraftSettlement): Queries {
  const { db } = database;
  const draft = table.locate(db, { id });
  return [
    precondition(database, 'criteria-unused', draft.where('outcome', 'is', null)),
    db.updateTable('criteria_draft').set(table.columnsIn({ settled })).where('id', '=', id).compile(),
  ];
}

/** A transaction of PostgreSQL sees what has landed when its first statement begins; a lock of a table is none. */
function lockedFirst({ db, capabilities }: Database): Queries {
  return capabilities.locksReadRows ? [sql`lock table criteria_version in exclusive mode`.compile(db)] : [];
}

/** The precondition fails where an award was judged by the version. A withdrawn version keeps its number and its
 *  text. The table is locked first, so that a grant under way has landed before it is looked for (`versionsStand`
 *  is its counterpart). */
function withdraw(
  database: Database,
  { version, before, added, by, at }: ChangeOf<'criteria-withdrawn'>,
): Queries {
  const { db, capabilities } = database;
  const judged = db.selectFrom('award').select('id').where('version', '=', version);
  const standing = db.selectFrom('criteria_version').select('version').where('version', '=', version);
  const unused = standing.where('withdrawn_at', 'is', null).where((eb) => eb.not(eb.exists(judged)));
  const withdrawn = db.updateTable('criteria_version').set({ withdrawn_at: at, withdrawn_by: by });
  const proposals = db.deleteFrom('proposal').where('version', '=', version);
  return [
    ...lockedFirst(database),
    precondition(database, 'criteria-unused', unused),
    withdrawn.where('version', '=', version).compile(),
    proposals.where('achievement', 'in', capabilities.listOf(added)).compile(),
    db.updateTable('proposal').set({ version: before }).where('version', '=', version).compile(),
  ];
}
