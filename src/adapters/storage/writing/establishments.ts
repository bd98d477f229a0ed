import type { EstablishmentChange } from '../../../domain/records.ts';
import { toEstablishmentRow } from '../tables/establishments.ts';
import { excluded } from './excluded.ts';
import type { Writers } from './writer.ts';

export const establishments = {
  'establishment-saved': ({ db }, { establishment }) => {
    const { uai, ...rest } = toEstablishmentRow(establishment);
    const insert = db.insertInto('establishment').values({ uai, ...rest });
    return [insert.onConflict((on) => on.column('uai').doUpdateSet(excluded(rest))).compile()];
  },
} satisfies Writers<EstablishmentChange>;
