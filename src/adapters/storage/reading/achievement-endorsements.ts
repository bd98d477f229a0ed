import type { AchievementEndorsementReader } from '../../../application/store/achievement-endorsement-reader.ts';
import type { Database } from '../database.ts';
import {
  type AchievementEndorsementTable,
  fromAchievementEndorsementRow,
} from '../tables/achievement-endorsements.ts';

/** Every column but the document. */
const WITHOUT_DOCUMENT = [
  'id',
  'endorsement_key',
  'achievement',
  'version',
  'language',
  'form',
  'issuer_id',
  'issuer_name',
  'trusted_list',
  'key_id',
  'words',
  'valid_from',
  'ends_at',
  'kept_at',
  'result',
  'verdict',
  'fault',
  'looked_at',
  'verified_at',
  'withdrawn_at',
  'withdrawal_reason',
] as const satisfies readonly (keyof AchievementEndorsementTable)[];

export function makeAchievementEndorsementReader({
  db,
  capabilities,
}: Database): AchievementEndorsementReader {
  const toWhole = (row: AchievementEndorsementTable) => ({
    ...fromAchievementEndorsementRow(row),
    content: row.content,
  });
  return {
    readAchievementEndorsements: async (of) => {
      const all = db.selectFrom('achievement_endorsement').select(WITHOUT_DOCUMENT);
      const ofBadge = of ? all.where('achievement', '=', of.code) : all;
      const { version } = of ?? {};
      const asked = version === undefined ? ofBadge : ofBadge.where('version', '=', version);
      const rows = await asked.orderBy('kept_at').orderBy('id').execute();
      return rows.map(fromAchievementEndorsementRow);
    },
    readWholeEndorsements: async (ids) => {
      const rows = await db
        .selectFrom('achievement_endorsement')
        .selectAll()
        .where('id', 'in', capabilities.listOf(ids))
        .orderBy('kept_at')
        .orderBy('id')
        .execute();
      return rows.map(toWhole);
    },
    readEndorsementsToLookAt: async ({ carriedOut, open }, limit) => {
      const rows = await db
        .selectFrom('achievement_endorsement')
        .selectAll()
        .where('withdrawn_at', 'is', null)
        .where((eb) =>
          eb.or([
            eb('looked_at', '<=', carriedOut),
            eb.and([eb('result', '=', 'open'), eb('looked_at', '<=', open)]),
          ]),
        )
        .orderBy('looked_at')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(toWhole);
    },
  };
}
