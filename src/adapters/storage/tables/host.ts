import type { ClientMetadata } from '../../../domain/host/client-metadata.ts';
import type {
  BadgeSending,
  HostClient,
  HostCode,
  HostGrant,
  HostToken,
} from '../../../domain/host/host-grant.ts';
import type { Scope } from '../../../domain/host/scopes.ts';
import type { PersonId } from '../../../domain/ids.ts';
import type { Instant, LocalDate } from '../../../domain/time/time.ts';
import { type Json, withoutNulls } from './columns.ts';

export interface HostClientTable {
  id: string;
  secret_hash: string;
  metadata: Json;
  registered_at: Instant;
  last_granted_at: Instant | null;
  network: string | null;
}

export interface HostGrantTable {
  id: string;
  client_id: string;
  person_id: PersonId;
  scopes: Json;
  granted_at: Instant;
  expires_at: Instant;
  last_used_on: LocalDate | null;
}

export interface HostCodeTable {
  secret_hash: string;
  grant_id: string;
  person_id: PersonId;
  redirect_uri: string;
  challenge: string;
  expires_at: Instant;
}

export interface HostTokenTable {
  secret_hash: string;
  kind: HostToken['kind'];
  grant_id: string;
  person_id: PersonId;
  scopes: Json;
  made_from: string;
  expires_at: Instant;
}

export interface HostProfileTable {
  person_id: PersonId;
  document: string;
  updated_at: Instant;
}

export interface BadgeSendingTable {
  state_hash: string;
  person_id: PersonId;
  sealed: string;
  expires_at: Instant;
}

export function fromClientRow(row: HostClientTable): HostClient {
  return {
    id: row.id,
    secretHash: row.secret_hash,
    metadata: JSON.parse(row.metadata) as ClientMetadata,
    registeredAt: row.registered_at,
  };
}

export function toGrantRow(it: HostGrant): HostGrantTable {
  return {
    id: it.id,
    client_id: it.clientId,
    person_id: it.personId,
    scopes: JSON.stringify(it.scopes),
    granted_at: it.grantedAt,
    expires_at: it.expiresAt,
    last_used_on: it.lastUsedOn ?? null,
  };
}

export function fromGrantRow(row: HostGrantTable): HostGrant {
  return withoutNulls({
    id: row.id,
    clientId: row.client_id,
    personId: row.person_id,
    scopes: JSON.parse(row.scopes) as readonly Scope[],
    grantedAt: row.granted_at,
    expiresAt: row.expires_at,
    lastUsedOn: row.last_used_on,
  });
}

export function toCodeRow(it: HostCode, personId: PersonId): HostCodeTable {
  return {
    secret_hash: it.secretHash,
    grant_id: it.grantId,
    person_id: personId,
    redirect_uri: it.redirectUri,
    challenge: it.challenge,
    expires_at: it.expiresAt,
  };
}

export function fromCodeRow(row: HostCodeTable): HostCode {
  return {
    secretHash: row.secret_hash,
    grantId: row.grant_id,
    redirectUri: row.redirect_uri,
    challenge: row.challenge,
    expiresAt: row.expires_at,
  };
}

export function toHostTokenRow(it: HostToken, personId: PersonId): HostTokenTable {
  return {
    secret_hash: it.secretHash,
    kind: it.kind,
    grant_id: it.grantId,
    person_id: personId,
    scopes: JSON.stringify(it.scopes),
    made_from: it.madeFrom,
    expires_at: it.expiresAt,
  };
}

export function fromHostTokenRow(row: HostTokenTable): HostToken {
  return {
    secretHash: row.secret_hash,
    kind: row.kind,
    grantId: row.grant_id,
    scopes: JSON.parse(row.scopes) as readonly Scope[],
    madeFrom: row.made_from,
    expiresAt: row.expires_at,
  };
}

export function fromSendingRow(row: BadgeSendingTable): BadgeSending {
  return {
    stateHash: row.state_hash,
    personId: row.person_id,
    sealed: row.sealed,
    expiresAt: row.expires_at,
  };
}
