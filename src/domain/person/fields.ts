import { type Person, PROFILES } from '../records.ts';
import { compact } from '../text/omit-undefined.ts';

/** The most characters of a given name, and of a family name. */
export const NAME_CHARS = 100;

type Field = Exclude<keyof Required<Person>, 'id'>;

/** A field of a person as forms and the audit name it. Of the addresses, only the current one is followed. */
export type PersonField = Exclude<Field, 'emails'> | 'email';

interface FieldRule<F extends Field> {
  readonly name: PersonField;
  /** The value as the audit compares it. */
  readonly compared: (value: Person[F]) => string | undefined;
  /** The value in the digest by which an import knows that a person was changed since. A field that came after the
   *  first release is left out where it has no value, so that the digests that are kept stay true. */
  readonly digested: (value: Person[F]) => string | undefined;
  /** The value of the record that stays where two are merged (docs/rules.md, Merging two records). */
  readonly merged: (stays: Person[F], goes: Person[F]) => Person[F];
  /** Whether a badge may show or hash it: a badge is signed again where it changes. */
  readonly inBadges: boolean;
}

/** What becomes of each field of a person. */
const RULES: { readonly [F in Field]: FieldRule<F> } = {
  givenName: nameRule('givenName'),
  familyName: nameRule('familyName'),
  emails: {
    name: 'email',
    compared: ([current]) => current,
    digested: (emails) => emails.join(),
    merged: (stays, goes) => [...stays, ...goes],
    inBadges: true,
  },
  profiles: {
    name: 'profiles',
    compared: (profiles) => profiles.toSorted().join(' '),
    digested: (profiles) => profiles.join(),
    merged: (stays, goes) => PROFILES.filter((one) => stays.includes(one) || goes.includes(one)),
    inBadges: false,
  },
  headOf: { ...optionalRule('headOf'), digested: (uai) => uai ?? '' },
};

const FIELDS = Object.keys(RULES) as readonly Field[];

function nameRule<F extends 'givenName' | 'familyName'>(name: F): FieldRule<F> {
  return {
    name,
    compared: (text) => text,
    digested: (text) => text,
    merged: (stays) => stays,
    inBadges: true,
  };
}

/** The rule of an optional text that no badge shows: the record that stays takes it from the other where it lacks
 *  it. */
function optionalRule<F extends Field & PersonField & OptionalText>(name: F): FieldRule<F> {
  return {
    name,
    compared: (text) => text,
    digested: (text) => text && `${name} ${text}`,
    merged: (stays, goes) => stays ?? goes,
    inBadges: false,
  };
}

type OptionalText = { [F in Field]: Person[F] extends string | undefined ? F : never }[Field];

/** Names of the changed fields. The values are left out, because the audit is kept for good. */
export function changedFields(before: Person, after: Person): readonly PersonField[] {
  return FIELDS.filter((field) => isChanged(field, before, after)).map((field) => RULES[field].name);
}

function isChanged<F extends Field>(field: F, before: Pick<Person, F>, after: Pick<Person, F>): boolean {
  const { compared } = RULES[field];
  return compared(before[field]) !== compared(after[field]);
}

/** Whether a badge may show or hash something that changed. */
export function affectsBadges(before: Person, after: Person): boolean {
  return FIELDS.some((field) => RULES[field].inBadges && isChanged(field, before, after));
}

/** All fields of a person in one text, which `digestOfImported` digests. */
export function digestedPerson(person: Person): string {
  return FIELDS.flatMap((field) => digestedField(field, person) ?? []).join('\n');
}

/** All fields of a person as a form carries them, so that what was shown can be compared with what is recorded
 *  when the form is sent. One line: a browser would change line ends. */
export function seenPerson(person: Person): string {
  return JSON.stringify(digestedPerson(person));
}

function digestedField<F extends Field>(field: F, person: Person): string | undefined {
  return RULES[field].digested(person[field]);
}

/** Merges two records (docs/rules.md, Merging two records). The record that stays keeps its name and current
 *  address, and takes from the other only the fields that it lacks. */
export function mergePersons(stays: Person, goes: Person): Person {
  const merged = FIELDS.map((field) => [field, mergedField(field, stays, goes)]);
  const whole: Person = { id: stays.id, ...Object.fromEntries(merged) };
  return compact(whole);
}

function mergedField<F extends Field>(field: F, stays: Person, goes: Person): Person[F] {
  return RULES[field].merged(stays[field], goes[field]);
}
