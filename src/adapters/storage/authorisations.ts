import type { Authorisation, AuthorisationChange } from '../../domain/records.ts';
import { removeProcedureSheet } from './procedure-sheets.ts';
import { recordTable } from './record-table.ts';
import { beside, newKey, type Writers } from './writer.ts';

/** Actions of local authorities that a school takes part in. */
export const authorisationTable = recordTable<Authorisation>()(
  'authorisation',
  ['uai', 'mission', 'localAuthority', 'period.from'],
  { columns: ['uai', 'mission', 'localAuthority', 'period', 'convention'] },
);

export const authorisations = {
  'authorisation-added': newKey(({ db }, { authorisation }) => [
    authorisationTable.insert(db, authorisation),
  ]),
  'authorisation-saved': beside(['records-as-read'], {
    writeRun: ({ db }, run) =>
      authorisationTable.saveAll(
        db,
        run.map(({ authorisation }) => authorisation),
      ),
  }),
  'authorisation-removed': beside(['records-as-read'], ({ db }, { authorisation }) => [
    ...removeProcedureSheet({ db }, authorisation),
    authorisationTable.remove(db, authorisation),
  ]),
} satisfies Writers<AuthorisationChange>;
