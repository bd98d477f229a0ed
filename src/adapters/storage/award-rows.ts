import type {
  Award,
  HolderChoice,
  IssuedCredential,
  Recipient,
  Suspension,
} from '../../domain/award/award-types.ts';
import type { Evaluation } from '../../domain/criteria/evaluation.ts';
import type { Facts } from '../../domain/facts/facts.ts';
import type { PersonId } from '../../domain/ids.ts';
import { localDateInParis } from '../../domain/time/time.ts';
import type { Uai } from '../../domain/uai.ts';
import { flag, withoutNulls } from './columns.ts';
import type { AwardTable, CredentialTable } from './tables.ts';

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

export function toChoiceColumns(choice: HolderChoice) {
  return {
    acceptance: choice.acceptance,
    visibility: choice.visibility,
    hidden: flag(choice.hidden),
    shown_name: choice.name,
    title_form: choice.form,
    show_schools: flag(choice.showSchools),
    email_identifier: flag(choice.emailIdentifier),
    shown_words: choice.words,
  };
}

export function toSuspensionColumns(suspension: Suspension | undefined) {
  return {
    suspended_at: suspension?.at ?? null,
    suspended_by: suspension?.by ?? null,
    suspension_cause: suspension?.cause ?? null,
    suspension_reason: suspension?.reason ?? null,
    suspension_note: suspension?.note ?? null,
  };
}

function fromSuspensionColumns(row: CredentialTable): Pick<IssuedCredential, 'suspension'> {
  if (row.suspended_at === null) return {};
  const suspension: Suspension = withoutNulls({
    at: row.suspended_at,
    by: row.suspended_by ?? '',
    cause: row.suspension_cause ?? 'check',
    reason: row.suspension_reason ?? '',
    note: row.suspension_note,
  });
  return { suspension };
}

export function toCredentialRow(it: IssuedCredential): CredentialTable {
  return {
    id: it.id,
    award_id: it.awardId,
    revision: it.revision,
    valid_from: it.validFrom,
    document: it.document,
    jws: it.jws,
    key_ids: JSON.stringify(it.keyIds),
    status_list_id: it.statusListId,
    status_index: it.statusIndex,
    subject_id: it.subjectId,
    salt: it.salt,
    ...toChoiceColumns(it.choice),
    revoked_at: it.revocation?.at ?? null,
    revoked_by: it.revocation?.by ?? null,
    revocation_reason: it.revocation?.reason ?? null,
    erased_at: it.erasedAt ?? null,
    ...toSuspensionColumns(it.suspension),
  };
}

export function fromCredentialRow(row: CredentialTable): IssuedCredential {
  return withoutNulls({
    id: row.id,
    awardId: row.award_id,
    revision: row.revision,
    validFrom: row.valid_from,
    document: row.document,
    jws: row.jws,
    keyIds: JSON.parse(row.key_ids) as readonly string[],
    statusListId: row.status_list_id,
    statusIndex: row.status_index,
    subjectId: row.subject_id,
    salt: row.salt,
    choice: {
      acceptance: row.acceptance,
      visibility: row.visibility,
      hidden: row.hidden === 1,
      name: row.shown_name,
      form: row.title_form,
      showSchools: row.show_schools === 1,
      emailIdentifier: row.email_identifier === 1,
      words: row.shown_words,
    },
    ...(row.revoked_at !== null && {
      revocation: { at: row.revoked_at, by: row.revoked_by ?? '', reason: row.revocation_reason ?? '' },
    }),
    ...fromSuspensionColumns(row),
    erasedAt: row.erased_at,
  });
}
