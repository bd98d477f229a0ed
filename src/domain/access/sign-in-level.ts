import { PROFILES, type Profile } from '../records.ts';
import type { Actor } from './may.ts';

/** A level of ProConnect on two scales. `identity` goes from 0, declared, to 3, high. `factor` is the second
 *  factor: 0 none, 1 weak (a code by mail or SMS), 2 strong (TOTP, synced passkey), 3 hardware with a PIN. */
interface Scales {
  readonly identity: number;
  readonly factor: number;
}

const SCALES: Readonly<Record<string, Scales>> = {
  eidas0: { identity: 0, factor: 0 },
  'eidas0-mfa': { identity: 0, factor: 1 },
  eidas1: { identity: 1, factor: 0 },
  'eidas1-mfa': { identity: 1, factor: 1 },
  eidas2: { identity: 2, factor: 2 },
  eidas3: { identity: 3, factor: 3 },
};

/** ProConnect's six levels of sign-in, in the order of identity, then factor. */
export const SIGN_IN_LEVELS: readonly string[] = Object.keys(SCALES);

/** Levels of which one is enough, as a provider states them in `acr` (OpenID Connect Core 1.0, §2). */
export type AcceptedLevels = readonly string[];

/** What the operator requires of a sign-in. An absent part requires nothing. */
export interface SignInRules {
  /** The accepted levels of each role. */
  readonly levels: Readonly<Partial<Record<Profile, AcceptedLevels>>>;
  /** The accepted levels for actions that can't be undone. */
  readonly irreversible?: AcceptedLevels;
  /** The most minutes between the sign-in and an action that can't be undone. */
  readonly freshMinutes?: number;
}

/** Whether a stated level is enough where another one is required. Both scales must reach the required ones, so
 *  `eidas1` isn't enough for `eidas0-mfa`. A word that isn't one of the six levels satisfies only itself. */
export function satisfies(stated: string, required: string): boolean {
  const [has, needs] = [scalesOf(stated), scalesOf(required)];
  if (!has || !needs) return stated === required;
  return has.identity >= needs.identity && has.factor >= needs.factor;
}

function scalesOf(level: string): Scales | undefined {
  return Object.hasOwn(SCALES, level) ? SCALES[level] : undefined;
}

/** The levels that are enough if one of these words is required. Words are separated by spaces, as in
 *  `acr_values` (OpenID Connect Core 1.0, §3.1.2.1). */
export function levelsThatSatisfy(requirement: string): AcceptedLevels {
  const required = requirement.split(/\s+/).filter(Boolean);
  const others = required.filter((level) => !scalesOf(level));
  return [
    ...SIGN_IN_LEVELS.filter((level) => required.some((one) => satisfies(level, one))),
    ...new Set(others),
  ];
}

/** The levels that are in each of these lists. Absent lists require nothing. Undefined if nothing is required,
 *  and empty if no level satisfies all. */
export function levelsInAll(...lists: readonly (AcceptedLevels | undefined)[]): AcceptedLevels | undefined {
  const [first, ...others] = lists.filter((list) => list !== undefined);
  return first?.filter((level) => others.every((list) => list.includes(level)));
}

/** Whether the stated level is one of the accepted ones. A missing level isn't, if any is required. */
export function isAccepted(stated: string | undefined, accepted: AcceptedLevels | undefined): boolean {
  return accepted === undefined || (stated !== undefined && accepted.includes(stated));
}

/** The levels that this person's sign-in must have one of. A person with several roles must satisfy each, and a
 *  person without a role counts as a RUPN. Undefined if none is required. */
export function levelsFor(
  { levels }: SignInRules,
  { profiles, heads }: Pick<Actor, 'profiles' | 'heads'>,
): AcceptedLevels | undefined {
  const roles = PROFILES.filter(
    (role) => profiles.includes(role) || (role === 'principal' && heads.length > 0),
  );
  return levelsInAll(...(roles.length > 0 ? roles : (['rupn'] as const)).map((role) => levels[role]));
}
