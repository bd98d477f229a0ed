import { NAME_CHARS } from '../../../../domain/person/fields.ts';
import { type Person, PROFILES } from '../../../../domain/records.ts';
import { compact, type Whole } from '../../../../domain/text/omit-undefined.ts';
import { BY_HAND, PROFILE_TERMS, toTerm } from '../../import/cell-values.ts';
import {
  type Cells,
  makeColumnTerms,
  readListedTerms,
  readShort,
  readText,
  readUai,
} from '../../import/cells.ts';
import { defineTable, ITEM_SEPARATOR } from '../file-table.ts';

/** A person with earlier addresses has a line for each address, from the earliest to the current one: a line
 *  can name only one earlier address, and an import must already know that address. */
export const personTable = defineTable({
  name: 'personnes',
  columns: { email: 'text', prenom: 'text', nom: 'text', ancien_email: 'text', profil: 'text', uai: 'text' },
  fields: {
    id: [],
    givenName: ['prenom'],
    familyName: ['nom'],
    emails: ['email', 'ancien_email'],
    profiles: ['profil'],
    headOf: ['uai'],
  },
  toRows: ({ givenName, familyName, emails, profiles, headOf }: Person) => {
    const same = {
      prenom: givenName,
      nom: familyName,
      profil: profiles.map((profile) => toTerm(PROFILE_TERMS, profile)).join(ITEM_SEPARATOR),
      uai: headOf,
    };
    return emails.map((email, at) => ({ ...same, email, ancien_email: emails[at + 1] })).reverse();
  },
});

/** What a line says of a person besides their addresses. */
export type PersonInput = Omit<Person, 'id' | 'emails'>;

const PROFILE_COLUMN_TERMS = makeColumnTerms(PROFILE_TERMS, BY_HAND.profiles);

/** Reads the cells that `personTable` writes. An empty `profil` means `rupn` alone. Throws a LineError for a cell that
 *  cannot be accepted. */
export function readPersonInput(cells: Cells): PersonInput {
  const profiles = readListedTerms(cells, 'profil', PROFILE_COLUMN_TERMS);
  const stated: Whole<PersonInput> = {
    givenName: readShort(cells, 'prenom', NAME_CHARS),
    familyName: readShort(cells, 'nom', NAME_CHARS),
    profiles: profiles.length > 0 ? PROFILES.filter((profile) => profiles.includes(profile)) : ['rupn'],
    headOf: readText(cells, 'uai') === undefined ? undefined : readUai(cells, 'uai'),
  };
  return compact(stated);
}
