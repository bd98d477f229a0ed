import { newKey, type Writers, withPrecondition } from '../../adapters/storage/commit/change-writer.ts';
import { precondition } from '../../adapters/storage/commit/precondition.ts';
import { enterInLog } from '../../adapters/storage/credentials/badge-log.ts';
import { changeBits } from '../../adapters/storage/credentials/store.ts';
import { inLog, is, misplaced } from '../../adapters/storage/invariants/badge-conditions.ts';
import {
  audited,
  type InvariantChecks,
  notAhead,
  objectKnown,
} from '../../adapters/storage/invariants/check.ts';
import type { Database } from '../../adapters/storage/mapping/database.ts';
import { recordTable } from '../../adapters/storage/mapping/record-table.ts';
import type { ProgramCredential, ProgramCredentialChange, ProgramCredentialReader } from './feature.ts';

const table = recordTable<ProgramCredential>()('program_credential', ['id'], {
  columns: [
    ...(['id', 'digest', 'statusListId', 'statusIndex', 'signedAt', 'signedBy'] as const),
    ...(['revokedAt', 'suspendedAt'] as const),
  ],
});

export function makeProgramCredentialReader({ db }: Database): ProgramCredentialReader {
  return { readProgramCredential: (id) => table.find(db, { id }) };
}

export const programCredentialWriters = {
  'program-credential-signed': newKey((database, { credential, digests }) => [
    table.insert(database.db, credential),
    enterInLog(database, [digests]),
  ]),
  'program-credential-changed': withPrecondition(
    ['credential-not-revoked'],
    (database, { asRead, standing }) => {
      const { db } = database;
      const { suspendedAt } = asRead;
      // A revoked credential never changes.
      const standingAsRead = table
        .locate(db, { id: asRead.id })
        .where('revoked_at', 'is', null)
        .where((eb) => (suspendedAt ? eb('suspended_at', '=', suspendedAt) : eb('suspended_at', 'is', null)));
      const { revokedAt, suspendedAt: suspended } = standing;
      return [
        precondition(database, 'credential-not-revoked', standingAsRead),
        table.set(db, { id: asRead.id }, { revokedAt, suspendedAt: suspended }),
        changeBits(database, asRead.statusListId),
      ];
    },
  ),
} satisfies Writers<ProgramCredentialChange>;

export const programCredentialChecks = {
  'program-in-log': [{ from: 'program_credential', key: 'id', wrong: is(inLog('substr(it.digest, 8)')) }],
  'list-places': [{ from: 'program_credential', key: 'id', wrong: misplaced('programs') }],
  'act-audited': [audited('program_credential', 'digest', 'credential-signed')],
  'audit-object': [objectKnown(`'credential-signed'`, 'program_credential', 'digest')],
  'nothing-ahead': [notAhead('program_credential', 'id', 'signed_at', 'revoked_at', 'suspended_at')],
} satisfies InvariantChecks;
