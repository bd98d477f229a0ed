import { makeTrustDirectory } from '../../src/application/trust/trust-directory.ts';
import type { JsonObject } from '../../src/open-badges/parsing/json-value.ts';
import { badge } from './corpus-badge.ts';
import {
  DID,
  FOREIGN_DID,
  json,
  makeWorld,
  NOW,
  ORIGIN,
  type Page,
  PROFILE_ID,
  type World,
} from './credential-world.ts';
import { edwardsKey, jwkOf } from './suite-signing.ts';
import { makeTestVerifier, stepOf } from './test-verifier.ts';

export const EVIL = 'https://evil.example';
export const VICTIMS = [DID, FOREIGN_DID, PROFILE_ID];
/** The key of the attacker. */
export const ED = edwardsKey(5);
/** The foreign victims are on a list of trusted issuers. */
export const trust = makeTrustDirectory({
  store: {
    readTrustedLists: async () => [
      { source: 'a', name: 'Liste', readAt: NOW, issuers: VICTIMS.slice(1).map((id) => ({ id, name: 'V' })) },
    ],
  },
  clock: { now: () => NOW },
  sources: ['a'],
  issuer: { name: 'DANE de Dijon', code: 'DANE Dijon', url: 'https://dane.ac-dijon.fr' },
  origin: ORIGIN,
});
const MINE = [ORIGIN, 'https://badges.example', 'https://profile.example'];

/** The victims' pages, and a document of the attacker at every address of another host. */
export async function worldWith(lie: (url: string) => Page, changes: World = {}): Promise<World> {
  const victims = { ...(await makeWorld()), ...changes };
  return new Proxy(victims, {
    get: (pages, url: string) => {
      if (Object.hasOwn(pages, url)) return pages[url];
      const { origin = '', protocol = '' } = URL.canParse(url) ? new URL(url) : {};
      return protocol !== 'https:' || MINE.includes(origin) ? undefined : lie(url);
    },
  });
}

/** A document that says of itself whatever may be believed. */
export function lying(victim: string): (url: string) => Page {
  return (url) => {
    const key = (id: string) => ({ id, type: 'JsonWebKey', controller: victim, publicKeyJwk: jwkOf(ED) });
    const methods = [url, `${victim}#k1`, `${victim}#ed-active`, `${victim}#rs-active`].map(key);
    return json({
      ...jwkOf(ED),
      id: victim,
      controller: victim,
      verificationMethod: methods,
      assertionMethod: methods,
      keys: [jwkOf(ED)],
    });
  };
}

/** A badge with a forged title in the name of an issuer. */
export const of = (issuer: string, changes: JsonObject = {}) =>
  badge({
    issuer: { id: issuer, type: ['Profile'], name: 'V' },
    credentialStatus: undefined,
    name: 'Titre forgé',
    ...changes,
  });

/** The steps of a report that believes the document; undefined where nothing is believed. */
export async function beliefIn(document: unknown, world: World): Promise<string | undefined> {
  const report = await makeTestVerifier(world, { trust })({ kind: 'document', document });
  const known = report.issuer?.trust === 'ours' || report.issuer?.trust === 'listed';
  const isNamed = stepOf(report, 'issuer')?.result === 'passed';
  return report.verified || known || isNamed ? JSON.stringify(report.steps) : undefined;
}
