import { type Context, Hono } from 'hono';
import { MEDIA_TYPES } from '#open-badges/credential';
import { cacheResponse } from '../../adapters/http/cache/middleware.ts';
import type { AppDeps, AppEnv } from '../../adapters/http/env.ts';
import { letSearch } from '../../adapters/http/public/credential/search-indexing.ts';
import { problem } from '../../adapters/http/responses/problem-details.ts';
import { respond } from '../../adapters/http/responses/public-document.ts';
import { DomainError } from '../../domain/errors.ts';
import { parseCredentialId } from '../../domain/ids.ts';
import { achievement } from '../../issuing/achievement.ts';
import {
  hasLegacyForm,
  legacyAssertion,
  legacyClass,
  legacyIssuer,
  legacyRevokedDocument,
} from '../../issuing/hosted-documents.ts';
import { issuerProfile } from '../../issuing/profile.ts';
import { criteriaTexts } from '../../texts/fr/criteria/page.ts';

/** Our badges in the form of Open Badges 2.0, hosted: the assertion, its class and its issuer. Only a badge
 *  whose holder chose to be found by their e-mail address has one. */
export function legacyRoutes(deps: AppDeps) {
  const { services, ports } = deps;
  const { origin, issuer, catalogue } = ports;
  const answer = (c: Context<AppEnv>, document: object) =>
    respond(c, { type: MEDIA_TYPES.ldJson, body: JSON.stringify(document) });
  const unknown = (c: Context<AppEnv>) => problem(c, new DomainError('unknown-credential'));

  return new Hono<AppEnv>()
    .get('/credentials/:id/ob2', async (c) => {
      const id = parseCredentialId(c.req.param('id'));
      await cacheResponse(c, deps, id ? { kind: 'credential', id } : { kind: 'service' });
      if (!id) return unknown(c);
      const found = await services.readPublicCredential(id);
      letSearch(c, deps, found);
      if (found.kind === 'erased') return problem(c, new DomainError('credential-erased'));
      if (found.kind !== 'found' || !hasLegacyForm(found.credential.document)) return unknown(c);
      const { award, credential } = found;
      if (credential.revocation) {
        c.header('Access-Control-Allow-Origin', '*');
        c.header('Cache-Control', 'no-cache');
        return c.json(legacyRevokedDocument(id, credential.revocation.reason, origin), 410);
      }
      const { achievement: code, version } = award;
      const assertion = legacyAssertion({ id, document: credential.document, code, version }, origin);
      return assertion ? answer(c, assertion) : unknown(c);
    })
    .get('/badges/:code/:version{v[1-9][0-9]*}/ob2', async (c) => {
      await cacheResponse(c, deps, { kind: 'service' }, { outage: 'page' });
      const criteria = catalogue.criteriaVersion(Number(c.req.param('version').slice(1)));
      const definition = criteria?.achievements.find((one) => one.code === c.req.param('code'));
      if (!criteria || !definition) return unknown(c);
      const document = achievement({
        ...{ definition, criteria, origin, framework: catalogue.framework },
        locale: 'fr',
        narrative: criteriaTexts.achievementNarrative,
        creator: issuerProfile(issuer, origin),
      });
      return answer(c, legacyClass(document, { code: definition.code, version: criteria.version }, origin));
    })
    .get('/issuer/ob2', async (c) => {
      await cacheResponse(c, deps, { kind: 'service' }, { outage: 'page' });
      return answer(c, legacyIssuer(issuer, origin));
    });
}
