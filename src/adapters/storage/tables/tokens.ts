import type { ApiToken } from '../../../domain/access/api-token.ts';
import type { Instant, LocalDate } from '../../../domain/time/time.ts';
import { withoutNulls } from './columns.ts';

export interface ApiTokenTable {
  id: string;
  name: string;
  role: ApiToken['role'];
  secret_hash: string;
  created_at: Instant;
  revoked_at: Instant | null;
  expires_at: Instant;
  last_used_on: LocalDate | null;
}

export function toTokenRow(it: ApiToken): ApiTokenTable {
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

export function fromTokenRow(row: ApiTokenTable): ApiToken {
  return withoutNulls({
    id: row.id,
    name: row.name,
    role: row.role,
    secretHash: row.secret_hash,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    lastUsedOn: row.last_used_on,
    revokedAt: row.revoked_at,
  });
}
