import type { IssuedCredential } from '../domain/award/award-types.ts';
import type { CredentialId } from '../domain/ids.ts';
import type { AcceptCredential } from './accept-credential.ts';
import type { Store } from './ports.ts';

const PAGE_SIZE = 50;

interface Needs {
  readonly store: Store;
  readonly acceptCredential: (command: AcceptCredential) => Promise<IssuedCredential>;
}

/** Accepts every credential that still waits for its holder, as the holders said outside the service. */
export const acceptAll = ({ store, acceptCredential }: Needs) =>
  async function* (
    choice: Omit<AcceptCredential, 'id'> & { readonly limit?: number },
  ): AsyncGenerator<IssuedCredential> {
    let after: CredentialId | undefined;
    let left = choice.limit ?? Number.POSITIVE_INFINITY;
    for (;;) {
      const waiting = await store.readCredentials({
        acceptance: 'private',
        limit: PAGE_SIZE,
        ...(after && { after }),
      });
      for (const { credential } of waiting) {
        if (!credential || credential.erasedAt) continue;
        if (left <= 0) return;
        left -= 1;
        yield await acceptCredential({ ...choice, id: credential.id });
      }
      if (waiting.length < PAGE_SIZE) return;
      after = waiting.at(-1)?.credential?.id;
    }
  };
