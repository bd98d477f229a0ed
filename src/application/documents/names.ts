import type { PersonId } from '../../domain/ids.ts';
import type { Establishment, Person } from '../../domain/records.ts';
import { documentTexts } from '../../texts/fr/documents.ts';
import type { SchoolMember } from './document-context.ts';

/** Given name, then family name. */
export function fullName({ givenName, familyName }: Person): string {
  return `${givenName} ${familyName}`.trim();
}

/** The school's name with its town, where the town is known. */
export function schoolName({ name, commune }: Establishment): string {
  return documentTexts.school(name, commune);
}

/** Full names of some of the team, in the order asked; nobody unknown is named. */
export function namesOf(people: readonly PersonId[], team: readonly SchoolMember[]): readonly string[] {
  return people.flatMap((id) => {
    const member = team.find(({ person }) => person.id === id);
    return member === undefined ? [] : [fullName(member.person)];
  });
}
