import { DomainError } from '../errors.ts';
import type { HolderChoice } from './award-types.ts';

/** The holder wants none of it, for good. Only a badge that still waits can be declined: an accepted one can be hidden,
 *  which is undone at will. Throws `credential-accepted`. */
export function decline(before: HolderChoice): HolderChoice {
  if (before.acceptance === 'accepted') throw new DomainError('credential-accepted');
  return { ...before, acceptance: 'declined' };
}

/** Out of sight, or in sight again as it was chosen before. Throws `credential-declined`, `credential-not-accepted`. */
export function setHidden(before: HolderChoice, hidden: boolean): HolderChoice {
  if (before.acceptance === 'declined') throw new DomainError('credential-declined');
  if (before.acceptance !== 'accepted') throw new DomainError('credential-not-accepted');
  return { ...before, hidden };
}

/** What the holder says of a badge; what is not said stays as it was. */
export type SaidChoice = Partial<
  Pick<HolderChoice, 'visibility' | 'name' | 'showSchools' | 'emailIdentifier'>
>;

/** Accepted with what was chosen, and in sight unless it was hidden since. Throws `credential-declined`. */
export function accept(before: HolderChoice, said: SaidChoice): HolderChoice {
  if (before.acceptance === 'declined') throw new DomainError('credential-declined');
  return {
    acceptance: 'accepted',
    hidden: before.acceptance === 'accepted' && before.hidden,
    visibility: said.visibility ?? before.visibility,
    name: said.name ?? before.name,
    showSchools: said.showSchools ?? before.showSchools,
    emailIdentifier: said.emailIdentifier ?? before.emailIdentifier,
  };
}
