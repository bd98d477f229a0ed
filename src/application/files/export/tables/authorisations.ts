import type { Authorisation } from '../../../../domain/records.ts';
import { defineTable } from '../file-table.ts';

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
