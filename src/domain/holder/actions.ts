import type { HolderChoice, IssuedCredential } from '../award/types.ts';
import { DomainError } from '../errors.ts';

/** Declines the badge for good. An accepted badge cannot be declined; its holder can hide it, and can undo
 *  that. Throws `credential-accepted`. */
export function decline(before: HolderChoice): HolderChoice {
  if (before.acceptance === 'accepted') throw new DomainError('credential-accepted');
  return { ...before, acceptance: 'declined' };
}

/** Hides an accepted badge, or shows it again with its former choices. Throws `credential-declined`,
 *  `credential-not-accepted`. */
export function setHidden(before: HolderChoice, hidden: boolean): HolderChoice {
  if (before.acceptance === 'declined') throw new DomainError('credential-declined');
  if (before.acceptance !== 'accepted') throw new DomainError('credential-not-accepted');
  return { ...before, hidden };
}

/** The choices that the holder states; the others stay as they were. A badge that is accepted and hidden is
 *  private: its address answers as if the badge did not exist, until the holder shows it. */
export type StatedChoice = Partial<
  Pick<HolderChoice, 'visibility' | 'hidden' | 'name' | 'form' | 'showSchools' | 'emailIdentifier' | 'words'>
> & {
  /** The holder knows that the school is enough to recognise them, and shows it without their name all the same. */
  readonly schoolsConfirmed?: boolean | undefined;
};

/** Whether this choice shows the schools without a name. */
export function showsSchoolsOnly({ name, showSchools }: Pick<HolderChoice, 'name' | 'showSchools'>): boolean {
  return name === 'none' && showSchools;
}

/** Throws `schools-unconfirmed` if a person's choice begins to show the schools without a name and does not confirm it,
 *  on a page, in the API or on the command line. */
export function requireConfirmedSchools(
  before: HolderChoice,
  after: HolderChoice,
  { schoolsConfirmed }: StatedChoice,
): void {
  const isNew = before.acceptance !== 'accepted' || !showsSchoolsOnly(before);
  if (showsSchoolsOnly(after) && isNew && !schoolsConfirmed) throw new DomainError('schools-unconfirmed');
}

/** Accepts the badge with these choices. It is shown unless the holder hides it now or has already hidden it.
 *  A revoked badge is not accepted and not signed again: of an answer that was given before, its holder can only
 *  take back who sees it. Throws `credential-declined`, `already-revoked`. */
export function accept(
  { choice: before, revocation }: Pick<IssuedCredential, 'choice' | 'revocation'>,
  stated: StatedChoice,
): HolderChoice {
  if (before.acceptance === 'declined') throw new DomainError('credential-declined');
  const after: HolderChoice = {
    acceptance: 'accepted',
    hidden: stated.hidden ?? (before.acceptance === 'accepted' && before.hidden),
    visibility: stated.visibility ?? before.visibility,
    name: stated.name ?? before.name,
    form: stated.form ?? before.form,
    showSchools: stated.showSchools ?? before.showSchools,
    emailIdentifier: stated.emailIdentifier ?? before.emailIdentifier,
    words: stated.words ?? commentsChoiceAfter(before, stated),
  };
  if (revocation && !onlyWithdraws(before, after)) {
    throw new DomainError('already-revoked', { at: revocation.at });
  }
  return after;
}

/** The words shown where the answer does not mention them. To show words all the same was an answer to another
 *  choice of name and schools, so it does not outlive that choice. */
function commentsChoiceAfter(before: HolderChoice, stated: StatedChoice): HolderChoice['words'] {
  const isOther =
    (stated.name ?? before.name) !== before.name ||
    (stated.showSchools ?? before.showSchools) !== before.showSchools;
  return isOther && before.words === 'all' ? 'fitting' : before.words;
}

/** Whether the answer hides an accepted badge or takes it off the lists, and changes nothing else. */
function onlyWithdraws(before: HolderChoice, after: HolderChoice): boolean {
  const isWithdrawn = after.hidden || after.visibility === 'unlisted';
  const showsMore =
    (before.hidden && !after.hidden) || (before.visibility === 'unlisted' && after.visibility === 'public');
  return before.acceptance === 'accepted' && isWithdrawn && !showsMore && !changesBadge(before, after);
}

/** Whether the new choice changes what a person's badge says. The grammatical form matters only with the full
 *  name. */
export function changesBadge(before: HolderChoice, after: HolderChoice): boolean {
  return (
    before.name !== after.name ||
    (after.name === 'full' && before.form !== after.form) ||
    before.showSchools !== after.showSchools ||
    before.emailIdentifier !== after.emailIdentifier ||
    before.words !== after.words
  );
}
