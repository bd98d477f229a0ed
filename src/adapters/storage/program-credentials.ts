import type { ProgramCredentialReader } from '../../application/store/badge-readers.ts';
import type {
  ProgramCredential,
  ProgramCredentialChange,
  ProgramStanding,
} from '../../domain/award/program-credential.ts';
import { enterInLog } from './badge-log.ts';
import { withoutNulls } from './columns.ts';
import { changeBits } from './credentials.ts';
import type { Database } from './database.ts';
import { premise } from './premise.ts';
import type { ProgramCredentialTable, StandingColumns } from './tables.ts';
import { newKey, premised, type Writers } from './writer.ts';

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

export function makeProgramCredentialReader({ db }: Database): ProgramCredentialReader {
  return {
    readProgramCredential: async (id) => {
      const row = await db
        .selectFrom('program_credential')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirst();
      return row && fromProgramCredentialRow(row);
    },
  };
}

export const programCredentials = {
  'program-credential-signed': newKey((database, { credential, digests }) => [
    database.db.insertInto('program_credential').values(toProgramCredentialRow(credential)).compile(),
    enterInLog(database, [digests]),
  ]),
  'program-credential-changed': premised(['credential-not-revoked'], (database, { asRead, standing }) => {
    const { db } = database;
    const { suspended_at } = toStandingColumns(asRead);
    // A revoked credential never changes.
    const standingAsRead = db
      .selectFrom('program_credential')
      .select('id')
      .where('id', '=', asRead.id)
      .where('revoked_at', 'is', null)
      .where((eb) => (suspended_at ? eb('suspended_at', '=', suspended_at) : eb('suspended_at', 'is', null)));
    return [
      premise(database, 'credential-not-revoked', standingAsRead),
      db
        .updateTable('program_credential')
        .set(toStandingColumns(standing))
        .where('id', '=', asRead.id)
        .compile(),
      changeBits(database, asRead.statusListId),
    ];
  }),
} satisfies Writers<ProgramCredentialChange>;
