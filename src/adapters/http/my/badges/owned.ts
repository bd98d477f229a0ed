import type { AwardWithCredential } from '../../../../application/store/badge-readers.ts';
import { DomainError } from '../../../../domain/errors.ts';
import { parseCredentialId } from '../../../../domain/ids.ts';
import type { Space } from '../../layout/account-context.ts';
import type { Right } from '../../routing/define-pages.tsx';
import type { PageRequest } from '../../routing/page-request.ts';

/** A signed badge. */
export type Issued = Required<AwardWithCredential>;

/** The right to the pages of one badge: only the person who may choose about it learns that it exists. */
export const CHOOSE: Right = {
  may: 'choose-badge',
  of: async (request) => {
    const found = await findOwned(request, request.param('id'));
    return found && { kind: 'award', recipient: found.award.recipient };
  },
};

/** The badge with this id, where the signed-in person may choose about it. A person without that right must
 *  not learn whether the badge exists, like the public. */
export async function findOwned(
  { store, may }: PageRequest,
  name: string,
): Promise<AwardWithCredential | undefined> {
  const id = parseCredentialId(name);
  const found = id && (await store.readCredential(id));
  if (!found) return undefined;
  return may('choose-badge', { kind: 'award', recipient: found.award.recipient }) ? found : undefined;
}

/** The badge of the address. Throws `not-found`. */
export async function readIssued({ store, param }: PageRequest): Promise<Issued> {
  const id = parseCredentialId(param('id'));
  const found = id && (await store.readCredential(id));
  if (!found?.credential) throw new DomainError('not-found');
  return { award: found.award, credential: found.credential };
}

/** The space of its page: a school's badge is shown in the school's space. */
export function spaceOf({ award }: Issued): Space {
  return award.recipient.kind === 'person' ? 'my' : 'school';
}
