import type { Context } from 'hono';
import type { SchoolInYear } from '../../../../application/school/read-school.ts';
import { DomainError } from '../../../../domain/errors.ts';
import { type PersonId, parsePersonId } from '../../../../domain/ids.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { requiredUaiOf } from '../school-context.ts';
import { nameOf } from '../segment-view.ts';

/** The school of the address, and the person of it whom the address names. Throws `not-found`. */
export async function readMember(
  c: Context<AppEnv>,
  deps: AppDeps,
): Promise<{ school: SchoolInYear; person: { readonly id: PersonId; readonly name: string } }> {
  const school = await deps.services.readSchool(requiredUaiOf(c));
  const person = school.people.find(({ id }) => id === c.req.param('person'));
  if (!person) throw new DomainError('not-found');
  return { school, person: { id: person.id, name: nameOf(person) } };
}

/** Whose review, where, and who acts. */
export function reviewCommandOf(c: Context<AppEnv>) {
  return {
    uai: requiredUaiOf(c),
    personId: parsePersonId(c.req.param('person') ?? ''),
    by: c.var.signedIn.actor.personId,
  };
}

/** The list that each act on a review leads to. */
export function reviewsPath(c: Context<AppEnv>): string {
  return `/school/${requiredUaiOf(c)}/reviews`;
}
