import type { Person } from '../../../../domain/records.ts';
import { PROFILE_WORDS, toWord } from '../../import/listed-words.ts';
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
      profil: profiles.map((profile) => toWord(PROFILE_WORDS, profile)).join(ITEM_SEPARATOR),
      uai: headOf,
    };
    return emails.map((email, at) => ({ ...same, email, ancien_email: emails[at + 1] })).reverse();
  },
});
