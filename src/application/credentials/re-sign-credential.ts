import type { Award, IssuedCredential } from '../../domain/award/award-types.ts';
import type { Change, ChangeOf } from '../../domain/change/change.ts';
import type { CredentialId } from '../../domain/ids.ts';
import type { Clock, WaitUntilAfter } from '../ports.ts';
import type { Recipients } from './read-recipients.ts';
import { type SigningNeeds, signCredential } from './sign-credential.ts';

export type ReSignCredentialNeeds = SigningNeeds & {
  readonly clock: Clock;
  readonly waitUntilAfter: WaitUntilAfter;
};

/** Signs a credential again with the present data of its holder and the register: same id, status index,
 *  subject and choice, a later `validFrom`, the same `awardedDate` (Open Badges 3.0, "Credential equality and
 *  comparison"). Does nothing for an unknown or erased credential. What a revoked badge says is not corrected: it
 *  is signed again only where its signature itself is worthless. */
export async function reSignCredential(
  needs: ReSignCredentialNeeds,
  id: CredentialId,
  why: 'correction' | 'worthless-signature' = 'correction',
): Promise<readonly Change[]> {
  const found = await needs.store.readCredential(id);
  if (!found?.credential || found.credential.erasedAt) return [];
  if (found.credential.revocation && why === 'correction') return [];
  return [await reSign(needs, { award: found.award, credential: found.credential })];
}

export interface SignedBefore {
  readonly award: Award;
  readonly credential: IssuedCredential;
}

/** The same for a credential that was already read. The recipients are read where they are not given. */
export async function reSign(
  needs: ReSignCredentialNeeds,
  { award, credential }: SignedBefore,
  known?: Recipients,
): Promise<ChangeOf<'credential-reissued'>> {
  const validFrom = await needs.waitUntilAfter(credential.validFrom);
  const plan = { ...credential, award, revision: credential.revision + 1, validFrom };
  const { credential: signed, digests } = await signCredential(needs, plan, known);
  const { revocation, suspension } = credential;
  const reissued = { ...signed, ...(revocation && { revocation }), ...(suspension && { suspension }) };
  return { kind: 'credential-reissued', credential: reissued, digests, asRead: credential };
}
