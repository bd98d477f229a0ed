import type { Event } from '../../../../domain/records.ts';
import { defineTable, joinTags } from '../file-table.ts';

export const eventTable = defineTable({
  name: 'evenements',
  columns: {
    code: 'text',
    nature: 'text',
    intitule: 'text',
    debut: 'date',
    fin: 'date',
    heures: 'number',
    etiquettes: 'text',
    uai: 'text',
  },
  fields: {
    code: ['code'],
    kind: ['nature'],
    title: ['intitule'],
    startsOn: ['debut'],
    endsOn: ['fin'],
    hours: ['heures'],
    tags: ['etiquettes'],
    uai: ['uai'],
  },
  toRows: (it: Event) => [
    {
      code: it.code,
      nature: it.kind,
      intitule: it.title,
      debut: it.startsOn,
      fin: it.endsOn,
      heures: it.hours,
      etiquettes: joinTags(it.tags),
      uai: it.uai,
    },
  ],
});
