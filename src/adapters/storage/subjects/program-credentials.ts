import type { ProgramCredentialReader } from '../../../application/store/program-credential-reader.ts';
import type { ProgramCredentialChange } from '../../../domain/award/program-credential.ts';
import type { Database } from '../database.ts';
import {
  fromProgramCredentialRow,
  toProgramCredentialRow,
  toStandingColumns,
} from '../tables/program-credentials.ts';
import { enterInLog } from '../writing/badge-log.ts';
import { changeBits } from '../writing/credentials.ts';
import { newKey, premised } from '../writing/guard.ts';
import { premise } from '../writing/premise.ts';
import type { Writers } from '../writing/writer.ts';

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
