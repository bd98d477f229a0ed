import { readSchoolsOf } from '../../../application/people/schools.ts';
import type { Store } from '../../../application/ports.ts';
import { DomainError } from '../../../domain/errors.ts';
import { emailsAmong } from '../../../domain/person/mail-address.ts';
import { fullName } from '../../../domain/person/name.ts';
import type { Person, School } from '../../../domain/records.ts';
import { searchSchools } from '../../../domain/school-search.ts';
import { parseUai, type Uai } from '../../../domain/uai.ts';
import { typographic } from '../../../texts/grammar.ts';
import type { Choice } from './inputs.tsx';
import type { FieldError, FormValues } from './schema.ts';

/** The most schools or people to choose from; where there are more, the page asks for another word. */
const MOST_CHOICES = 12;
/** The most schools that are searched; no académie has as many. */
const MOST_KNOWN = 20_000;

/** The result of a search by text: one thing, nothing, or several to choose from. All members are absent
 *  if nothing was typed. */
export interface Named<Key> {
  readonly key?: Key;
  readonly fault?: FieldError;
  readonly choices?: readonly Choice[];
}

/** The name of the field that chooses among several matches of a text. */
export const choiceName = (name: string) => `${name}-choice`;

interface LookupInput {
  readonly text: string;
  /** The ticked choice; it counts only if the text still matches it. */
  readonly choice?: string | undefined;
}

/** The text of a field, and the choice below it. */
export function readLookupInput(values: FormValues, name: string): LookupInput {
  return { text: values[name]?.[0]?.trim() ?? '', choice: values[choiceName(name)]?.[0] };
}

/** The school that a text names, by its UAI or by words of its kind, name and place. */
export async function findSchool(
  store: Pick<Store, 'readSchoolPage'>,
  { text, choice }: LookupInput,
): Promise<Named<Uai>> {
  if (text === '') return {};
  const [code] = /\b\d{7}\s?[a-z]\b/i.exec(text) ?? [];
  if (code) return readUai(code.replace(/\s/, ''));
  const { schools, whole } = await findSchools(store, text);
  const chosen = schools.find(({ uai }) => uai === choice);
  const [only, ...others] = schools;
  if (chosen) return { key: chosen.uai };
  if (only && others.length === 0 && whole) return { key: only.uai };
  if (!only) return { fault: 'no-such-school' };
  return {
    fault: others.length === 0 ? 'school-like-this' : 'several-schools',
    choices: schools.slice(0, MOST_CHOICES).map(schoolChoice),
  };
}

/** Schools by their words: the store holds few enough to be searched whole. */
export async function findSchools(store: Pick<Store, 'readSchoolPage'>, text: string) {
  return searchSchools(text, await store.readSchoolPage({ limit: MOST_KNOWN }));
}

function schoolChoice({ uai, name, commune }: School): Choice {
  return { value: uai, label: typographic([name, commune].filter(Boolean).join(', ')), text: uai };
}

/** A school as its field holds it: its name for people, and its UAI for certainty. */
export function schoolText(school: School): string {
  const { value, label } = schoolChoice(school);
  return `${label} (${value})`;
}

/** The value of a field for a recorded school; none if there is no school. */
export async function schoolValue(
  store: Pick<Store, 'readSchoolsByUai'>,
  uai: Uai | undefined,
): Promise<readonly string[]> {
  if (!uai) return [];
  const [school] = await store.readSchoolsByUai([uai]);
  return [school ? schoolText(school) : uai];
}

function readUai(text: string): Named<Uai> {
  try {
    return { key: parseUai(text) };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { fault: 'invalid-uai' };
  }
}

/** The person whom a text names, by an address or by words of the name. */
export async function findPerson(
  store: Pick<Store, 'readPeopleByEmail' | 'searchPeople' | 'readLatestSchools' | 'readSchoolsByUai'>,
  { text, choice }: LookupInput,
): Promise<Named<Person>> {
  if (text === '') return {};
  if (text.includes('@')) {
    const [person] = await store.readPeopleByEmail(emailsAmong([text]));
    return person ? { key: person } : { fault: 'unknown-person' };
  }
  const people = /[\p{L}\p{N}]/u.test(text) ? await store.searchPeople({ text, limit: MOST_CHOICES }) : [];
  const chosen = people.find(({ id }) => id === choice);
  const [only, ...others] = people;
  if (chosen) return { key: chosen };
  if (!only) return { fault: 'unknown-person' };
  if (others.length === 0) return { key: only };
  const schoolOf = await readSchoolsOf(store, people);
  return {
    fault: 'several-people',
    choices: people.map((one) => ({
      value: one.id,
      label: fullName(one),
      text: [schoolOf(one), one.emails[0]].filter(Boolean).join(', '),
    })),
  };
}

/** The refusal of a form whose field names nothing, or several things. */
export function refuseNamed(name: string, { fault = 'required', choices }: Named<unknown>) {
  return { faults: { [name]: fault }, ...(choices && { choices: { [name]: choices } }) };
}
