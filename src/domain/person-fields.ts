import { compact, type Whole } from './compact.ts';
import { type Person, PROFILES } from './records.ts';

/** The audit's name for a field of a person. Only the current address is compared, not the earlier ones. */
export type PersonField = Exclude<keyof Required<Person>, 'id' | 'emails'> | 'email';

const COMPARED: { readonly [Field in PersonField]: (person: Person) => string | undefined } = {
  givenName: ({ givenName }) => givenName,
  familyName: ({ familyName }) => familyName,
  email: ({ emails }) => emails[0],
  profiles: ({ profiles }) => profiles.toSorted().join(' '),
  headOf: ({ headOf }) => headOf,
};

/** Names of the changed fields, without values, because the audit is kept for good. */
export function changedFields(before: Person, after: Person): readonly string[] {
  const changed = Object.entries(COMPARED).filter(([, of]) => of(before) !== of(after));
  return changed.map(([field]) => field);
}

/** Merges two records (docs/rules.md, Merging two records). The record that stays keeps its name and current
 *  address, and takes from the other only the fields that it lacks. */
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
