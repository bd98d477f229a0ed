import type {
  AchievementEndorsement,
  EndorsementLook,
  WholeEndorsement,
} from '../../../domain/endorsement/achievement-endorsement.ts';
import type { Instant } from '../../../domain/time/time.ts';
import { withoutNulls } from './columns.ts';

export interface AchievementEndorsementTable {
  id: string;
  endorsement_key: string;
  achievement: string;
  version: number;
  language: AchievementEndorsement['language'];
  form: AchievementEndorsement['form'];
  content: string;
  issuer_id: string;
  issuer_name: string | null;
  trusted_list: string | null;
  key_id: string;
  words: string | null;
  valid_from: string;
  ends_at: Instant | null;
  kept_at: Instant;
  result: EndorsementLook['result'];
  verdict: string;
  fault: string | null;
  looked_at: Instant;
  verified_at: Instant;
  withdrawn_at: Instant | null;
  withdrawal_reason: string | null;
}

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
