import type { Establishment } from '../../../domain/records.ts';
import { establishmentTable } from '../export/tables/establishments.ts';
import { makeWords, readShort, readText, readUai, readWord } from './cells.ts';
import { defineKind } from './file-kind.ts';
import { decideSave, keepUnsaid } from './line-outcome.ts';
import { SECTOR_WORDS, YES_NO_WORDS } from './listed-words.ts';
import { readSchoolReSigning } from './renamed-schools.ts';

const SECTORS = makeWords(SECTOR_WORDS);

const YES_NO = makeWords([...YES_NO_WORDS, ['1', true], ['0', false]]);

/** `etablissements.csv`: the schools of the published list. Columns of the list that the service does not use
 *  are recognised and ignored. */
export const establishments = defineKind<Establishment>({
  name: 'establishments',
  table: establishmentTable,
  required: ['uai', 'nom'],
  // Columns of the published list that are not used here.
  ignored: ['code_nature', 'contrat_prive', 'code_contrat', 'cle_uai_ok', 'source_adresse'],
  parse: (cells) => ({
    uai: readUai(cells, 'uai'),
    type: readShort(cells, 'type'),
    name: readShort(cells, 'nom'),
    postalCode: readShort(cells, 'code_postal'),
    commune: readShort(cells, 'commune'),
    departmentCode: readShort(cells, 'code_departement'),
    department: readShort(cells, 'departement'),
    sector: readText(cells, 'secteur') ? readWord(cells, 'secteur', SECTORS) : 'public',
    agricultural: readText(cells, 'lycee_agricole') ? readWord(cells, 'lycee_agricole', YES_NO) : false,
  }),
  prepare: async (context, values) => {
    const { reader, columns } = context;
    const stored = await reader.readEstablishments(values.map(({ uai }) => uai));
    const byUai = new Map(stored.map((establishment) => [establishment.uai, establishment]));
    const reSign = await readSchoolReSigning(context, values, byUai);
    return {
      refuse: () => undefined,
      keyOf: ({ uai }) => uai,
      decide: (value) => {
        const stored = byUai.get(value.uai);
        return decideSave({
          stored,
          said: keepUnsaid(value, { stored, columns, table: establishmentTable }),
          toChange: (establishment) => ({ kind: 'establishment-saved', establishment }),
          table: establishmentTable,
          follow: (said) => (stored && stored.name !== said.name ? reSign(said.uai) : []),
        });
      },
    };
  },
});
