import type { Authorisation, School } from '../../../../domain/records.ts';
import { SECTOR_TERMS, toTerm, YES_NO_TERMS } from '../../import/cell-values.ts';
import { defineTable } from '../file-table.ts';

export const schoolTable = defineTable({
  name: 'etablissements',
  columns: {
    uai: 'text',
    type: 'text',
    nom: 'text',
    code_postal: 'text',
    commune: 'text',
    code_departement: 'text',
    departement: 'text',
    secteur: 'text',
    lycee_agricole: 'text',
  },
  fields: {
    uai: ['uai'],
    type: ['type'],
    name: ['nom'],
    postalCode: ['code_postal'],
    commune: ['commune'],
    departmentCode: ['code_departement'],
    department: ['departement'],
    sector: ['secteur'],
    agricultural: ['lycee_agricole'],
    closedOn: [],
    successor: [],
  },
  toRows: (it: School) => [
    {
      uai: it.uai,
      type: it.type,
      nom: it.name,
      code_postal: it.postalCode,
      commune: it.commune,
      code_departement: it.departmentCode,
      departement: it.department,
      secteur: toTerm(SECTOR_TERMS, it.sector),
      lycee_agricole: toTerm(YES_NO_TERMS, it.agricultural),
    },
  ],
});

export const authorisationTable = defineTable({
  name: 'autorisations',
  columns: {
    uai: 'text',
    mission: 'text',
    collectivite: 'text',
    debut: 'date',
    fin: 'date',
    convention: 'text',
  },
  fields: {
    uai: ['uai'],
    mission: ['mission'],
    localAuthority: ['collectivite'],
    period: ['debut', 'fin'],
    convention: ['convention'],
  },
  toRows: ({ uai, mission, localAuthority, period, convention }: Authorisation) => [
    { uai, mission, collectivite: localAuthority, debut: period.from, fin: period.to, convention },
  ],
});
