import type { AuthorisationChange } from '../../../domain/records.ts';
import { toAuthorisationRow } from '../tables/authorisations.ts';
import { excluded } from './excluded.ts';
import type { Writers } from './writer.ts';

export const authorisations = {
  'authorisation-saved': ({ db }, { authorisation }) => {
    const row = toAuthorisationRow(authorisation);
    const insert = db.insertInto('authorisation').values(row);
    const { ends_on, convention } = row;
    return [
      insert
        .onConflict((on) =>
          on
            .columns(['uai', 'mission', 'local_authority', 'starts_on'])
            .doUpdateSet(excluded({ ends_on, convention })),
        )
        .compile(),
    ];
  },
  'authorisation-removed': ({ db }, { authorisation: { uai, mission, localAuthority, period } }) => [
    db
      .deleteFrom('authorisation')
      .where('uai', '=', uai)
      .where('mission', '=', mission)
      .where('local_authority', '=', localAuthority)
      .where('starts_on', '=', period.from)
      .compile(),
  ],
} satisfies Writers<AuthorisationChange>;
