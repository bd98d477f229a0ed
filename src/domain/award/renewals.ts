import type { PreviousAward } from './grant.ts';
import type { HolderChoice } from './types.ts';

/** The awards of the same kind that a public page may name next to this one. */
export interface Renewals<Held> {
  /** The newest of them, if it is newer than this one. */
  readonly newer?: Held;
  /** The one just before it. */
  readonly older?: Held;
}

/** The renewals of a badge that its public page may link to. A link must not reveal more than the holder
 *  chose: both badges are accepted and shown, both show the name in the same form, and the other badge is not
 *  more hidden than this one (docs/rules.md, Renewal). */
export function renewalsOf<Held extends PreviousAward>(one: Held, awards: readonly Held[]): Renewals<Held> {
  const { award, credential } = one;
  if (!credential) return {};
  const shown = awards
    .filter((other) => other.award.achievement === award.achievement && other.award.id !== award.id)
    .filter((other) => other.credential && mayBeNamed(other, credential.choice))
    .toSorted((a, b) => (a.award.grantedAt < b.award.grantedAt ? -1 : 1));
  const newest = shown.at(-1);
  const newer = newest && newest.award.grantedAt > award.grantedAt ? newest : undefined;
  const older = shown.findLast((other) => other.award.grantedAt < award.grantedAt);
  return { ...(newer && { newer }), ...(older && { older }) };
}

function mayBeNamed({ credential }: PreviousAward, beside: HolderChoice): boolean {
  if (!credential || credential.revocation || credential.suspension || credential.erasedAt) return false;
  const { acceptance, hidden, name, visibility } = credential.choice;
  const isOpen = acceptance === 'accepted' && !hidden;
  return isOpen && name === beside.name && (visibility === 'public' || beside.visibility === 'unlisted');
}
