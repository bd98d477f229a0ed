import type { AchievementEndorsementChange } from '../../../domain/endorsement/achievement-endorsement.ts';
import { toAchievementEndorsementRow, toLookColumns } from '../tables/achievement-endorsements.ts';
import { lastWord, newKey, premised } from './guard.ts';
import { premise } from './premise.ts';
import type { Writers } from './writer.ts';

export const achievementEndorsements = {
  'achievement-endorsement-kept': newKey(({ db }, { endorsement }) => [
    db.insertInto('achievement_endorsement').values(toAchievementEndorsementRow(endorsement)).compile(),
  ]),
  'achievement-endorsement-looked-at': lastWord('reading', ({ db }, { id, look, issuer }) => [
    db
      .updateTable('achievement_endorsement')
      .set({
        ...toLookColumns(look),
        issuer_name: issuer.name ?? null,
        trusted_list: issuer.list ?? null,
      })
      .where('id', '=', id)
      .compile(),
  ]),
  'achievement-endorsement-withdrawn': premised(['choice-as-read'], (database, { id, withdrawal }) => {
    const { db } = database;
    const stands = db.selectFrom('achievement_endorsement').select('id').where('id', '=', id);
    return [
      premise(database, 'choice-as-read', stands.where('withdrawn_at', 'is', null)),
      db
        .updateTable('achievement_endorsement')
        .set({ withdrawn_at: withdrawal.at, withdrawal_reason: withdrawal.reason })
        .where('id', '=', id)
        .compile(),
    ];
  }),
} satisfies Writers<AchievementEndorsementChange>;
