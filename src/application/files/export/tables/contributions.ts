import type { Contribution } from '../../../../domain/records.ts';
import { CONTRIBUTION_WORDS, toWord, YES_NO_WORDS } from '../../import/listed-words.ts';
import { type Addressed, defineTable } from '../file-table.ts';

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
      nature: toWord(CONTRIBUTION_WORDS, it.kind),
      date: it.on,
      intitule: it.title,
      description: it.description,
      lien: it.url,
      validee: toWord(YES_NO_WORDS, it.validated),
    },
  ],
});
