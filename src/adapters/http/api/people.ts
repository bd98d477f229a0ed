import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { AppDeps, AppEnv } from '../env.ts';
import { requireCaller } from '../middleware/bearer-auth.ts';
import { callerSecurity, emailSchema, json, jsonBody, problems } from './contracts.ts';
import { refuseInvalid } from './refuse-invalid.ts';

// The address is sent in the body, because an address in a URL ends up in logs.
const whoSchema = z.strictObject({ email: emailSchema }).openapi('WhichPerson');

const exportOne = createRoute({
  method: 'post',
  path: '/people/exports',
  tags: ['people'],
  summary: 'Everything recorded about a person (RGPD, art. 15)',
  security: callerSecurity,
  request: jsonBody(whoSchema),
  responses: {
    200: json(
      z
        .object({
          exportedAt: z.string(),
          person: z.string(),
          tables: z.record(z.string(), z.array(z.unknown()).readonly()),
        })
        .openapi('PersonExport'),
      'Table by table',
    ),
    ...problems(400, 401, 403, 404),
  },
});

const eraseOne = createRoute({
  method: 'post',
  path: '/people/erasures',
  tags: ['people'],
  summary: 'Erases a person: facts, names and addresses go, issued badges are revoked (RGPD, art. 17)',
  security: callerSecurity,
  request: jsonBody(whoSchema),
  responses: {
    200: json(
      z
        .object({ erasedAwards: z.number().int(), revokedCredentials: z.number().int() })
        .openapi('PersonErased'),
      'Erased',
    ),
    ...problems(400, 401, 403, 404),
  },
});

/** `/api/v1/people`: the rights of access and erasure. */
export function peopleApi(deps: AppDeps) {
  const { services } = deps;
  const api = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });
  api.use('/people/*', requireCaller(deps, { role: 'dane', action: 'keep-register' }));
  return api
    .openapi(exportOne, async (c) => {
      const command = { email: c.req.valid('json').email, actor: c.var.caller };
      return c.json(await services.exportPerson(command), 200);
    })
    .openapi(eraseOne, async (c) => {
      const command = { email: c.req.valid('json').email, actor: c.var.caller };
      return c.json(await services.erasePerson(command), 200);
    });
}
