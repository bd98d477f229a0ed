import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { TOKEN_DAYS } from '../../../domain/access/api-token.ts';
import type { AppDeps, AppEnv } from '../env.ts';
import { requireCaller } from '../middleware/bearer-auth.ts';
import { json, jsonBody, problems, textSchema, tokenSecurity } from './contracts.ts';
import { refuseInvalid } from './refuse-invalid.ts';

const roleSchema = z.enum(['dane', 'reader']);

const listedSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    role: roleSchema,
    state: z.enum(['active', 'expired', 'revoked']),
    createdAt: z.string(),
    expiresAt: z.string(),
    lastUsedOn: z.string().optional().openapi({ description: 'A day; no finer trace is kept' }),
    revokedAt: z.string().optional(),
  })
  .openapi('Token');

const create = createRoute({
  method: 'post',
  path: '/tokens',
  tags: ['tokens'],
  summary: 'Makes a token of this API; its secret is answered this once',
  security: tokenSecurity,
  request: jsonBody(
    z
      .strictObject({
        role: roleSchema,
        name: textSchema({ max: 100 }),
        days: z.int().min(1).max(TOKEN_DAYS).optional().openapi({
          description: 'How long it opens; a year where absent',
        }),
      })
      .openapi('CreateToken'),
  ),
  responses: {
    200: json(
      z
        .object({
          id: z.string(),
          name: z.string(),
          role: roleSchema,
          expiresAt: z.string(),
          token: z.string(),
        })
        .openapi('CreatedToken'),
      'Made',
    ),
    ...problems(400, 401, 403),
  },
});

const list = createRoute({
  method: 'get',
  path: '/tokens',
  tags: ['tokens'],
  summary: 'Lists the tokens of this API, the newest first, without their secrets',
  security: tokenSecurity,
  responses: {
    200: json(z.object({ tokens: z.array(listedSchema) }).openapi('Tokens'), 'All of them'),
    ...problems(401, 403),
  },
});

const revoke = createRoute({
  method: 'post',
  path: '/tokens/{id}/revocation',
  tags: ['tokens'],
  summary: 'Ends a token for good',
  security: tokenSecurity,
  request: { params: z.object({ id: textSchema({ max: 100 }) }) },
  responses: { 200: json(listedSchema, 'Revoked'), ...problems(400, 401, 403, 404) },
});

export function tokensApi(deps: AppDeps) {
  const { services } = deps;
  const api = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });
  // A token outlives a session, and the rule that people may not act for themselves does not bind it. So only
  // a token may make another one.
  api.use('/tokens', requireCaller(deps, { role: 'dane' }));
  api.use('/tokens/*', requireCaller(deps, { role: 'dane' }));
  api.openapi(list, async (c) => {
    c.header('Cache-Control', 'no-store');
    return c.json({ tokens: [...(await services.listTokens())] }, 200);
  });
  api.openapi(revoke, async (c) =>
    c.json(await services.revokeToken({ id: c.req.valid('param').id, actor: c.var.caller }), 200),
  );
  return api.openapi(create, async (c) => {
    const command = { ...c.req.valid('json'), actor: c.var.caller };
    const { token, secret } = await services.createToken(command);
    const { id, name, role, expiresAt } = token;
    c.header('Cache-Control', 'no-store');
    return c.json({ id, name, role, expiresAt, token: secret }, 200);
  });
}
