import type { Authorisation } from '../../../domain/records.ts';
import { authorisationTable } from '../export/tables/schools.ts';
import { readListedTerm, readPeriod, readShort, readText, readUai } from './cells.ts';
import { defineKind } from './file-kind.ts';
import { decideSave, withStoredCells, withStoredEnd } from './line-outcome.ts';
import { readKnownUais, UNKNOWN_SCHOOL } from './references.ts';

/** `autorisations.csv`: the authorisations of local authorities at schools. */
export const authorisations = defineKind<Authorisation>({
  name: 'authorisations',
  table: authorisationTable,
  required: ['uai', 'mission', 'collectivite', 'debut'],
  dates: ['debut', 'fin'],
  parse: (cells, { missions }) => {
    const convention = readText(cells, 'convention');
    return {
      uai: readUai(cells, 'uai'),
      mission: readListedTerm(cells, 'mission', missions),
      localAuthority: readShort(cells, 'collectivite'),
      period: readPeriod(cells),
      ...(convention && { convention }),
    };
  },
  prepare: async ({ reader, columns }, values) => {
    const uais = [...new Set(values.map(({ uai }) => uai))];
    const [stored, known] = await Promise.all([reader.readAuthorisations(uais), readKnownUais(reader, uais)]);
    const byKey = new Map(stored.map((authorisation) => [keyOf(authorisation), authorisation]));
    return {
      refuse: ({ uai }) => (known.has(uai) ? undefined : UNKNOWN_SCHOOL),
      keyOf,
      decide: (value) => {
        const stored = byKey.get(keyOf(value));
        const stated = withStoredCells(value, { stored, columns, table: authorisationTable });
        return decideSave({
          stored,
          said: { ...stated, period: withStoredEnd(stated.period, stored?.period, columns) },
          toChange: (authorisation) => ({ kind: 'authorisation-saved', authorisation }),
          table: authorisationTable,
        });
      },
    };
  },
});

function keyOf({ uai, mission, localAuthority, period }: Authorisation): string {
  return JSON.stringify([uai, mission, localAuthority, period.from]);
}
