import type { IssuerView } from '../../src/adapters/http/view-models/public-pages.ts';

/** An issuer with a key in each state. */
export function issuerSample(issuer: Pick<IssuerView, 'name' | 'code' | 'url'>): IssuerView {
  const key = (kid: string) => ({ kid, href: `/keys/${kid}`, createdAt: '2026-09-01T08:00:00Z' });
  return {
    ...issuer,
    about: 'le service de l’académie chargé du numérique éducatif',
    mission: 'Un ou une RUPN fait vivre le numérique dans son collège ou son lycée.',
    issued: { total: 1234, countedAt: '2026-11-24T13:05:00Z' },
    email: 'badges@ac-dijon.example',
    did: 'did:web:badges.ac-dijon.example',
    keys: [
      { ...key('ed-2026-09-01'), algorithm: 'Ed25519', state: 'active' as const },
      {
        ...key('rs-2026-09-01'),
        algorithm: 'RS256',
        state: 'retired' as const,
        retiredAt: '2026-11-01T08:00:00Z',
      },
      {
        ...key('ed-2025-09-01'),
        algorithm: 'Ed25519',
        state: 'compromised' as const,
        compromised: { at: '2026-08-01T08:00:00Z', reason: 'Copie non chiffrée retrouvée' },
      },
    ],
    documents: [{ label: 'DID', href: '/.well-known/did.json' }],
  };
}
