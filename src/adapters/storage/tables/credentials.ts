import type {
  HolderChoice,
  IssuedCredential,
  Suspension,
  SuspensionCause,
} from '../../../domain/award/award-types.ts';
import type { AwardId, CredentialId } from '../../../domain/ids.ts';
import type { Instant } from '../../../domain/time/time.ts';
import type { Flag, Json } from './columns.ts';
import { flag, withoutNulls } from './columns.ts';

export interface CredentialTable {
  id: CredentialId;
  award_id: AwardId;
  revision: number;
  valid_from: Instant;
  document: string;
  jws: string;
  key_ids: Json;
  status_list_id: string;
  status_index: number;
  subject_id: string;
  salt: string;
  acceptance: HolderChoice['acceptance'];
  visibility: HolderChoice['visibility'];
  hidden: Flag;
  shown_name: HolderChoice['name'];
  title_form: HolderChoice['form'];
  show_schools: Flag;
  email_identifier: Flag;
  shown_words: HolderChoice['words'];
  revoked_at: Instant | null;
  revoked_by: string | null;
  revocation_reason: string | null;
  erased_at: Instant | null;
  suspended_at: Instant | null;
  suspended_by: string | null;
  suspension_cause: SuspensionCause | null;
  suspension_reason: string | null;
  suspension_note: string | null;
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
