import type { AchievementEndorsementReader } from '../../application/store/badge-readers.ts';
import type {
  AchievementEndorsement,
  AchievementEndorsementChange,
  EndorsementLook,
  WholeEndorsement,
} from '../../domain/endorsement/achievement-endorsement.ts';
import { withoutNulls } from './columns.ts';
import type { Database } from './database.ts';
import { premise } from './premise.ts';
import type { AchievementEndorsementTable } from './tables.ts';
import { lastWord, newKey, premised, type Writers } from './writer.ts';

export function toAchievementEndorsementRow(it: WholeEndorsement): AchievementEndorsementTable {
  return {
    id: it.id,
    endorsement_key: it.endorsementKey,
    achievement: it.code,
    version: it.version,
    language: it.language,
    form: it.form,
    content: it.content,
    issuer_id: it.issuer.id,
    issuer_name: it.issuer.name ?? null,
    trusted_list: it.issuer.list ?? null,
    key_id: it.keyId,
    words: it.words ?? null,
    valid_from: it.validFrom,
    ends_at: it.endsAt ?? null,
    kept_at: it.keptAt,
    ...toLookColumns(it.look),
    withdrawn_at: it.withdrawal?.at ?? null,
    withdrawal_reason: it.withdrawal?.reason ?? null,
  };
}

export function toLookColumns({ result, verdict, fault, at, verifiedAt }: EndorsementLook) {
  return { result, verdict, fault: fault ?? null, looked_at: at, verified_at: verifiedAt };
}

export function fromAchievementEndorsementRow(
  row: Omit<AchievementEndorsementTable, 'content'>,
): AchievementEndorsement {
  const { withdrawn_at: at, withdrawal_reason: reason } = row;
  return withoutNulls({
    id: row.id,
    endorsementKey: row.endorsement_key,
    code: row.achievement,
    version: row.version,
    language: row.language,
    form: row.form,
    issuer: withoutNulls({
      id: row.issuer_id,
      name: row.issuer_name,
      list: row.trusted_list,
    }),
    keyId: row.key_id,
    words: row.words,
    validFrom: row.valid_from,
    endsAt: row.ends_at,
    keptAt: row.kept_at,
    look: withoutNulls({
      result: row.result,
      verdict: row.verdict,
      fault: row.fault,
      at: row.looked_at,
      verifiedAt: row.verified_at,
    }),
    ...(at !== null && reason !== null && { withdrawal: { at, reason } }),
  });
}

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
