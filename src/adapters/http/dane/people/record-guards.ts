import type { Context } from 'hono';
import type { Deciding } from '../../../../application/engagements/change-of-segment.ts';
import { DomainError } from '../../../../domain/errors.ts';
import { personIdsAmong } from '../../../../domain/ids.ts';
import type { Person } from '../../../../domain/records.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { requireMay, requireSignedIn } from '../../middleware/signed-in.ts';
import { deciderOf } from '../../school/school-context.ts';

/** Accepts agents of the DANE who keep the record of the person that the address names, except for their
 *  own. */
export function recordGuards(deps: AppDeps) {
  return [
    requireSignedIn(deps),
    requireMay(deps, 'keep-record', (c) => {
      const [personId] = personIdsAmong([c.req.param('id') ?? '']);
      return personId && { kind: 'person', personId };
    }),
  ] as const;
}

/** The person that the address names. Throws `not-found`. */
export async function requiredPerson(c: Context<AppEnv>, { ports }: AppDeps): Promise<Person> {
  const [person] = await ports.store.readPeople(personIdsAmong([c.req.param('id') ?? '']));
  if (!person) throw new DomainError('not-found');
  return person;
}

/** The signed-in agent, as the author of a change. */
export function agentOf(c: Context<AppEnv>, confirms = false): Deciding {
  return { ...deciderOf(c), as: 'dane', confirms };
}
