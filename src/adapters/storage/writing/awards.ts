import type { AwardChange } from '../../../domain/award/award-change.ts';
import { toAwardRow } from '../tables/awards.ts';
import { dropProposals, noneRefused, recipientsKnown } from './decided.ts';
import { premised } from './guard.ts';
import { insertEach } from './insert-each.ts';
import { premise } from './premise.ts';
import type { Writers } from './writer.ts';

export const awards = {
  'award-granted': premised(['choice-as-read'], {
    writeRun: (database, run) => {
      const granted = run.map(({ award }) => award);
      return [
        ...recipientsKnown(
          database,
          granted.map(({ recipient }) => recipient),
        ),
        ...noneRefused(database, granted),
        ...insertEach(granted.map(toAwardRow), (row) => database.db.insertInto('award').values(row)),
        ...dropProposals(database, granted),
      ];
    },
  }),
  'award-reminded': premised(['reminder-not-written'], (database, { awardId, left }) => {
    const { db } = database;
    const due = left === 1 ? 2 : 1;
    return [
      premise(
        database,
        'reminder-not-written',
        db.selectFrom('award').select('id').where('id', '=', awardId).where('reminders_left', '=', due),
      ),
      db.updateTable('award').set({ reminders_left: left }).where('id', '=', awardId).compile(),
    ];
  }),
} satisfies Writers<AwardChange>;
