import type { PublicKeyRecord } from '../../../domain/public-key.ts';
import type { Instant } from '../../../domain/time/time.ts';
import { withoutNulls } from './columns.ts';

export interface PublicKeyTable {
  kid: string;
  algorithm: PublicKeyRecord['algorithm'];
  state: PublicKeyRecord['state'];
  created_at: Instant;
  retired_at: Instant | null;
  compromised_at: Instant | null;
  compromised_reason: string | null;
  /** The Multikey text of an Ed25519 key, the JWK of an RSA key. */
  public_half: string;
}

export function toPublicKeyRow(it: PublicKeyRecord): PublicKeyTable {
  return {
    kid: it.kid,
    algorithm: it.algorithm,
    state: it.state,
    created_at: it.createdAt,
    retired_at: it.retiredAt ?? null,
    compromised_at: it.compromised?.at ?? null,
    compromised_reason: it.compromised?.reason ?? null,
    public_half: it.publicKeyMultibase ?? JSON.stringify(it.publicKeyJwk),
  };
}

export function fromPublicKeyRow(row: PublicKeyTable): PublicKeyRecord {
  const { compromised_at: at, compromised_reason: reason } = row;
  return withoutNulls({
    kid: row.kid,
    algorithm: row.algorithm,
    state: row.state,
    createdAt: row.created_at,
    retiredAt: row.retired_at,
    ...(at !== null && reason !== null && { compromised: { at, reason } }),
    ...(row.algorithm === 'RS256'
      ? { publicKeyJwk: JSON.parse(row.public_half) }
      : { publicKeyMultibase: row.public_half }),
  });
}
