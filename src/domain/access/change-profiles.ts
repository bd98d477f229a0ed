import type { Change } from '../change/union.ts';
import { DomainError } from '../errors.ts';
import type { PersonId } from '../ids.ts';
import type { Person, Profile } from '../records.ts';

interface ProfileChange {
  readonly person: Person;
  readonly profiles: readonly Profile[];
  readonly actor: PersonId;
  /** Whether another person is an agent of the DANE. */
  readonly isAnotherAgent: boolean;
}

/** Whether the profiles may become these, with the precondition that the commit must check. People cannot change
 *  their own profiles, and the DANE keeps at least one agent. Throws `own-profiles`, `last-dane-agent`. */
export function decideProfiles({
  person,
  profiles,
  actor,
  isAnotherAgent,
}: ProfileChange): readonly Change[] {
  const isSame = profiles.length === person.profiles.length && profiles.every((one) => has(person, one));
  if (isSame) return [];
  if (person.id === actor) throw new DomainError('own-profiles');
  return profiles.includes('dane') ? [] : decideLeaving({ person, isAnotherAgent });
}

/** The same decision for a person who leaves with all their profiles. Throws `last-dane-agent`. */
export function decideLeaving({
  person,
  isAnotherAgent,
}: Pick<ProfileChange, 'person' | 'isAnotherAgent'>): readonly Change[] {
  if (!has(person, 'dane')) return [];
  if (!isAnotherAgent) throw new DomainError('last-dane-agent');
  return [{ kind: 'dane-agent-leaves', personId: person.id }];
}

function has({ profiles }: Person, profile: Profile): boolean {
  return profiles.includes(profile);
}
