import type { Endorsement, SchoolKey } from '../../../domain/endorsement/endorsement.ts';
import type { CredentialId, PersonId } from '../../../domain/ids.ts';
import type { Instant } from '../../../domain/time/time.ts';
import type { Uai } from '../../../domain/uai.ts';
import { type Flag, flag, withoutNulls } from './columns.ts';

export interface EndorsementTable {
  id: string;
  person_id: PersonId;
  uai: Uai;
  comment: string;
  offered_at: Instant;
  declined: Flag;
  credential_id: CredentialId | null;
}

export interface SchoolKeyTable {
  kid: string;
  uai: Uai;
  public_key_multibase: string;
  issuer_kid: string;
}

export function toEndorsementRow(it: Endorsement): EndorsementTable {
  return {
    id: it.id,
    person_id: it.personId,
    uai: it.uai,
    comment: it.comment,
    offered_at: it.offeredAt,
    declined: flag(it.declined),
    credential_id: it.credentialId ?? null,
  };
}

export function fromEndorsementRow(row: EndorsementTable): Endorsement {
  return withoutNulls({
    id: row.id,
    personId: row.person_id,
    uai: row.uai,
    comment: row.comment,
    offeredAt: row.offered_at,
    declined: row.declined === 1,
    credentialId: row.credential_id,
  });
}

export function toSchoolKeyRow(it: SchoolKey): SchoolKeyTable {
  return {
    kid: it.kid,
    uai: it.uai,
    public_key_multibase: it.publicKeyMultibase,
    issuer_kid: it.issuerKid,
  };
}

export function fromSchoolKeyRow(row: SchoolKeyTable): SchoolKey {
  return {
    kid: row.kid,
    uai: row.uai,
    publicKeyMultibase: row.public_key_multibase,
    issuerKid: row.issuer_kid,
  };
}
