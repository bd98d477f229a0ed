import type { Engagement } from '../../../../domain/records.ts';
import { CONFIRMATION_TERMS, toTerm } from '../../import/cell-values.ts';
import { type Addressed, defineTable, ITEM_SEPARATOR } from '../file-table.ts';

export const engagementTable = defineTable({
  name: 'engagements',
  columns: {
    reference: 'text',
    email: 'text',
    uai: 'text',
    debut: 'date',
    fin: 'date',
    missions: 'text',
    roles: 'text',
    confirmation: 'text',
    confirme_par: 'text',
    confirme_le: 'date',
    reserve: 'text',
  },
  fields: {
    reference: ['reference'],
    personId: ['email'],
    email: ['email'],
    uai: ['uai'],
    period: ['debut', 'fin'],
    missions: ['missions'],
    roles: ['roles'],
    confirmation: ['confirmation'],
    confirmedBy: ['confirme_par'],
    confirmedOn: ['confirme_le'],
    reservation: ['reserve'],
    decided: [],
    sharing: [],
  },
  toRows: (it: Addressed<Engagement>) => [
    {
      reference: it.reference,
      email: it.email,
      uai: it.uai,
      debut: it.period.from,
      fin: it.period.to,
      missions: it.missions.join(ITEM_SEPARATOR),
      roles: it.roles.join(ITEM_SEPARATOR),
      confirmation: toTerm(CONFIRMATION_TERMS, it.confirmation),
      confirme_par: it.confirmedBy,
      confirme_le: it.confirmedOn,
      reserve: it.reservation,
    },
  ],
});
