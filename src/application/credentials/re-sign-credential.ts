import type { Change } from '../../domain/change/change.ts';
import type { CredentialId } from '../../domain/ids.ts';
import type { Clock, WaitUntilAfter } from '../ports.ts';
import { type SigningNeeds, signCredential } from './sign-credential.ts';

export type ReSignCredentialNeeds = SigningNeeds & {
  readonly clock: Clock;
  readonly waitUntilAfter: WaitUntilAfter;
};

/** Signs a credential again with the present data of its holder and the register: same id, status index,
 *  subject and choice, a later `validFrom`, the same `awardedDate` (Open Badges 3.0, "Credential equality and
 *  comparison"). Does nothing for an unknown or erased credential. */
export async function reSignCredential(
  needs: ReSignCredentialNeeds,
  id: CredentialId,
): Promise<readonly Change[]> {
  const found = await needs.store.readCredential(id);
  if (!found?.credential || found.credential.erasedAt) return [];
  const { award, credential } = found;
  await needs.waitUntilAfter(credential.validFrom);
  const signed = await signCredential(needs, {
    ...credential,
    award,
    revision: credential.revision + 1,
    validFrom: needs.clock.now(),
  });
  const { revocation } = credential;
  const reissued = revocation ? { ...signed, revocation } : signed;
  return [{ kind: 'credential-reissued', credential: reissued, choiceAsRead: credential.choice }];
}
