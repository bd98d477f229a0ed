import type { IssuedCredential } from '../../domain/award/award-types.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Store } from '../ports.ts';
import type { AwardWithCredential } from '../store/badge-readers.ts';

/** The person's badges of this service that are accepted, and neither hidden nor revoked. */
export async function readOwnShown(
  store: Pick<Store, 'readAwardsOf'>,
  personId: PersonId,
): Promise<readonly Required<AwardWithCredential>[]> {
  const awards = await store.readAwardsOf([{ kind: 'person', personId }]);
  return awards.filter(
    (one): one is Required<AwardWithCredential> => one.credential !== undefined && isShown(one.credential),
  );
}

/** Whether a badge may leave this service for its holder. */
export function isShown({ choice, revocation, erasedAt }: IssuedCredential): boolean {
  return choice.acceptance === 'accepted' && !choice.hidden && !revocation && !erasedAt;
}
