import { outlastsSchool } from '../../../domain/engagement/school-closure.ts';
import type { Person, School } from '../../../domain/records.ts';
import type { LocalDate } from '../../../domain/time/calendar.ts';
import type { Uai } from '../../../domain/uai.ts';
import { schoolOpenPrecondition } from '../../engagements/open-school.ts';
import type { ImportReader } from '../../store/file-readers.ts';
import type { ValidationError } from './entry.ts';
import type { LineOutcome } from './file-kind.ts';

/** The people, schools or events that the lines of a batch name, as far as they are known. */
export interface KnownPeople {
  personOf(email: string): Person | undefined;
  /** The known person with this address. To be called only for lines that were not refused. */
  knownPerson(email: string): Person;
}

export async function readKnownPeople(reader: ImportReader, emails: readonly string[]): Promise<KnownPeople> {
  const people = await reader.readPeopleByEmail([...new Set(emails)]);
  const byEmail = new Map(people.flatMap((person) => person.emails.map((email) => [email, person] as const)));
  return {
    personOf: (email) => byEmail.get(email),
    knownPerson: (email) => {
      const person = byEmail.get(email);
      if (!person) throw new Error('a line with an unknown e-mail was not refused');
      return person;
    },
  };
}

/** The schools that the lines name, by their UAI. */
export async function readKnownSchools(
  reader: ImportReader,
  uais: readonly Uai[],
): Promise<ReadonlyMap<Uai, School>> {
  const known = await reader.readSchoolsByUai([...new Set(uais)]);
  return new Map(known.map((school) => [school.uai, school]));
}

/** The fault of a line about what goes on after the last day of its school. Without `until` it has no end. */
export function closedError(school: School, until?: LocalDate): ValidationError | undefined {
  if (!outlastsSchool(school, until)) return undefined;
  const { closedOn: on = '', successor } = school;
  const params = { on, ...(successor && { successor }) };
  return { code: 'closed-establishment', column: 'uai', params };
}

/** A line that is saved only while its school is open. A line that changes nothing asks for nothing. */
export function whileOpen(outcome: LineOutcome, uai: Uai, until?: LocalDate): LineOutcome {
  if (outcome.changes.length === 0) return outcome;
  return { ...outcome, changes: [...outcome.changes, schoolOpenPrecondition(uai, until)] };
}

export async function readKnownUais(reader: ImportReader, uais: readonly Uai[]): Promise<ReadonlySet<Uai>> {
  const known = await reader.readSchoolsByUai([...new Set(uais)]);
  return new Set(known.map(({ uai }) => uai));
}

/** The fault of a line that gives a known reference another person or school (docs/files.md, Keys of
 *  lines). */
export function referenceOfAnother(column: 'email' | 'uai', reference: string): ValidationError {
  return { code: 'reference-of-another', column, params: { reference } };
}

export const UNKNOWN_EMAIL: ValidationError = { code: 'unknown-email', column: 'email' };
export const UNKNOWN_SCHOOL: ValidationError = { code: 'unknown-establishment', column: 'uai' };
