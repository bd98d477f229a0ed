import { expect, it } from 'vitest';
import type { Ports } from '../../src/application/service-ports.ts';
import { makeServices } from '../../src/application/services.ts';
import { DomainError } from '../../src/domain/errors.ts';
import { fr } from '../support/fr.ts';
import { startWithOneBadge } from '../support/servers/service.ts';

/** Revokes the badge with ports that `change` made of the real ones. */
async function revoke(change: (ports: Ports) => Partial<Ports>) {
  const { service, badge } = await startWithOneBadge();
  try {
    await service.services.publishStatusLists();
    const { revokeCredential } = makeServices({ ...service.ports, ...change(service.ports) });
    return await revokeCredential({ id: badge.id, reason: 'Erreur', actor: 'cli' });
  } finally {
    await service.stop();
  }
}

it('reports a list that another process is publishing as not yet public, and names no key', async () => {
  const revoked = await revoke(({ store, clock }) => ({
    store: {
      ...store,
      commit: async (changes) => {
        await store.commit(changes);
        await store.leaseOutbox({ by: 'other', ended: [], now: clock.now(), limit: 9 });
      },
    },
  }));
  expect(revoked.published).toBe(false);
  expect(revoked).not.toHaveProperty('signingFailed');
  expect(fr.cli.revokeUnpublished(revoked.signingFailed)).toContain('pas encore');
  expect(fr.cli.revokeUnpublished(revoked.signingFailed)).not.toContain('clés');
});

it('names the keys if signing the list failed', async () => {
  const checkKeys = async () => {
    throw new DomainError('signing-unavailable');
  };
  const revoked = await revoke(() => ({ checkKeys }));
  expect(revoked).toMatchObject({ published: false, signingFailed: true });
  expect(fr.cli.revokeUnpublished(revoked.signingFailed)).toContain('clés');
});
