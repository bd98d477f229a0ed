import type { PersonId } from '../ids.ts';
import { type Instant, secondsAfter } from '../time/time.ts';
import type { Uai } from '../uai.ts';
import type { Device } from './device.ts';
import type { IdentityProviderId, SignedInIdentity } from './signed-in-identity.ts';

/** A person as one provider knows them. */
export interface IdentityLink {
  readonly issuer: string;
  readonly subject: string;
  readonly personId: PersonId;
  readonly provider: IdentityProviderId;
  readonly linkedAt: Instant;
  /** Who bound them: `sign-in` for the first sign-in itself, else the DANE agent. */
  readonly linkedBy: string;
}

export type DoubtReason = 'no-address' | 'address-not-verified' | 'unknown-address' | 'already-linked';

/** Somebody signed in whom the register does not know for certain (docs/rules.md, Signing in): the DANE settles it. */
export interface SignInDoubt {
  readonly id: string;
  readonly identity: Pick<
    SignedInIdentity,
    'issuer' | 'subject' | 'provider' | 'email' | 'givenName' | 'familyName'
  >;
  readonly reason: DoubtReason;
  readonly firstAt: Instant;
  readonly lastAt: Instant;
}

/** A sign-in under way: what must come back from the provider. */
export interface SignInAttempt {
  /** `sha256$` + hex of the secret in the cookie. */
  readonly secretHash: string;
  /** JSON of the adapter's transaction and of where to go afterwards. */
  readonly attempt: string;
  readonly expiresAt: Instant;
}

/** A browser that is signed in. */
export interface Session {
  readonly id: string;
  /** `sha256$` + hex of the secret in the cookie. */
  readonly secretHash: string;
  readonly personId: PersonId;
  readonly provider: IdentityProviderId;
  /** Schools whose head the person may declare to be, as the provider said at sign-in. */
  readonly mayHead: readonly Uai[];
  /** What the provider wants to see again to end its own session; absent where it could hold a NUMEN. */
  readonly idToken?: string;
  /** The level of authentication that the provider vouched for, where it says one. */
  readonly acr?: string;
  /** The browser and the system it was opened with: two words, nothing finer. */
  readonly device?: Device;
  readonly createdAt: Instant;
  readonly seenAt: Instant;
  readonly expiresAt: Instant;
}

const LIFETIME_SECONDS = 12 * 3600;
const IDLE_SECONDS = 2 * 3600;
/** How much later than its last trace a session is seen before that is written down. */
const TRACE_SECONDS = 300;

/** When a session that begins now ends, whatever is done with it. */
export function sessionEnd(now: Instant): Instant {
  return secondsAfter(now, LIFETIME_SECONDS);
}

/** Whether the session still stands: before its end, and used within the last two hours. */
export function isLive({ seenAt, expiresAt }: Session, now: Instant): boolean {
  return now < expiresAt && now < secondsAfter(seenAt, IDLE_SECONDS);
}

/** Whether its use is worth a write. */
export function isTraceDue({ seenAt }: Session, now: Instant): boolean {
  return now >= secondsAfter(seenAt, TRACE_SECONDS);
}

/** What a first sign-in is decided on. */
export interface SignInCase {
  readonly identity: SignedInIdentity;
  /** The person this very subject is bound to. */
  readonly linked?: PersonId;
  /** People who have the address, now or earlier. */
  readonly known: readonly PersonId[];
  /** Those of them who are bound to some subject already. */
  readonly bound: readonly PersonId[];
}

export type SignInDecision =
  | { readonly kind: 'known'; readonly personId: PersonId }
  | { readonly kind: 'first'; readonly personId: PersonId }
  | { readonly kind: 'doubt'; readonly reason: DoubtReason };

/** Who has signed in (docs/rules.md, Signing in): only the subject counts once it is bound; a verified address that
 *  belongs to exactly one person whom no subject is bound to binds it; all else is a doubt. */
export function decideSignIn({ identity, linked, known, bound }: SignInCase): SignInDecision {
  if (linked) return { kind: 'known', personId: linked };
  if (!identity.email) return { kind: 'doubt', reason: 'no-address' };
  if (!identity.emailVerified) return { kind: 'doubt', reason: 'address-not-verified' };
  const [personId, ...others] = known;
  if (!personId || others.length > 0) return { kind: 'doubt', reason: 'unknown-address' };
  if (bound.includes(personId)) return { kind: 'doubt', reason: 'already-linked' };
  return { kind: 'first', personId };
}
