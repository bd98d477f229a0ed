import type { SignInDoubt } from '../../domain/access/account.ts';
import { linkToConfirm } from '../../domain/access/newcomer-name.ts';
import { audit } from '../../domain/audit/entry.ts';
import type { Change } from '../../domain/change/union.ts';
import { findRepeated } from '../../domain/engagement/declaration.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import { changesOfDeclaration } from '../self-service/declare-engagement.ts';
import type { Ports } from '../service-ports.ts';
import { retryOnConflict } from '../use-cases.ts';
import { linkChanges } from './link-identity.ts';
import { requireConfirmed, toEngagementView } from './newcomer-person.ts';

interface SettleDoubt {
  readonly id: string;
  /** Absent to dismiss the doubt: it may appear again at the next sign-in. */
  readonly personId?: PersonId;
  readonly actor: PersonId;
  /** What the agent confirmed of the names (`linkToConfirm`). */
  readonly confirmed?: string | undefined;
}

/** Binds a doubtful sign-in to a person, with the engagement that they asked for, or dismisses it. Throws
 *  `settled-meanwhile` if someone has done so already, `unknown-person`, and `identity-unconfirmed` if the names
 *  differ and the agent has not confirmed them as they are now. */
export const settleDoubt =
  (ports: Ports) =>
  ({ id, personId, actor, confirmed }: SettleDoubt): Promise<void> =>
    retryOnConflict(async () => {
      const { store, clock } = ports;
      const doubt = await store.readSignInDoubt(id);
      if (!doubt) throw new DomainError('settled-meanwhile');
      const at = clock.now();
      if (personId !== undefined) {
        const [person] = await store.readPeople([personId]);
        if (!person) throw new DomainError('unknown-person');
        requireConfirmed(linkToConfirm(doubt, person), confirmed);
      }
      await store.commit([
        { kind: 'sign-in-doubt-settled', id, askedAt: doubt.request?.at },
        ...(personId === undefined ? [] : linkChanges(ports, doubt.identity, { personId, at, by: actor })),
        ...(personId === undefined ? [] : await changesOfAttached(ports, doubt, personId)),
        audit('sign-in-doubt-settled', { at, actor, subject: personId ?? id }),
      ]);
    });

/** What the person asked for is declared in their record, unless it stands there already. */
async function changesOfAttached(
  ports: Ports,
  { request }: SignInDoubt,
  personId: PersonId,
): Promise<readonly Change[]> {
  if (!request) return [];
  const engagement = toEngagementView(ports, request, personId);
  const [record] = await ports.store.readPersonRecords([personId]);
  if (findRepeated(engagement, record?.engagements ?? [])) return [];
  return changesOfDeclaration(ports, engagement, ports.clock.now());
}
