import { compact, type Whole } from './compact.ts';
import { type Person, PROFILES } from './records.ts';

/** What of a person may change, as the audit names it: of the addresses, the current one. */
export type PersonField = Exclude<keyof Required<Person>, 'id' | 'emails'> | 'email';

const COMPARED: { readonly [Field in PersonField]: (person: Person) => string | undefined } = {
  givenName: ({ givenName }) => givenName,
  familyName: ({ familyName }) => familyName,
  email: ({ emails }) => emails[0],
  profiles: ({ profiles }) => profiles.toSorted().join(' '),
  headOf: ({ headOf }) => headOf,
};

/** Names of what changed, never the values: the audit keeps them for good. */
export function changedFields(before: Person, after: Person): readonly string[] {
  const changed = Object.entries(COMPARED).filter(([, of]) => of(before) !== of(after));
  return changed.map(([field]) => field);
}

/** One record of two (docs/rules.md, Merging two records): the name and the current address of the one that stays; a
 *  field that it lacks comes from the one that goes. */
export function mergePersons(stays: Person, goes: Person): Person {
  const whole: Whole<Person> = {
    id: stays.id,
    givenName: stays.givenName,
    familyName: stays.familyName,
    emails: [...stays.emails, ...goes.emails],
    profiles: PROFILES.filter((one) => stays.profiles.includes(one) || goes.profiles.includes(one)),
    headOf: stays.headOf ?? goes.headOf,
  };
  return compact(whole);
}
