import type { Award, Recipient } from '../../../domain/award/award-types.ts';
import type { Evaluation } from '../../../domain/criteria/evaluation.ts';
import type { Facts } from '../../../domain/facts/facts.ts';
import type { AwardId, PersonId } from '../../../domain/ids.ts';
import type { Instant } from '../../../domain/time/time.ts';
import { localDateInParis } from '../../../domain/time/time.ts';
import type { Uai } from '../../../domain/uai.ts';
import type { Flag, Json } from './columns.ts';
import { withoutNulls } from './columns.ts';

export interface AwardTable {
  id: AwardId;
  recipient_kind: Recipient['kind'];
  recipient_id: string;
  achievement: string;
  version: number;
  school_year: number;
  sequence: number;
  granted_at: Instant;
  granted_by: string;
  override_reason: string | null;
  /** Empty once its recipient was erased. */
  evaluation: Json | '';
  facts_digest: string;
  valid_until: Instant | null;
  signed: Flag;
  claimed_by: string | null;
  claim_count: number;
  /** By the database's clock; only where that clock ends claims. */
  claimed_at: Instant | null;
  /** How many reminders before its end are still to come. */
  reminders_left: 0 | 1 | 2;
}

/** The two columns that identify a recipient. */
export function toRecipientColumns(recipient: Recipient) {
  return recipient.kind === 'person'
    ? { recipient_kind: 'person' as const, recipient_id: recipient.personId as string }
    : { recipient_kind: 'establishment' as const, recipient_id: recipient.uai as string };
}

export function fromRecipientColumns(row: Pick<AwardTable, 'recipient_kind' | 'recipient_id'>): Recipient {
  return row.recipient_kind === 'person'
    ? { kind: 'person', personId: holderOf(row) }
    : { kind: 'establishment', uai: row.recipient_id as Uai };
}

/** The holder of an award that was granted to a person. */
function holderOf(row: Pick<AwardTable, 'recipient_id'>): PersonId {
  return row.recipient_id as PersonId;
}

export function toAwardRow(it: Award): AwardTable {
  return {
    id: it.id,
    ...toRecipientColumns(it.recipient),
    achievement: it.achievement,
    version: it.version,
    school_year: it.schoolYear,
    sequence: it.sequence,
    granted_at: it.grantedAt,
    granted_by: it.grantedBy,
    override_reason: it.overrideReason ?? null,
    evaluation: JSON.stringify(it.evaluation),
    facts_digest: it.factsDigest,
    valid_until: it.validUntil ?? null,
    signed: 0,
    claimed_by: null,
    claim_count: 0,
    claimed_at: null,
    reminders_left: 2,
  };
}

export function fromAwardRow(row: AwardTable): Award {
  return withoutNulls({
    id: row.id,
    recipient: fromRecipientColumns(row),
    achievement: row.achievement,
    version: row.version,
    schoolYear: row.school_year,
    sequence: row.sequence,
    grantedAt: row.granted_at,
    grantedBy: row.granted_by,
    overrideReason: row.override_reason,
    evaluation: row.evaluation === '' ? erasedEvaluation(row) : (JSON.parse(row.evaluation) as Evaluation),
    factsDigest: row.facts_digest,
    validUntil: row.valid_until,
  });
}

/** The evaluation of an erased person's award, without its content. */
function erasedEvaluation(row: AwardTable): Evaluation {
  const on = localDateInParis(row.granted_at);
  const facts: Facts = {
    kind: 'person',
    personId: holderOf(row),
    on,
    schoolYear: row.school_year,
    years: [],
    duration: 0,
    families: [],
    reviewYears: [],
    trainings: [],
    contributions: [],
    confirmedBy: { principal: false, dane: false },
  };
  return { achievement: row.achievement, version: row.version, on, met: true, findings: [], facts };
}
