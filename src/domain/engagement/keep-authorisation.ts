import type { Change } from '../change/change.ts';
import { DomainError } from '../errors.ts';
import type { Authorisation } from '../records.ts';

/** The key of an authorisation: its school, mission, authority and first day (docs/rules.md, Files). */
export type AuthorisationKey = Pick<Authorisation, 'uai' | 'mission' | 'localAuthority'> & {
  readonly period: Pick<Authorisation['period'], 'from'>;
};

/** Adds an authorisation, or replaces `original`. Throws `authorisation-exists` where another authorisation
 *  has the same key, `not-found` where `original` no longer exists. */
export function keepAuthorisation(
  known: readonly Authorisation[],
  {
    authorisation,
    original,
  }: { readonly authorisation: Authorisation; readonly original?: AuthorisationKey },
): readonly Change[] {
  const former = original && known.find((one) => isSame(one, original));
  if (original && !former) throw new DomainError('not-found');
  const stays = former !== undefined && isSame(former, authorisation);
  if (!stays && known.some((one) => isSame(one, authorisation)))
    throw new DomainError('authorisation-exists');
  return [
    ...(former && !stays ? [{ kind: 'authorisation-removed' as const, authorisation: former }] : []),
    { kind: 'authorisation-saved', authorisation },
  ];
}

function isSame(one: AuthorisationKey, other: AuthorisationKey): boolean {
  return (
    one.uai === other.uai &&
    one.mission === other.mission &&
    one.localAuthority === other.localAuthority &&
    one.period.from === other.period.from
  );
}
