import type { Award, IssuedCredential } from '../../domain/award/award-types.ts';
import type { Change, ChangeOf } from '../../domain/change/change.ts';
import type { CredentialId } from '../../domain/ids.ts';
import type { Ports } from '../service-ports.ts';
import type { Recipients } from './read-recipients.ts';
import { signCredential } from './sign-credential.ts';

/** Signs a credential again with the present data of its holder and the register: same id, status index,
 *  subject and choice, a later `validFrom`, the same `awardedDate` (Open Badges 3.0, "Credential equality and
 *  comparison"). Does nothing for an unknown or erased credential. What a revoked badge says is not corrected: it
 *  is signed again only where its signature itself is worthless. */
export async function reSignCredential(
  ports: Ports,
  id: CredentialId,
  why: 'correction' | 'worthless-signature' = 'correction',
): Promise<readonly Change[]> {
  const found = await ports.store.readCredential(id);
  if (!found?.credential || found.credential.erasedAt) return [];
  if (found.credential.revocation && why === 'correction') return [];
  return [await reSign(ports, { award: found.award, credential: found.credential })];
}

export interface SignedBefore {
  readonly award: Award;
  readonly credential: IssuedCredential;
}

/** The same for a credential that was already read. The recipients are read where they are not given. */
export async function reSign(
  ports: Ports,
  { award, credential }: SignedBefore,
  known?: Recipients,
): Promise<ChangeOf<'credential-reissued'>> {
  const validFrom = await ports.waitUntilAfter(credential.validFrom);
  const plan = { ...credential, award, revision: credential.revision + 1, validFrom };
  const { credential: signed, digests } = await signCredential(ports, plan, known);
  const { revocation, suspension } = credential;
  const reissued = { ...signed, ...(revocation && { revocation }), ...(suspension && { suspension }) };
  return { kind: 'credential-reissued', credential: reissued, digests, asRead: credential };
}
