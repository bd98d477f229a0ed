import { otherDepartment, withDepartment } from '../../../catalogue/departments.ts';
import type { Change } from '../../../domain/change/union.ts';
import type { Establishment } from '../../../domain/records.ts';
import { compact } from '../../../domain/text/omit-undefined.ts';
import type { Uai } from '../../../domain/uai.ts';
import { reSignTasks } from '../../reissue/sign.ts';
import { establishmentTable } from '../export/tables/schools.ts';
import { SECTOR_WORDS, YES_NO_WORDS } from './cell-values.ts';
import { makeWords, readShort, readText, readUai, readWord } from './cells.ts';
import { defineKind, type KindContext } from './file-kind.ts';
import { decideSave, keepUnsaid } from './line-outcome.ts';

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
        const { closedOn, successor } = stored ?? {};
        const kept = keepUnsaid(value, { stored, columns, table: establishmentTable });
        const said = compact({ ...withDepartment(kept), closedOn, successor });
        const other = otherDepartment(value);
        return decideSave({
          stored,
          said,
          toChange: (establishment) => ({ kind: 'establishment-saved', establishment }),
          table: establishmentTable,
          notices: other
            ? [{ code: 'other-department', column: 'code_departement', params: { ...other } }]
            : [],
          follow: (said) => (stored && stored.name !== said.name ? reSign(said.uai) : []),
        });
      },
    };
  },
});

/** The tasks that sign badges again where the name of a school changes: the school's own badges, and badges
 *  whose holders chose to show their schools. */
export async function readSchoolReSigning(
  { reader, ids, at, phase }: Pick<KindContext, 'reader' | 'ids' | 'at' | 'phase'>,
  said: readonly Establishment[],
  stored: ReadonlyMap<Uai, Establishment>,
): Promise<(uai: Uai) => readonly Change[]> {
  const renamed = said.filter(({ uai, name }) => stored.has(uai) && stored.get(uai)?.name !== name);
  if (phase === 'judge' || renamed.length === 0) return () => [];
  const uais = renamed.map(({ uai }) => uai);
  const schools = await reader.readEstablishmentRecords(uais);
  const personIds = new Set(schools.flatMap(({ people }) => people.map(({ personId }) => personId)));
  const awards = await reader.readAwardsOf([
    ...uais.map((uai) => ({ kind: 'establishment' as const, uai })),
    ...[...personIds].map((personId) => ({ kind: 'person' as const, personId })),
  ]);
  const told = new Set<string>();
  return (uai) => {
    const people = schools.find((one) => one.uai === uai)?.people.map(({ personId }) => personId) ?? [];
    const shown = awards.filter(({ award: { id, recipient }, credential }) => {
      if (told.has(id)) return false;
      if (recipient.kind === 'establishment') return recipient.uai === uai;
      return people.includes(recipient.personId) && credential?.choice.showSchools === true;
    });
    for (const { award } of shown) told.add(award.id);
    return reSignTasks({ ids, at }, shown);
  };
}
