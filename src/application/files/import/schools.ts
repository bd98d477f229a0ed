import { otherDepartment, withDepartment } from '../../../catalogue/departments.ts';
import type { Change } from '../../../domain/change/union.ts';
import type { School } from '../../../domain/records.ts';
import { compact } from '../../../domain/text/omit-undefined.ts';
import type { Uai } from '../../../domain/uai.ts';
import { reissueTasks } from '../../reissue/sign.ts';
import { schoolTable } from '../export/tables/schools.ts';
import { SECTOR_TERMS, YES_NO_TERMS } from './cell-values.ts';
import { makeColumnTerms, readListedTerm, readShort, readText, readUai } from './cells.ts';
import { defineKind, type KindContext } from './file-kind.ts';
import { decideSave, withStoredCells } from './line-outcome.ts';

const SECTORS = makeColumnTerms(SECTOR_TERMS);

const YES_NO = makeColumnTerms([...YES_NO_TERMS, ['1', true], ['0', false]]);

/** `etablissements.csv`: the schools of the published list. Columns of the list that the service does not use
 *  are recognised and ignored. */
export const establishments = defineKind<School>({
  name: 'establishments',
  table: schoolTable,
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
    sector: readText(cells, 'secteur') ? readListedTerm(cells, 'secteur', SECTORS) : 'public',
    agricultural: readText(cells, 'lycee_agricole') ? readListedTerm(cells, 'lycee_agricole', YES_NO) : false,
  }),
  prepare: async (context, values) => {
    const { reader, columns } = context;
    const stored = await reader.readSchoolsByUai(values.map(({ uai }) => uai));
    const byUai = new Map(stored.map((school) => [school.uai, school]));
    const reissue = await readSchoolReissuing(context, values, byUai);
    return {
      refuse: () => undefined,
      keyOf: ({ uai }) => uai,
      decide: (value) => {
        const stored = byUai.get(value.uai);
        const { closedOn, successor } = stored ?? {};
        const saved = withStoredCells(value, { stored, columns, table: schoolTable });
        const said = compact({ ...withDepartment(saved), closedOn, successor });
        const other = otherDepartment(value);
        return decideSave({
          stored,
          said,
          toChange: (establishment) => ({ kind: 'establishment-saved', establishment }),
          table: schoolTable,
          notices: other
            ? [{ code: 'other-department', column: 'code_departement', params: { ...other } }]
            : [],
          follow: (stated) => (stored && stored.name !== stated.name ? reissue(stated.uai) : []),
        });
      },
    };
  },
});

/** The tasks that sign badges again where the name of a school changes: the school's own badges, and badges
 *  whose holders chose to show their schools. */
export async function readSchoolReissuing(
  { reader, ids, at, phase }: Pick<KindContext, 'reader' | 'ids' | 'at' | 'phase'>,
  stated: readonly School[],
  stored: ReadonlyMap<Uai, School>,
): Promise<(uai: Uai) => readonly Change[]> {
  const renamed = stated.filter(({ uai, name }) => stored.has(uai) && stored.get(uai)?.name !== name);
  if (phase === 'judge' || renamed.length === 0) return () => [];
  const uais = renamed.map(({ uai }) => uai);
  const schools = await reader.readSchoolRecords(uais);
  const personIds = new Set(schools.flatMap(({ people }) => people.map(({ personId }) => personId)));
  const awards = await reader.readAwardsOf([
    ...uais.map((uai) => ({ kind: 'establishment' as const, uai })),
    ...[...personIds].map((personId) => ({ kind: 'person' as const, personId })),
  ]);
  const reported = new Set<string>();
  return (uai) => {
    const people = schools.find((one) => one.uai === uai)?.people.map(({ personId }) => personId) ?? [];
    const shown = awards.filter(({ award: { id, recipient }, credential }) => {
      if (reported.has(id)) return false;
      if (recipient.kind === 'establishment') return recipient.uai === uai;
      return people.includes(recipient.personId) && credential?.choice.showSchools === true;
    });
    for (const { award } of shown) reported.add(award.id);
    return reissueTasks({ ids, at }, shown);
  };
}
