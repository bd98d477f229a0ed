import type { ProgramCredential, ProgramStanding } from '../../../domain/award/program-credential.ts';
import type { Instant } from '../../../domain/time/time.ts';
import { withoutNulls } from './columns.ts';

export interface ProgramCredentialTable extends StandingColumns {
  id: string;
  digest: string;
  status_list_id: string;
  status_index: number;
  signed_at: Instant;
  signed_by: string;
}

interface StandingColumns {
  revoked_at: Instant | null;
  suspended_at: Instant | null;
}

export function toProgramCredentialRow(it: ProgramCredential): ProgramCredentialTable {
  return {
    id: it.id,
    digest: it.digest,
    status_list_id: it.statusListId,
    status_index: it.statusIndex,
    signed_at: it.signedAt,
    signed_by: it.signedBy,
    ...toStandingColumns(it),
  };
}

export function toStandingColumns({ revokedAt, suspendedAt }: ProgramStanding): StandingColumns {
  return { revoked_at: revokedAt ?? null, suspended_at: suspendedAt ?? null };
}

export function fromProgramCredentialRow(row: ProgramCredentialTable): ProgramCredential {
  return withoutNulls({
    id: row.id,
    digest: row.digest,
    statusListId: row.status_list_id,
    statusIndex: row.status_index,
    signedAt: row.signed_at,
    signedBy: row.signed_by,
    revokedAt: row.revoked_at,
    suspendedAt: row.suspended_at,
  });
}
