import type { DoubtReason } from '../../../domain/access/account.ts';
import type { IdentityProviderId } from '../../../domain/access/signed-in-identity.ts';
import type { PersonId } from '../../../domain/ids.ts';
import type { Instant } from '../../../domain/time/time.ts';
import type { Uai } from '../../../domain/uai.ts';
import type { Json } from './columns.ts';

export interface IdentityTable {
  issuer: string;
  subject: string;
  person_id: PersonId;
  provider: IdentityProviderId;
  linked_at: Instant;
  linked_by: string;
}

export interface SignInDoubtTable {
  id: string;
  issuer: string;
  subject: string;
  provider: IdentityProviderId;
  email: string | null;
  given_name: string | null;
  family_name: string | null;
  reason: DoubtReason;
  first_at: Instant;
  last_at: Instant;
}

export interface SignInAttemptTable {
  secret_hash: string;
  attempt: Json;
  expires_at: Instant;
  /** Absent in rows that an older version wrote. */
  network: string | null;
}

export interface SessionTable {
  id: string;
  secret_hash: string;
  person_id: PersonId;
  provider: IdentityProviderId;
  may_head: Json;
  device: string | null;
  id_token: string | null;
  acr: string | null;
  created_at: Instant;
  seen_at: Instant;
  expires_at: Instant;
}

export interface TypedFormTable {
  secret_hash: string;
  person_id: PersonId;
  path: string;
  back: string;
  fields: Json;
  expires_at: Instant;
}

export interface HeadshipTable {
  person_id: PersonId;
  uai: Uai;
  declared_at: Instant;
  checked_at: Instant | null;
}
