import type { Attendance, Contribution, Event, ProgressReview } from '../../../../domain/records.ts';
import { CONTRIBUTION_TERMS, REVIEW_TERMS, toTerm, YES_NO_TERMS } from '../../import/cell-values.ts';
import { type Addressed, defineTable, joinTags } from '../file-table.ts';

export const attendanceTable = defineTable({
  name: 'presences',
  columns: { email: 'text', evenement: 'text', heures: 'number', preuve: 'integer' },
  fields: {
    personId: ['email'],
    email: ['email'],
    eventCode: ['evenement'],
    hours: ['heures'],
    proof: ['preuve'],
    printedSheet: [],
  },
  toRows: ({ email, eventCode, hours, proof }: Addressed<Attendance>) => [
    { email, evenement: eventCode, heures: hours, preuve: proof },
  ],
});

export const contributionTable = defineTable({
  name: 'contributions',
  columns: {
    reference: 'text',
    email: 'text',
    nature: 'text',
    date: 'date',
    intitule: 'text',
    description: 'text',
    lien: 'text',
    validee: 'text',
  },
  fields: {
    reference: ['reference'],
    personId: ['email'],
    email: ['email'],
    kind: ['nature'],
    on: ['date'],
    title: ['intitule'],
    description: ['description'],
    url: ['lien'],
    validated: ['validee'],
    // Decisions of the service are exported with the register, not in the DANE's files.
    judged: [],
  },
  toRows: (it: Addressed<Contribution>) => [
    {
      reference: it.reference,
      email: it.email,
      nature: toTerm(CONTRIBUTION_TERMS, it.kind),
      date: it.on,
      intitule: it.title,
      description: it.description,
      lien: it.url,
      validee: toTerm(YES_NO_TERMS, it.validated),
    },
  ],
});

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

export const reviewTable = defineTable({
  name: 'points-etape',
  columns: { email: 'text', uai: 'text', date: 'date', nature: 'text' },
  fields: { personId: ['email'], email: ['email'], uai: ['uai'], on: ['date'], kind: ['nature'] },
  toRows: ({ email, uai, on, kind }: Addressed<ProgressReview>) => [
    { email, uai, date: on, nature: toTerm(REVIEW_TERMS, kind) },
  ],
});
