import { Hono } from 'hono';
import { MEDIA_TYPES, SUSPENSION } from '#open-badges/credential';
import { DomainError } from '../../../../domain/errors.ts';
import { parseUai } from '../../../../domain/uai.ts';
import { didDocument, jwks, keyDocument } from '../../../../issuing/did-document.ts';
import { schoolDidDocument } from '../../../../issuing/school-did.ts';
import { CACHING } from '../../cache/headers.ts';
import { cacheKeys, cacheResponse, copyForOutage, expireAt } from '../../cache/middleware.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { preferredType } from '../../responses/content-negotiation.ts';
import { problem } from '../../responses/problem-details.ts';
import { respond } from '../../responses/public-document.ts';

/** The issuer's keys. They are in the memory of the process, and so are published for a day while the database is
 *  away. */
export function keyRoutes(deps: AppDeps) {
  const { origin, keys } = deps.ports;
  return new Hono<AppEnv>()
    .get('/.well-known/did.json', async (c) => {
      const cacheControl = await cacheKeys(c, deps, CACHING.ofKeys);
      const type = preferredType(c.req.header('Accept'), [MEDIA_TYPES.didLdJson, MEDIA_TYPES.json]);
      const body = JSON.stringify(didDocument(origin, keys.list()));
      c.header('Vary', 'Accept');
      return respond(c, { type: type ?? MEDIA_TYPES.did, body, cacheControl });
    })
    .get('/.well-known/jwks.json', async (c) => {
      const cacheControl = await cacheKeys(c, deps, CACHING.ofKeys);
      const body = JSON.stringify(jwks(origin, keys.list()));
      return respond(c, { type: MEDIA_TYPES.jwkSet, body, cacheControl });
    })
    .get('/keys/:kid', async (c) => {
      const cacheControl = await cacheKeys(c, deps, CACHING.ofKeys);
      const key = keys.list().find((one) => one.kid === c.req.param('kid'));
      if (!key) return problem(c, new DomainError('unknown-key', { kid: c.req.param('kid') }));
      if (key.compromised) {
        const { at, reason } = key.compromised;
        c.header('Access-Control-Allow-Origin', '*');
        return problem(c, new DomainError('key-compromised', { reason }), { compromisedAt: at, reason });
      }
      const type = key.algorithm === 'RS256' ? MEDIA_TYPES.jwk : MEDIA_TYPES.json;
      return respond(c, { type, body: JSON.stringify(keyDocument(origin, key)), cacheControl });
    });
}

/** The schools' DID documents and the status lists. */
export function documentRoutes(deps: AppDeps) {
  const { ports, services } = deps;
  const { origin, keys } = ports;
  return new Hono<AppEnv>()
    .get('/schools/:uai/did.json', async (c) => {
      const uai = parseUai(c.req.param('uai'));
      await copyForOutage(c, deps, 'keys');
      const compromised = new Set(
        keys
          .list()
          .filter(({ state }) => state === 'compromised')
          .map(({ kid }) => kid),
      );
      const own = await ports.store.readSchoolKeys(uai);
      const trusted = own.filter(({ issuerKid }) => !compromised.has(issuerKid));
      if (trusted.length === 0) return problem(c, new DomainError('unknown-key', { kid: uai }));
      const type = preferredType(c.req.header('Accept'), [MEDIA_TYPES.didLdJson, MEDIA_TYPES.json]);
      const body = JSON.stringify(schoolDidDocument(origin, uai, trusted));
      c.header('Vary', 'Accept');
      return respond(c, { type: type ?? MEDIA_TYPES.did, body, cacheControl: CACHING.ofKeys });
    })
    .get('/status/:list', async (c) => {
      const name = c.req.param('list');
      const ofSuspensions = name.endsWith(SUSPENSION);
      const id = ofSuspensions ? name.slice(0, -SUSPENSION.length) : name;
      await cacheResponse(c, deps, { kind: 'status-list', id }, { outage: 'list' });
      const list = await services.readStatusListDocument(id);
      const body = ofSuspensions ? list?.suspensionDocument : list?.document;
      if (body === undefined) return problem(c, new DomainError('unknown-credential', { id: name }));
      expireAt(c, [list?.validUntil]);
      const offers = [MEDIA_TYPES.vc, MEDIA_TYPES.vcLdJson, MEDIA_TYPES.ldJson, MEDIA_TYPES.json];
      c.header('Vary', 'Accept');
      return respond(c, {
        type: preferredType(c.req.header('Accept'), offers) ?? MEDIA_TYPES.vcLdJson,
        body,
        cacheControl: CACHING.ofStatusList,
      });
    });
}
