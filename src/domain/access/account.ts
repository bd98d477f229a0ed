import type { PersonId } from '../ids.ts';
import { type Instant, secondsAfter } from '../time/calendar.ts';
import type { Uai } from '../uai.ts';
import type { NewcomerRequest } from './newcomer.ts';
import type { IdentityProviderId, ProvedIdentity, SignedInIdentity } from './signed-in-identity.ts';
import type { Device } from './user-agent.ts';

/** The binding of a person to the `subject` under which one provider knows them. */
export interface IdentityLink {
  readonly issuer: string;
  readonly subject: string;
  readonly personId: PersonId;
  readonly provider: IdentityProviderId;
  readonly linkedAt: Instant;
  /** `sign-in` where the first sign-in made the binding, else the DANE agent who made it. */
  readonly linkedBy: string;
}

/** Why a sign-in is a doubt. `already-linked`: the address belongs to a person who is bound to another
 *  subject. */
export type DoubtReason = 'no-address' | 'address-not-verified' | 'unknown-address' | 'already-linked';

/** A sign-in of someone whom the register cannot identify for certain. The DANE settles it (docs/rules.md,
 *  Signing in). */
export interface SignInDoubt {
  readonly id: string;
  readonly identity: ProvedIdentity;
  readonly reason: DoubtReason;
  readonly firstAt: Instant;
  readonly lastAt: Instant;
  /** What the person says of themselves, where the register does not know their address. */
  readonly request?: NewcomerRequest;
}

/** A sign-in under way, kept until the browser comes back from the provider. */
export interface SignInAttempt {
  /** `sha256$` + hex of the secret in the cookie. */
  readonly secretHash: string;
  /** JSON of the adapter's transaction and of the page to open afterwards. */
  readonly attempt: string;
  readonly expiresAt: Instant;
}

/** The most attempts of one network that are kept. When it begins more, its oldest are deleted. */
export const MOST_ATTEMPTS_OF_NETWORK = 1000;
/** The most sessions of one person. When they begin one more, their oldest ends. */
export const MOST_SESSIONS_OF_PERSON = 50;

/** A signed-in browser. */
export interface Session {
  readonly id: string;
  /** `sha256$` + hex of the secret in the cookie. */
  readonly secretHash: string;
  readonly personId: PersonId;
  readonly provider: IdentityProviderId;
  /** Schools that the person may declare to head, as the provider said at sign-in. */
  readonly mayHead: readonly Uai[];
  /** The token that the provider asks for to end its own session. Absent if it could hold a NUMEN. */
  readonly idToken?: string;
  /** The level of authentication that the provider states, if it states one. */
  readonly acr?: string;
  /** The instant of the authentication, if a recent one was demanded and the provider proved it. */
  readonly authTime?: Instant;
  /** Families of the browser and of its system. Nothing more precise is kept. */
  readonly device?: Device;
  /** The form that was carried out last: `sha256$` + hex of its page, address and fields. */
  readonly formDigest?: string;
  /** The address to which that form led. */
  readonly formLocation?: string;
  readonly createdAt: Instant;
  readonly seenAt: Instant;
  readonly expiresAt: Instant;
}

const LIFETIME_SECONDS = 12 * 3600;
const IDLE_SECONDS = 2 * 3600;
/** A session is written at most once in this many seconds, so that a request does not cost a write each. */
const TRACE_SECONDS = 300;

/** The end of a session that begins now, however much it is used. */
export function sessionEnd(now: Instant): Instant {
  return secondsAfter(now, LIFETIME_SECONDS);
}

/** Whether the session is still valid: its end has not come, and it was used within the last two hours. */
export function isLive({ seenAt, expiresAt }: Session, now: Instant): boolean {
  return now < expiresAt && now < secondsAfter(seenAt, IDLE_SECONDS);
}

/** Whether this use is late enough after the last recorded one to be recorded. */
export function isTraceDue({ seenAt }: Session, now: Instant): boolean {
  return now >= secondsAfter(seenAt, TRACE_SECONDS);
}

/** The records on which the first sign-in of a subject is decided. */
export interface SignInCase {
  readonly identity: SignedInIdentity;
  /** The person to whom this subject is bound. */
  readonly linked?: PersonId;
  /** People who have the address now, or had it earlier. */
  readonly known: readonly PersonId[];
  /** The people of `known` who are already bound to a subject. */
  readonly bound: readonly PersonId[];
}

/** What a sign-in leads to: a person bound before, a person bound by this sign-in, or a doubt. */
export type SignInDecision =
  | { readonly kind: 'known'; readonly personId: PersonId }
  | { readonly kind: 'first'; readonly personId: PersonId }
  | { readonly kind: 'doubt'; readonly reason: DoubtReason };

/** Finds the person who has signed in (docs/rules.md, Signing in). A bound subject alone decides. Otherwise a
 *  verified address that belongs to exactly one person, not bound yet, binds the subject to them. Anything
 *  else is a doubt. */
export function decideSignIn({ identity, linked, known, bound }: SignInCase): SignInDecision {
  if (linked) return { kind: 'known', personId: linked };
  if (!identity.email) return { kind: 'doubt', reason: 'no-address' };
  if (!identity.emailVerified) return { kind: 'doubt', reason: 'address-not-verified' };
  const [personId, ...others] = known;
  if (!personId || others.length > 0) return { kind: 'doubt', reason: 'unknown-address' };
  if (bound.includes(personId)) return { kind: 'doubt', reason: 'already-linked' };
  return { kind: 'first', personId };
}
