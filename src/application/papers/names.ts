import type { Establishment, Person } from '../../domain/records.ts';
import { paperTexts } from '../../texts/fr/papers/words.ts';

/** The given name, then the family name. */
export function fullName({ givenName, familyName }: Pick<Person, 'givenName' | 'familyName'>): string {
  return `${givenName} ${familyName}`.trim();
}

/** The school's name with its town, if the town is known. */
export function schoolName({ name, commune }: Pick<Establishment, 'name' | 'commune'>): string {
  return paperTexts.school(name, commune);
}
