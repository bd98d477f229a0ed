import { audit } from '../../domain/audit.ts';
import { DomainError } from '../../domain/errors.ts';
import type { WholeBadge } from '../../domain/host/held-badge.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Clock, Store } from '../ports.ts';
import type { VerifyCredential } from '../verification/verify-credential.ts';

interface Needs {
  readonly store: Pick<Store, 'commit' | 'readHeldBadges' | 'readWholeBadges'>;
  readonly clock: Clock;
  readonly verifyCredential: VerifyCredential;
}

/** A held badge with its text. Throws `not-found` for a badge of another person. */
export const readHeldBadge =
  ({ store }: Pick<Needs, 'store'>) =>
  async (personId: PersonId, id: string): Promise<WholeBadge> => {
    const [badge] = await store.readWholeBadges(personId, [id]);
    if (!badge) throw new DomainError('not-found');
    return badge;
  };

/** Verifies a held badge again, and stores the result. Throws `not-found`. */
export const checkHeldBadge =
  (needs: Needs) =>
  async (personId: PersonId, id: string): Promise<void> => {
    const { content, form } = await readHeldBadge(needs)(personId, id);
    const text = new TextEncoder().encode(content);
    const report = await needs.verifyCredential(
      form === 'jws' ? { kind: 'document', document: content.trim() } : { kind: 'bytes', bytes: text },
    );
    const { verified, verdict } = report;
    await needs.store.commit([
      { kind: 'held-badge-checked', id, check: { verified, verdict, at: needs.clock.now() } },
    ]);
  };

/** Removes a held badge. Does nothing where it was already removed. */
export const removeHeldBadge =
  ({ store, clock }: Needs) =>
  async (personId: PersonId, id: string): Promise<void> => {
    const held = (await store.readHeldBadges(personId)).find((one) => one.id === id);
    if (!held) return;
    await store.commit([
      { kind: 'held-badge-removed', personId, id },
      audit('held-badge-removed', {
        at: clock.now(),
        actor: personId,
        subject: personId,
        details: { badge: held.name ?? held.credentialId },
      }),
    ]);
  };
