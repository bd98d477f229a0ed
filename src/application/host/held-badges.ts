import { audit } from '../../domain/audit.ts';
import { DomainError } from '../../domain/errors.ts';
import type { WholeBadge } from '../../domain/host/held-badge.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Ports } from '../service-ports.ts';

/** A held badge with its text. Throws `not-found` for a badge of another person. */
export const readHeldBadge =
  ({ store }: Ports) =>
  async (personId: PersonId, id: string): Promise<WholeBadge> => {
    const [badge] = await store.readWholeBadges(personId, [id]);
    if (!badge) throw new DomainError('not-found');
    return badge;
  };

/** Verifies a held badge again, and stores the result. Throws `not-found`. */
export const checkHeldBadge =
  (ports: Ports) =>
  async (personId: PersonId, id: string): Promise<void> => {
    const { content, form } = await readHeldBadge(ports)(personId, id);
    const text = new TextEncoder().encode(content);
    const report = await ports.verifyCredential(
      form === 'jws' ? { kind: 'document', document: content.trim() } : { kind: 'bytes', bytes: text },
    );
    const { verified, verdict } = report;
    await ports.store.commit([
      { kind: 'held-badge-checked', id, check: { verified, verdict, at: ports.clock.now() } },
    ]);
  };

/** Removes a held badge. Does nothing where it was already removed. */
export const removeHeldBadge =
  ({ store, clock }: Ports) =>
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
