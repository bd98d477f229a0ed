import { OpenAPIHono } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { findTextError } from '#open-badges/parsing';
import { DomainError } from '../../../domain/errors.ts';
import * as FEATURES from '../../../features/all/api.ts';
import * as STANDARDS from '../../../features/all/api-standards.ts';
import type { AppDeps, AppEnv } from '../env.ts';
import { allowAnyOrigin } from '../middleware/response-headers.ts';
import { FORM_TYPES, mediaTypeOf } from '../responses/media-type.ts';
import { problem } from '../responses/problem-details.ts';
import { awardsApi } from './awards.ts';
import { badgesApi } from './badges.ts';
import { credentialsApi } from './credentials.ts';
import { decisionsApi } from './decisions.ts';
import { doctorApi } from './doctor.ts';
import { engagementsApi } from './engagements.ts';
import { evaluationsApi } from './evaluations.ts';
import { importUndoingApi } from './import-undoing.ts';
import { importsApi } from './imports.ts';
import { officeApi } from './office.ts';
import { pendingAcceptanceApi } from './pending-acceptances.ts';
import { peopleApi } from './people.ts';
import { correctionsApi } from './re-signing.ts';
import { refuseInvalid } from './refuse-invalid.ts';
import { revocationsApi } from './revocations.ts';
import { suspensionsApi } from './suspensions.ts';
import { tokensApi } from './tokens.ts';
import { verificationsApi } from './verifications.ts';

/** The service's API under `/api/v1`, with an OpenAPI document made from the contracts that validate its
 *  requests. */
export function serviceApi(deps: AppDeps) {
  const api = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });
  // The public parts of the API are open to pages of any origin.
  api.use('/verifications', allowAnyOrigin);
  api.use('/openapi.json', allowAnyOrigin);
  // The bodies of verifications may have faults, which their report names.
  api.route('/', verificationsApi(deps));
  api.use(refuseFaultyJson);
  api.route('/', importsApi(deps));
  api.route('/', importUndoingApi(deps));
  api.route('/', evaluationsApi(deps));
  api.route('/', awardsApi(deps));
  api.route('/', decisionsApi(deps));
  api.route('/', credentialsApi(deps));
  api.route('/', suspensionsApi(deps));
  api.route('/', pendingAcceptanceApi(deps));
  api.route('/', correctionsApi(deps));
  api.route('/', revocationsApi(deps));
  api.route('/', engagementsApi(deps));
  for (const make of Object.values(STANDARDS)) api.route('/', make(deps));
  api.route('/', peopleApi(deps));
  for (const make of Object.values(FEATURES)) api.route('/', make(deps));
  api.route('/', officeApi(deps));
  api.route('/', badgesApi(deps));
  api.route('/', tokensApi(deps));
  api.route('/', doctorApi(deps));
  api.openAPIRegistry.registerComponent('securitySchemes', 'bearer', { type: 'http', scheme: 'bearer' });
  api.openAPIRegistry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: '__Host-session',
    description: 'Somebody of the DANE who is signed in. What writes must come from a page of this origin.',
  });
  const document = () => ({
    ...api.getOpenAPI31Document({
      openapi: '3.1.0',
      info: {
        title: 'Jalon',
        version: '1',
        description:
          'Records the engagement of the teachers who carry digital practice, judges it by published criteria, and issues and verifies Open Badges 3.0.',
        license: { name: 'MIT', url: 'https://opensource.org/license/mit' },
      },
      servers: [{ url: '/api/v1' }],
    }),
  });
  api.get('/openapi.json', (c) => c.json(document()));
  return { api, document };
}

/** Refuses JSON beyond the limits of a document before a contract parses it. Parsing costs most for each name,
 *  and a large request needs few: 10,000 badges to revoke are 10,000 items. */
const refuseFaultyJson: MiddlewareHandler<AppEnv> = async (c, next) => {
  const isOther = c.req.method === 'GET' || mediaTypeOf(c) === FORM_TYPES.parts;
  const error = isOther ? undefined : findTextError(await c.req.text());
  if (!error) return next();
  return problem(c, new DomainError('invalid-request', { reason: `the body: ${error.reason}` }));
};
