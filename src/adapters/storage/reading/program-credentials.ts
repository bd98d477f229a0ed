import type { ProgramCredentialReader } from '../../../application/store/program-credential-reader.ts';
import type { Database } from '../database.ts';
import { fromProgramCredentialRow } from '../tables/program-credentials.ts';

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
