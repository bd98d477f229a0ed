import {
  type DoubtReason,
  decideSignIn,
  type Session,
  type SignInDecision,
  sessionEnd,
} from '../../domain/access/account.ts';
import { type AcceptedLevels, isAccepted, levelsInAll } from '../../domain/access/sign-in-level.ts';
import type { SignedInIdentity } from '../../domain/access/signed-in-identity.ts';
import { parseUserAgent } from '../../domain/access/user-agent.ts';
import type { AuditAction } from '../../domain/audit/actions.ts';
import { audit } from '../../domain/audit/entry.ts';
import type { Change } from '../../domain/change/union.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import { compact } from '../../domain/text/omit-undefined.ts';
import type { Instant } from '../../domain/time/calendar.ts';
import { takeInvitations } from '../../features/mission-proposals/actions-invite.ts';
import { sha256Of } from '../digest.ts';
import type { Ids, Store } from '../ports.ts';
import type { Ports } from '../service-ports.ts';
import { useCases } from '../use-cases.ts';
import type { IdentityProvider } from './identity-provider.ts';
import { linkChanges } from './link-identity.ts';
import { makeSecret, makeTicket } from './newcomer-ticket.ts';
import { beginAttempt, beginSignIn, type PendingAttempt, takeAttempt } from './sign-in-attempt.ts';
import { isSessionTooWeak, readNeededLevels } from './sign-in-demand.ts';

export type FinishedSignIn =
  | {
      readonly kind: 'signed-in';
      readonly secret: string;
      readonly session: Session;
      readonly returnTo: string;
    }
  /** The person's roles need a stronger sign-in. A second attempt has begun, as if by `beginSignIn`. */
  | { readonly kind: 'too-weak'; readonly url: string; readonly secret: string }
  /** The DANE was told, and decides who the person is. With the secret, a person whose address is unknown says
   *  who they are. */
  | {
      readonly kind: 'doubt';
      readonly reason: DoubtReason;
      readonly email?: string;
      readonly secret?: string;
    };

/** Finishes a sign-in: the person is found by their subject, bound to it at the first sign-in, or put before
 *  the DANE as a doubt (docs/rules.md, Signing in). An attempt can be used once. If the person's roles
 *  need a stronger sign-in, no session begins and nothing is written. The provider is asked once more, with the
 *  level. Throws `sign-in-failed` if the browser has no attempt under way or the second answer is too weak too. */
export const finishSignIn =
  (ports: Ports) =>
  async (command: {
    readonly attemptSecret: string | undefined;
    readonly callbackUrl: string;
    /** The network of the browser. */
    readonly network: string;
    readonly userAgent?: string | undefined;
  }): Promise<FinishedSignIn> => {
    const { provider, pending } = await takeAttempt(ports, command.attemptSecret);
    const identity = await provider.finish(command.callbackUrl, pending.transaction, (issuedAt) =>
      ports.time.hear('identity-provider', issuedAt),
    );
    const decision = await decide(ports.store, identity);
    const at = ports.clock.now();
    if (decision.kind === 'doubt') return toDoubt(ports, { identity, decision, at }, command.network);
    const { personId } = decision;
    const needed = await readNeededLevels(ports, personId);
    if (!isAccepted(identity.acr, needed)) {
      return askForMore(ports, { provider, pending, needed, network: command.network });
    }
    await takeInvitations(ports, identity, personId);
    const device = parseUserAgent(command.userAgent);
    const secret = makeSecret(ports.ids);
    const session: Session = compact({
      id: ports.ids.uuid(),
      secretHash: await sha256Of(secret),
      personId,
      provider: identity.provider,
      mayHead: identity.mayHead,
      idToken: identity.idToken || undefined,
      acr: identity.acr || undefined,
      authTime: earlierOf(identity.authTime, at),
      device,
      createdAt: at,
      seenAt: at,
      expiresAt: sessionEnd(at),
    });
    await ports.store.commit([
      ...(decision.kind === 'first' ? linkChanges(ports, identity, { personId, at, by: 'sign-in' }) : []),
      ...headshipChanges(identity, personId),
      { kind: 'session-begun', session },
      audited(at, personId, 'signed-in', {
        provider: identity.provider,
        ...(identity.acr && { acr: identity.acr }),
      }),
    ]);
    return { kind: 'signed-in', secret, session, returnTo: pending.returnTo };
  };

/** The authentication is not later than now, even if the provider's clock is ahead. */
function earlierOf(authTime: Instant | undefined, at: Instant): Instant | undefined {
  return authTime !== undefined && authTime > at ? at : authTime;
}

interface TooWeak {
  readonly provider: IdentityProvider;
  readonly pending: PendingAttempt;
  readonly needed: AcceptedLevels | undefined;
  readonly network: string;
}

/** Begins the second and last attempt of a sign-in that was too weak for the person's roles. */
async function askForMore(
  ports: Ports,
  { provider, pending, needed, network }: TooWeak,
): Promise<FinishedSignIn> {
  if (pending.isSecond) throw new DomainError('sign-in-failed', { provider: provider.id, reason: 'acr' });
  const { levels, maxAgeSeconds } = pending.transaction;
  const demand = compact({ levels: levelsInAll(levels, needed), maxAgeSeconds });
  const { returnTo } = pending;
  const begun = await beginAttempt(ports, { provider, demand, returnTo, network, isSecond: true });
  return { kind: 'too-weak', ...begun };
}

async function toDoubt(ports: Ports, doubted: Doubted, network: string): Promise<FinishedSignIn> {
  const { reason } = doubted.decision;
  const { email } = doubted.identity;
  const ticket =
    reason === 'unknown-address' ? await makeTicket(ports, doubted.identity, network) : undefined;
  await ports.store.commit([...doubtChanges(ports.ids, doubted), ...(ticket?.changes ?? [])]);
  return { kind: 'doubt', reason, ...(email && { email }), ...(ticket && { secret: ticket.secret }) };
}

async function decide(store: Store, identity: SignedInIdentity): Promise<SignInDecision> {
  const linked = await store.readIdentity(identity.issuer, identity.subject);
  const people = linked || !identity.email ? [] : await store.readPeopleByEmail([identity.email]);
  const known = people.map(({ id }) => id);
  const bound = await store.readBoundPeople(known);
  return decideSignIn(compact({ identity, known, bound, linked }));
}

/** Ends the declared headships of schools that the provider no longer names. Only the ministry's federation
 *  knows them. */
function headshipChanges({ provider, mayHead }: SignedInIdentity, personId: PersonId): readonly Change[] {
  return provider === 'fim' ? [{ kind: 'headships-kept', personId, uais: mayHead }] : [];
}

interface Doubted {
  readonly identity: SignedInIdentity;
  readonly decision: Extract<SignInDecision, { kind: 'doubt' }>;
  readonly at: Instant;
}

function doubtChanges(ids: Ids, { identity, decision, at }: Doubted): readonly Change[] {
  const { issuer, subject, provider, email, givenName, familyName } = identity;
  return [
    {
      kind: 'sign-in-doubted',
      doubt: {
        id: ids.uuid(),
        identity: {
          issuer,
          subject,
          provider,
          ...(email && { email }),
          ...(givenName && { givenName }),
          ...(familyName && { familyName }),
        },
        reason: decision.reason,
        firstAt: at,
        lastAt: at,
      },
    },
  ];
}

function audited(
  at: Instant,
  personId: PersonId,
  action: AuditAction,
  details: Readonly<Record<string, string>>,
): Change {
  return audit(action, { at, actor: personId, subject: personId, details });
}

export const signInServices = useCases({ beginSignIn, isSessionTooWeak, finishSignIn });
