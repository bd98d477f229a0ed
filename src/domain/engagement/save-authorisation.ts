import type { Change } from '../change/union.ts';
import { DomainError } from '../errors.ts';
import type { Authorisation } from '../records.ts';
import { type AuthorisationKey, isSameAction } from './authorisation-key.ts';

/** Adds an authorisation, or replaces `original`. Throws `authorisation-exists` where another authorisation
 *  has the same key, `not-found` where `original` no longer exists. */
export function saveAuthorisation(
  known: readonly Authorisation[],
  {
    authorisation,
    original,
  }: { readonly authorisation: Authorisation; readonly original?: AuthorisationKey },
): readonly Change[] {
  const former = original && known.find((one) => isSameAction(one, original));
  if (original && !former) throw new DomainError('not-found');
  const stays = former !== undefined && isSameAction(former, authorisation);
  if (!stays && known.some((one) => isSameAction(one, authorisation)))
    throw new DomainError('authorisation-exists');
  const added = { kind: 'authorisation-added' as const, authorisation };
  if (!former) return [added];
  const asRead = { kind: 'records-as-read' as const, of: 'authorisation' as const, records: [former] };
  if (stays) return [asRead, { kind: 'authorisation-saved', authorisation }];
  // The procedure sheet gets the new key, and then nothing refers to the former one.
  return [
    asRead,
    added,
    { kind: 'procedure-sheet-moved', from: former, to: authorisation },
    { kind: 'authorisation-removed', authorisation: former },
  ];
}
