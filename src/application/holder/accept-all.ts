import type { IssuedCredential } from '../../domain/award/award-types.ts';
import { DomainError, type DomainErrorCode } from '../../domain/errors.ts';
import type { CredentialId } from '../../domain/ids.ts';
import type { Ports } from '../service-ports.ts';
import { type AcceptCredential, acceptCredential } from './accept-credential.ts';

const PAGE_SIZE = 50;

/** Errors which mean that the credential was changed after it was read, so that it does not wait any more. */
const SETTLED_MEANWHILE: readonly DomainErrorCode[] = [
  'store-conflict',
  'credential-declined',
  'already-suspended',
  'already-revoked',
  'credential-erased',
  'unknown-credential',
];

/** Accepts every credential that waits and is not revoked, with the choices that the holders made outside the service. A
 *  credential that is accepted or declined at the same moment is skipped. */
export const acceptAll = (ports: Ports) =>
  async function* (
    choice: Omit<AcceptCredential, 'id'> & { readonly limit?: number },
  ): AsyncGenerator<IssuedCredential> {
    let after: CredentialId | undefined;
    let left = choice.limit ?? Number.POSITIVE_INFINITY;
    for (;;) {
      const waiting = await ports.store.readCredentials({
        acceptance: 'private',
        limit: PAGE_SIZE,
        ...(after && { after }),
      });
      for (const { credential } of waiting) {
        if (!credential || credential.erasedAt || credential.revocation) continue;
        if (left <= 0) return;
        const accepted = await acceptOrPass(ports, { ...choice, id: credential.id });
        if (!accepted) continue;
        left -= 1;
        yield accepted;
      }
      if (waiting.length < PAGE_SIZE) return;
      after = waiting.at(-1)?.credential?.id;
    }
  };

async function acceptOrPass(ports: Ports, command: AcceptCredential): Promise<IssuedCredential | undefined> {
  try {
    return await acceptCredential(ports)(command);
  } catch (error) {
    if (error instanceof DomainError && SETTLED_MEANWHILE.includes(error.code)) return undefined;
    throw error;
  }
}
