import type { Selectable } from 'kysely';
import type { PublicKeyRecord } from '../../../domain/public-key.ts';
import { optional } from './columns.ts';
import type { PublicKeyTable } from './service.ts';

/** Public halves of keys ↔ rows, both ways. */

export function toPublicKeyRow(it: PublicKeyRecord): Selectable<PublicKeyTable> {
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

export function fromPublicKeyRow(row: Selectable<PublicKeyTable>): PublicKeyRecord {
  const { compromised_at: at, compromised_reason: reason } = row;
  return {
    kid: row.kid,
    algorithm: row.algorithm,
    state: row.state,
    createdAt: row.created_at,
    ...optional('retiredAt', row.retired_at),
    ...(at !== null && reason !== null && { compromised: { at, reason } }),
    ...(row.algorithm === 'RS256'
      ? { publicKeyJwk: JSON.parse(row.public_half) }
      : { publicKeyMultibase: row.public_half }),
  };
}
