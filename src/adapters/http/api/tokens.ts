import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { AppDeps, AppEnv } from '../env.ts';
import { requireCaller } from '../middleware/caller.ts';
import { json, jsonBody, problems, textSchema, tokenSecurity } from './contracts.ts';
import { refuseInvalid } from './refuse-invalid.ts';

const roleSchema = z.enum(['dane', 'reader']);

const create = createRoute({
  method: 'post',
  path: '/tokens',
  tags: ['tokens'],
  summary: 'Makes a token of this API; its secret is answered this once',
  security: tokenSecurity,
  request: jsonBody(
    z.strictObject({ role: roleSchema, name: textSchema({ max: 100 }) }).openapi('CreateToken'),
  ),
  responses: {
    200: json(
      z
        .object({ id: z.string(), name: z.string(), role: roleSchema, token: z.string() })
        .openapi('CreatedToken'),
      'Made',
    ),
    ...problems(400, 401, 403),
  },
});

/** `/api/v1/tokens`. */
export function tokensApi(deps: AppDeps) {
  const { services } = deps;
  const api = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });
  // A token outlives a session, and may what nobody may for themselves: only a token makes another.
  api.use('/tokens', requireCaller(deps, { role: 'dane' }));
  return api.openapi(create, async (c) => {
    const command = { ...c.req.valid('json'), actor: c.var.caller };
    const { token, secret } = await services.createToken(command);
    const { id, name, role } = token;
    return c.json({ id, name, role, token: secret }, 200);
  });
}
