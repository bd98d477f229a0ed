import type { Award, IssuedCredential } from '../../domain/award/award-types.ts';
import { DomainError } from '../../domain/errors.ts';
import type { CredentialId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time/time.ts';
import type { Store } from '../ports.ts';

/** A badge that a wallet may take: a person's own, accepted, shown and valid. Throws with the reason where it
 *  is not. */
export async function readTakeable(
  store: Store,
  id: CredentialId,
  now: Instant,
): Promise<{ readonly award: Award; readonly credential: IssuedCredential }> {
  const found = await store.readCredential(id);
  if (!found?.credential) throw new DomainError('unknown-credential', { id });
  const { award, credential } = found;
  if (credential.erasedAt) throw new DomainError('credential-erased', { id });
  if (award.recipient.kind !== 'person') throw new DomainError('wrong-recipient-kind', {});
  const isShown = credential.choice.acceptance === 'accepted' && !credential.choice.hidden;
  if (!isShown) throw new DomainError('credential-not-accepted', {});
  if (credential.revocation) throw new DomainError('credential-revoked', { id });
  if (award.validUntil && award.validUntil <= now) throw new DomainError('award-over', {});
  return { award, credential };
}
