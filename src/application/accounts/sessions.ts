import { isLive, isTraceDue, type Session } from '../../domain/access/account.ts';
import type { Actor } from '../../domain/access/may.ts';
import { type AuditAction, audit } from '../../domain/audit.ts';
import type { Change } from '../../domain/change/change.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Person } from '../../domain/records.ts';
import type { Instant } from '../../domain/time/time.ts';
import type { Uai } from '../../domain/uai.ts';
import { sha256Of } from '../digest.ts';
import type { Ports } from '../service-ports.ts';

/** A signed-in person, with their rights and their session. */
export interface SignedIn {
  readonly actor: Actor;
  readonly person: Person;
  readonly session: Session;
  /** Schools that they may declare to head, without those that they have already declared. */
  readonly mayHead: readonly Uai[];
}

/** The person whose session has this secret; undefined where no valid session has it. */
export const readSignedIn =
  ({ store, clock }: Ports) =>
  async (secret: string): Promise<SignedIn | undefined> => {
    const found = await store.readSession(await sha256Of(secret));
    const now = clock.now();
    if (!found || !isLive(found.session, now)) return undefined;
    const { session, person, declaredHeadOf } = found;
    if (isTraceDue(session, now)) await store.commit([{ kind: 'session-seen', id: session.id, at: now }]);
    const heads = [...new Set([...(person.headOf ? [person.headOf] : []), ...declaredHeadOf])];
    return {
      actor: { personId: person.id, profiles: person.profiles, heads },
      person,
      session,
      mayHead: session.mayHead.filter((uai) => !heads.includes(uai)),
    };
  };

/** The page to which a provider sends the browser after the end of its own session. It is registered with
 *  each provider. */
export const SIGNED_OUT_PATH = '/signed-out';

/** Ends this session, or all sessions of the person including this one. Returns the address that also ends
 *  the provider's session (OpenID Connect RP-Initiated Logout 1.0): on a shared computer, the next user could
 *  otherwise use it. Undefined where the provider has no such address or does not answer. */
export const signOut =
  ({ store, clock, origin, identityProviders }: Ports) =>
  async (
    { session }: Pick<SignedIn, 'session'>,
    where: 'here' | 'everywhere',
  ): Promise<string | undefined> => {
    const { id, personId, provider, idToken } = session;
    const ended: Change =
      where === 'here' ? { kind: 'session-ended', id } : { kind: 'sessions-of-person-ended', personId };
    await store.commit([ended, ownAct(`signed-out-${where}`, personId, clock.now())]);
    return identityProviders
      .find((one) => one.id === provider)
      ?.endSessionUrl({ returnTo: `${origin}${SIGNED_OUT_PATH}`, ...(idToken && { idToken }) });
  };

/** The person's valid sessions, the newest first. */
export const readOwnSessions =
  ({ store, clock }: Ports) =>
  async (personId: PersonId): Promise<readonly Session[]> => {
    const sessions = await store.readSessionsOf(personId);
    return sessions.filter((session) => isLive(session, clock.now()));
  };

/** Ends one of the person's sessions. Throws `not-found` for a session of another person. */
export const endOwnSession =
  ({ store, clock }: Ports) =>
  async (personId: PersonId, id: string): Promise<void> => {
    const sessions = await store.readSessionsOf(personId);
    if (!sessions.some((session) => session.id === id)) throw new DomainError('not-found');
    await store.commit([{ kind: 'session-ended', id }, ownAct('session-ended', personId, clock.now())]);
  };

function ownAct(action: AuditAction, personId: PersonId, at: Instant): Change {
  return audit(action, { at, actor: personId, subject: personId });
}
