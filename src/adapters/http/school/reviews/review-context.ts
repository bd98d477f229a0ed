import type { Context } from 'hono';
import type { SchoolInYear } from '../../../../application/school/read-school.ts';
import { DomainError } from '../../../../domain/errors.ts';
import { type PersonId, parsePersonId } from '../../../../domain/ids.ts';
import { nameOf } from '../../engagements/engagement-words.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { requiredUaiOf } from '../school-context.ts';

/** The school and the person that the address names. Throws `not-found`. */
export async function readMember(
  c: Context<AppEnv>,
  deps: AppDeps,
): Promise<{ school: SchoolInYear; person: { readonly id: PersonId; readonly name: string } }> {
  const school = await deps.services.readSchool(requiredUaiOf(c));
  const person = school.people.find(({ id }) => id === c.req.param('person'));
  if (!person) throw new DomainError('not-found');
  return { school, person: { id: person.id, name: nameOf(person) } };
}

/** The part of a review's command that the address and the session give: person, school and author. */
export function reviewCommandOf(c: Context<AppEnv>) {
  return {
    uai: requiredUaiOf(c),
    personId: parsePersonId(c.req.param('person') ?? ''),
    by: c.var.signedIn.actor.personId,
  };
}

/** Address of the list, to which each act on a review leads back. */
export function reviewsPath(c: Context<AppEnv>): string {
  return `/school/${requiredUaiOf(c)}/reviews`;
}
