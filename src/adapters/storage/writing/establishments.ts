import type { EstablishmentChange } from '../../../domain/records.ts';
import { toEstablishmentRow } from '../tables/establishments.ts';
import { excluded } from './excluded.ts';
import { insertEach } from './insert-each.ts';
import type { Writers } from './writer.ts';

export const establishments = {
  'establishment-saved': {
    writeRun: ({ db }, run) =>
      insertEach(
        run.map(({ establishment }) => toEstablishmentRow(establishment)),
        (row) => {
          const { uai: _, ...rest } = row;
          const insert = db.insertInto('establishment').values(row);
          return insert.onConflict((on) => on.column('uai').doUpdateSet(excluded(rest)));
        },
      ),
  },
} satisfies Writers<EstablishmentChange>;
