import type { SignInDoubt } from '../../domain/access/account.ts';
import type { NewcomerRequest } from '../../domain/access/newcomer.ts';
import { confirmedName, newcomerNameOf } from '../../domain/access/newcomer-name.ts';
import { audit } from '../../domain/audit/entry.ts';
import type { Change } from '../../domain/change/union.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Engagement, Person } from '../../domain/records.ts';
import type { Instant } from '../../domain/time/calendar.ts';
import { changesOfNameCorrection } from '../../features/data-requests/actions.ts';
import type { Ports } from '../service-ports.ts';
import { linkChanges } from './link-identity.ts';

/** The engagement that a newcomer asks for, as it waits for the principal. */
export function toEngagementView(
  { ids }: Ports,
  { uai, from, to, missions, roles }: NewcomerRequest,
  personId: PersonId,
): Engagement {
  const period = { from, ...(to && { to }) };
  const reference = `J-${ids.credentialId()}`;
  return { reference, personId, uai, period, missions, roles, confirmation: 'requested' };
}

/** Refuses an act on a name that was not confirmed as it is now. Throws `identity-unconfirmed`.
 *  @param needed what must be confirmed; undefined if nothing must */
export function requireConfirmed(needed: string | undefined, confirmed: string | undefined): void {
  if (needed !== undefined && needed !== confirmed) throw new DomainError('identity-unconfirmed');
}

interface Arriving {
  readonly doubt: SignInDoubt;
  /** What the newcomer asks for, even if it is not stored with the doubt. */
  readonly request: NewcomerRequest | undefined;
  readonly at: Instant;
  /** `sign-in` if the invitation alone makes the person. */
  readonly by: PersonId | 'sign-in';
}

/** The person that a newcomer becomes, bound to their sign-in, under the name that the provider stated. A typed name
 *  that is written otherwise becomes a request for correction. The caller has had a typed name confirmed if there
 *  is no other. Throws `address-taken`, and `invalid-request` if no name or no address is known. */
export async function makePerson(
  ports: Ports,
  { doubt, request, at, by }: Arriving,
): Promise<{ readonly person: Person; readonly changes: readonly Change[] }> {
  const { store, ids } = ports;
  const { email } = doubt.identity;
  const found = newcomerNameOf({ identity: doubt.identity, request });
  if (!email || !found || doubt.reason !== 'unknown-address') throw new DomainError('invalid-request');
  const [known] = await store.readPeopleByEmail([email]);
  if (known) throw new DomainError('address-taken', { email });
  const name = found.from === 'provider' ? found.name : confirmedName(found.name);
  const person: Person = { ...name, id: ids.personId(), emails: [email], profiles: ['rupn'] };
  const actor = by === 'sign-in' ? person.id : by;
  const correction = found.from === 'provider' ? found.correction : undefined;
  return {
    person,
    changes: [
      { kind: 'sign-in-doubt-settled', id: doubt.id, askedAt: doubt.request?.at },
      { kind: 'person-saved', person },
      ...linkChanges(ports, doubt.identity, { personId: person.id, at, by }),
      audit('person-welcomed', { at, actor, subject: person.id }),
      ...(correction ? changesOfNameCorrection(ports, { person, correction, at }) : []),
    ],
  };
}
