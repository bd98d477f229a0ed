import type { Authorisation, AuthorisationChange } from '../../domain/records.ts';
import { withoutNulls } from './columns.ts';
import { excluded, insertEach } from './insert.ts';
import { removeProcedureSheet } from './procedure-sheets.ts';
import type { AuthorisationTable } from './tables.ts';
import { beside, newKey, type Writers } from './writer.ts';

export function toAuthorisationRow(it: Authorisation): AuthorisationTable {
  return {
    uai: it.uai,
    mission: it.mission,
    local_authority: it.localAuthority,
    starts_on: it.period.from,
    ends_on: it.period.to ?? null,
    convention: it.convention ?? null,
  };
}

export function fromAuthorisationRow(row: AuthorisationTable): Authorisation {
  return withoutNulls({
    uai: row.uai,
    mission: row.mission,
    localAuthority: row.local_authority,
    period: withoutNulls({ from: row.starts_on, to: row.ends_on }),
    convention: row.convention,
  });
}

export const authorisations = {
  'authorisation-added': newKey(({ db }, { authorisation }) => [
    db.insertInto('authorisation').values(toAuthorisationRow(authorisation)).compile(),
  ]),
  'authorisation-saved': beside(['records-as-read'], {
    writeRun: ({ db }, run) =>
      insertEach(
        run.map(({ authorisation }) => toAuthorisationRow(authorisation)),
        (row) => {
          const { ends_on, convention } = row;
          const key = ['uai', 'mission', 'local_authority', 'starts_on'] as const;
          const insert = db.insertInto('authorisation').values(row);
          return insert.onConflict((on) => on.columns(key).doUpdateSet(excluded({ ends_on, convention })));
        },
      ),
  }),
  'authorisation-removed': beside(['records-as-read'], ({ db }, { authorisation }) => [
    ...removeProcedureSheet({ db }, authorisation),
    db
      .deleteFrom('authorisation')
      .where('uai', '=', authorisation.uai)
      .where('mission', '=', authorisation.mission)
      .where('local_authority', '=', authorisation.localAuthority)
      .where('starts_on', '=', authorisation.period.from)
      .compile(),
  ]),
} satisfies Writers<AuthorisationChange>;
