import type { AuthorisationChange } from '../../../domain/records.ts';
import { toAuthorisationRow } from '../tables/authorisations.ts';
import { excluded } from './excluded.ts';
import { beside, newKey } from './guard.ts';
import { insertEach } from './insert-each.ts';
import { removeProcedureSheet } from './procedure-sheets.ts';
import type { Writers } from './writer.ts';

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
