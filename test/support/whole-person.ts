import type { PersonId } from '../../src/domain/ids.ts';
import type { Person } from '../../src/domain/records.ts';
import { parseUai } from '../../src/domain/uai.ts';

/** A person of whom every field has a value of its own. */
export const WHOLE_PERSON = {
  id: 'full' as PersonId,
  givenName: 'Zoé',
  familyName: 'Perrin',
  emails: ['zoe.perrin@ac-dijon.fr', 'zoe.roche@ac-dijon.fr'],
  profiles: ['rupn', 'principal'],
  headOf: parseUai('0210001M'),
} satisfies Required<Person>;
