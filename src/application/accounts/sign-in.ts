import {
  type DoubtReason,
  decideSignIn,
  type Session,
  type SignInDecision,
  sessionEnd,
} from '../../domain/access/account.ts';
import type { SignedInIdentity } from '../../domain/access/signed-in-identity.ts';
import { parseUserAgent } from '../../domain/access/user-agent.ts';
import type { AuditAction } from '../../domain/audit/actions.ts';
import { audit } from '../../domain/audit/entry.ts';
import type { Change } from '../../domain/change/union.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import { compact } from '../../domain/text/omit-undefined.ts';
import { type Instant, secondsAfter } from '../../domain/time/calendar.ts';
import { takeInvitations } from '../../features/mission-proposals/actions-invite.ts';
import { sha256Of } from '../digest.ts';
import type { Ids, Store } from '../ports.ts';
import type { Ports } from '../service-ports.ts';
import { useCases } from '../use-cases.ts';
import type { SignInTransaction } from './identity-provider.ts';
import { makeSecret, makeTicket } from './newcomer-ticket.ts';

/** Seconds within which the person must sign in at the provider. */
const ATTEMPT_SECONDS = 15 * 60;

/** The page opened after a sign-in that did not begin on another page. It leads to the person's waiting
 *  tasks. */
export const SPACE_PATH = '/space';

/** The part of an attempt that is kept while the browser is at the provider. */
interface PendingAttempt {
  readonly provider: string;
  readonly transaction: SignInTransaction;
  /** A path of this service. */
  readonly returnTo: string;
}

interface Command {
  readonly provider: string;
  readonly returnTo: string | undefined;
  /** The network of the browser, which has a share of the attempts that are kept. */
  readonly network: string;
}

/** Begins a sign-in. `secret` goes into the browser's cookie and only its hash is kept. Throws `not-found`
 *  for a provider that is not configured, `identity-provider-unreachable`. */
export const beginSignIn =
  ({ store, clock, ids, identityProviders }: Ports) =>
  async (command: Command) => {
    const provider = identityProviders.find(({ id }) => id === command.provider);
    if (!provider) throw new DomainError('not-found');
    const { url, transaction } = await provider.begin();
    const secret = makeSecret(ids);
    const saved: PendingAttempt = {
      provider: provider.id,
      transaction,
      returnTo: toOwnPath(command.returnTo),
    };
    await store.commit([
      {
        kind: 'sign-in-begun',
        network: await sha256Of(command.network),
        attempt: {
          secretHash: await sha256Of(secret),
          attempt: JSON.stringify(saved),
          expiresAt: secondsAfter(clock.now(), ATTEMPT_SECONDS),
        },
      },
    ]);
    return { url, secret };
  };

/** A request of authorisation with a long state has some two thousand characters. */
const LONGEST_PATH = 4000;

/** Accepts only a path of this service, because a link to the sign-in page must not lead to another site. A
 *  very long path is kept for no one. */
export function toOwnPath(text: string | undefined): string {
  return text && text.length <= LONGEST_PATH && /^\/(?![/\\])[^\\\p{C}]*$/u.test(text) ? text : SPACE_PATH;
}

export type FinishedSignIn =
  | {
      readonly kind: 'signed-in';
      readonly secret: string;
      readonly session: Session;
      readonly returnTo: string;
    }
  /** The DANE was told, and decides who the person is. With the secret, a person whose address is unknown says
   *  who they are. */
  | {
      readonly kind: 'doubt';
      readonly reason: DoubtReason;
      readonly email?: string;
      readonly secret?: string;
    };

/** Finishes a sign-in: the person is found by their subject, bound to it at the first sign-in, or put before
 *  the DANE as a doubt (docs/rules.md, Signing in). An attempt can be used once. Throws `sign-in-failed`
 *  where the browser has no attempt under way. */
export const finishSignIn =
  (ports: Ports) =>
  async (command: {
    readonly attemptSecret: string | undefined;
    readonly callbackUrl: string;
    /** The network of the browser. */
    readonly network: string;
    readonly userAgent?: string | undefined;
  }): Promise<FinishedSignIn> => {
    const { provider, kept } = await takeAttempt(ports, command.attemptSecret);
    const identity = await provider.finish(command.callbackUrl, kept.transaction, (issuedAt) =>
      ports.time.hear('identity-provider', issuedAt),
    );
    const decision = await decide(ports.store, identity);
    const at = ports.clock.now();
    if (decision.kind === 'doubt') return toDoubt(ports, { identity, decision, at }, command.network);
    const { personId } = decision;
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
      device,
      createdAt: at,
      seenAt: at,
      expiresAt: sessionEnd(at),
    });
    await ports.store.commit([
      ...(decision.kind === 'first' ? linkChanges(identity, personId, at) : []),
      ...headshipChanges(identity, personId),
      { kind: 'session-begun', session },
      audited(at, personId, 'signed-in', {
        provider: identity.provider,
        ...(identity.acr && { acr: identity.acr }),
      }),
    ]);
    return { kind: 'signed-in', secret, session, returnTo: kept.returnTo };
  };

async function toDoubt(ports: Ports, doubted: Doubted, network: string): Promise<FinishedSignIn> {
  const { reason } = doubted.decision;
  const { email } = doubted.identity;
  const ticket =
    reason === 'unknown-address' ? await makeTicket(ports, doubted.identity, network) : undefined;
  await ports.store.commit([...doubtChanges(ports.ids, doubted), ...(ticket?.changes ?? [])]);
  return { kind: 'doubt', reason, ...(email && { email }), ...(ticket && { secret: ticket.secret }) };
}

async function takeAttempt({ store, clock, identityProviders }: Ports, secret: string | undefined) {
  const attempt = secret === undefined ? undefined : await store.readSignInAttempt(await sha256Of(secret));
  if (!attempt || attempt.expiresAt <= clock.now()) {
    throw new DomainError('sign-in-failed', { reason: 'no-attempt' });
  }
  // This commit comes before the call to the provider, so that the attempt is used up whatever the provider
  // answers.
  await store.commit([{ kind: 'sign-in-attempt-used', secretHash: attempt.secretHash }]).catch(toUsed);
  const kept = JSON.parse(attempt.attempt) as PendingAttempt;
  const provider = identityProviders.find(({ id }) => id === kept.provider);
  if (!provider) throw new DomainError('sign-in-failed', { reason: 'no-provider' });
  return { provider, kept };
}

/** Of two answers of the provider to one attempt, the second finds it used. */
function toUsed(error: unknown): never {
  const isUsed = error instanceof DomainError && error.code === 'store-conflict';
  throw isUsed ? new DomainError('sign-in-failed', { reason: 'no-attempt' }) : error;
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

/** Binds a subject to a person for good. */
export function linkChanges(
  { issuer, subject, provider }: Pick<SignedInIdentity, 'issuer' | 'subject' | 'provider'>,
  personId: PersonId,
  at: Instant,
  linkedBy = 'sign-in',
): readonly Change[] {
  return [
    {
      kind: 'identity-linked',
      link: { issuer, subject, provider, personId, linkedAt: at, linkedBy },
    },
    audited(at, personId, 'identity-linked', { provider, by: linkedBy }),
  ];
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

export const signInServices = useCases({ beginSignIn, finishSignIn });
