import type { Selectable } from 'kysely';
import type { StatusList } from '../../../application/store/badge-readers.ts';
import type { Award, HolderChoice, IssuedCredential, Recipient } from '../../../domain/award/award-types.ts';
import type { ApiToken } from '../../../domain/change/change.ts';
import type { Evaluation } from '../../../domain/criteria/evaluation.ts';
import type { Facts } from '../../../domain/facts/facts.ts';
import type { PersonId } from '../../../domain/ids.ts';
import { localDateInParis } from '../../../domain/time/time.ts';
import type { Uai } from '../../../domain/uai.ts';
import { flag, optional } from './columns.ts';
import type { Tables } from './tables.ts';

/** Awards, credentials, lists and tokens ↔ rows, both ways. */

type Row<Name extends keyof Tables> = Selectable<Tables[Name]>;

/** The two columns that name a recipient. */
export function toRecipientColumns(recipient: Recipient) {
  return recipient.kind === 'person'
    ? { recipient_kind: 'person' as const, recipient_id: recipient.personId as string }
    : { recipient_kind: 'establishment' as const, recipient_id: recipient.uai as string };
}

function fromRecipientColumns(row: Pick<Row<'award'>, 'recipient_kind' | 'recipient_id'>): Recipient {
  return row.recipient_kind === 'person'
    ? { kind: 'person', personId: row.recipient_id as PersonId }
    : { kind: 'establishment', uai: row.recipient_id as Uai };
}

export function toAwardRow(it: Award): Row<'award'> {
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
    claimed_until: null,
  };
}

export function fromAwardRow(row: Row<'award'>): Award {
  return {
    id: row.id,
    recipient: fromRecipientColumns(row),
    achievement: row.achievement,
    version: row.version,
    schoolYear: row.school_year,
    sequence: row.sequence,
    grantedAt: row.granted_at,
    grantedBy: row.granted_by,
    ...optional('overrideReason', row.override_reason),
    evaluation: row.evaluation === '' ? erasedEvaluation(row) : (JSON.parse(row.evaluation) as Evaluation),
    factsDigest: row.facts_digest,
    ...optional('validUntil', row.valid_until),
  };
}

/** What remains of the judgment of an erased person: that there was one. */
function erasedEvaluation(row: Row<'award'>): Evaluation {
  const on = localDateInParis(row.granted_at);
  const facts: Facts = {
    kind: 'person',
    personId: row.recipient_id as PersonId,
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
    show_schools: flag(choice.showSchools),
    email_identifier: flag(choice.emailIdentifier),
  };
}

export function toCredentialRow(it: IssuedCredential): Row<'credential'> {
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
  };
}

export function fromCredentialRow(row: Row<'credential'>): IssuedCredential {
  return {
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
      showSchools: row.show_schools === 1,
      emailIdentifier: row.email_identifier === 1,
    },
    ...(row.revoked_at !== null && {
      revocation: { at: row.revoked_at, by: row.revoked_by ?? '', reason: row.revocation_reason ?? '' },
    }),
    ...optional('erasedAt', row.erased_at),
  };
}

export function fromStatusListRow(row: Row<'status_list'>): StatusList {
  const { id, published_revision: publishedRevision, document, valid_until: validUntil } = row;
  const isPublished = publishedRevision !== null && document !== null && validUntil !== null;
  return {
    id,
    size: row.size,
    revision: row.revision,
    ...(isPublished && { published: { id, publishedRevision, document, validUntil } }),
  };
}

export function toTokenRow(it: ApiToken): Row<'api_token'> {
  return {
    id: it.id,
    name: it.name,
    role: it.role,
    secret_hash: it.secretHash,
    created_at: it.createdAt,
    revoked_at: it.revokedAt ?? null,
    expires_at: it.expiresAt,
    last_used_on: it.lastUsedOn ?? null,
  };
}

export function fromTokenRow(row: Row<'api_token'>): ApiToken {
  return {
    id: row.id,
    name: row.name,
    role: row.role,
    secretHash: row.secret_hash,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    ...optional('lastUsedOn', row.last_used_on),
    ...optional('revokedAt', row.revoked_at),
  };
}
