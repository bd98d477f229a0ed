import type { ExpressionBuilder } from 'kysely';
import type { AuthorisationKey } from '../../../domain/engagement/authorisation-key.ts';
import type { Authorisation, AuthorisationChange } from '../../../domain/records.ts';
import { beside, newKey, type Queries, type Writers } from '../commit/change-writer.ts';
import type { Database } from '../mapping/database.ts';
import { recordTable } from '../mapping/record-table.ts';
import type { Tables } from '../mapping/tables.ts';

/** Removes the sheet of an action, with the parts of its file. */
function removeProcedureSheet({ db }: Pick<Database, 'db'>, action: AuthorisationKey): Queries {
  const ids = db.selectFrom('procedure_sheet').select('id').where(isOf(action));
  return [
    db.deleteFrom('procedure_part').where('sheet_id', 'in', ids).compile(),
    db.deleteFrom('procedure_sheet').where(isOf(action)).compile(),
  ];
}

export function isOf({ uai, mission, localAuthority, period }: AuthorisationKey) {
  return ({ and }: ExpressionBuilder<Tables, 'procedure_sheet'>) =>
    and({ uai, mission, local_authority: localAuthority, starts_on: period.from });
}

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
