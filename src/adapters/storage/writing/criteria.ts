import type { CriteriaChange } from '../../../domain/criteria/criteria-change.ts';
import type { DraftChange, DraftSettlement } from '../../../domain/criteria/draft.ts';
import type { PersonId } from '../../../domain/ids.ts';
import type { Instant } from '../../../domain/time/time.ts';
import type { Database } from '../database.ts';
import { newKey, premised } from './guard.ts';
import { premise } from './premise.ts';
import type { Queries, Writers } from './writer.ts';

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
