import { isLive, type Session } from '../../domain/access/account.ts';
import type { Actor } from '../../domain/access/may.ts';
import {
  type AcceptedLevels,
  isAccepted,
  levelsFor,
  levelsInAll,
} from '../../domain/access/sign-in-level.ts';
import type { PersonId } from '../../domain/ids.ts';
import { compact } from '../../domain/text/omit-undefined.ts';
import { type Instant, secondsBetween } from '../../domain/time/calendar.ts';
import { sha256Of } from '../digest.ts';
import type { Ports } from '../service-ports.ts';
import type { Account } from '../store/people-readers.ts';
import type { SignInDemand } from './identity-provider.ts';

/** Decides how strong and how recent a sign-in must be. The operator's rules are `Ports.signInRules`. */

/** Why a sign-in begins. */
export interface DemandedBy {
  /** The secret of the session that the browser still has. Its person probably signs in again. */
  readonly sessionSecret?: string | undefined;
  /** Whether an action that can't be undone waits for the sign-in. */
  readonly isIrreversible?: boolean | undefined;
}

/** What a sign-in that begins now should prove. It only spares a second trip to the provider: `finishSignIn` and
 *  `isStrongEnough` decide. */
export const readSignInDemand =
  ({ store, clock, signInRules }: Ports) =>
  async ({ sessionSecret, isIrreversible }: DemandedBy): Promise<SignInDemand> => {
    const found = sessionSecret ? await store.readSession(await sha256Of(sessionSecret)) : undefined;
    const levels =
      found && isLive(found.session, clock.now()) ? levelsFor(signInRules, toActor(found)) : undefined;
    if (!isIrreversible) return compact({ levels });
    const { irreversible, freshMinutes } = signInRules;
    return compact({
      levels: levelsInAll(levels, irreversible),
      maxAgeSeconds: freshMinutes === undefined ? undefined : freshMinutes * 60,
    });
  };

/** Whether the session with this secret would be valid if its sign-in had been stronger. */
export const isSessionTooWeak =
  ({ store, clock, signInRules }: Ports) =>
  async (secret: string): Promise<boolean> => {
    const found = await store.readSession(await sha256Of(secret));
    if (!found || !isLive(found.session, clock.now())) return false;
    return !isAccepted(found.session.acr, levelsFor(signInRules, toActor(found)));
  };

/** The levels that this person's roles need. Undefined if none is required. */
export async function readNeededLevels(
  { store, signInRules }: Pick<Ports, 'store' | 'signInRules'>,
  personId: PersonId,
): Promise<AcceptedLevels | undefined> {
  const account = await store.readAccount(personId);
  return account && levelsFor(signInRules, toActor(account));
}

/** Whether this session is strong and recent enough for an action that can't be undone. The sign-in must have
 *  been demanded for that: only then is its instant proved. */
export function isStrongEnough(
  { signInRules: { irreversible, freshMinutes } }: Pick<Ports, 'signInRules'>,
  { acr, authTime }: Pick<Session, 'acr' | 'authTime'>,
  now: Instant,
): boolean {
  if (!isAccepted(acr, irreversible)) return false;
  if (freshMinutes === undefined) return true;
  return authTime !== undefined && secondsBetween(authTime, now) <= freshMinutes * 60;
}

/** The person as access depends on them. */
export function toActor({ person, declaredHeadOf }: Account): Actor {
  const heads = [...new Set([...(person.headOf ? [person.headOf] : []), ...declaredHeadOf])];
  return { personId: person.id, profiles: person.profiles, heads };
}
