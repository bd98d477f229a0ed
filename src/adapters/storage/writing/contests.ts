import type { ContestChange } from '../../../domain/contest/contest.ts';
import type { Database } from '../database.ts';
import { type ContestTable, toContestRow } from '../tables/contests.ts';
import { newKey, premised } from './guard.ts';
import { premise } from './premise.ts';
import type { Queries, Writers } from './writer.ts';

export const contests = {
  'contest-opened': newKey(({ db }, { contest }) => [
    db.insertInto('contest').values(toContestRow(contest)).compile(),
  ]),
  'contest-answered': premised(['contest-still-open'], (database, { id, answer, at }) =>
    changeOpen(database, id, { answer, answered_at: at }),
  ),
  'contest-decided': premised(
    ['contest-still-open'],
    (database, { id, decision: { outcome, reason, by, at, references } }) =>
      changeOpen(database, id, {
        outcome,
        decision_reason: reason,
        decided_by: by,
        decided_at: at,
        decided_references: JSON.stringify(references),
      }),
  ),
  'contest-withdrawn': premised(['contest-still-open'], (database, { id, at }) =>
    changeOpen(database, id, { withdrawn_at: at }),
  ),
} satisfies Writers<ContestChange>;

function changeOpen(database: Database, id: string, columns: Partial<ContestTable>): Queries {
  const { db } = database;
  const open = db
    .selectFrom('contest')
    .select('id')
    .where('id', '=', id)
    .where('decided_at', 'is', null)
    .where('withdrawn_at', 'is', null);
  return [
    premise(database, 'contest-still-open', open),
    db.updateTable('contest').set(columns).where('id', '=', id).compile(),
  ];
}
