import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { AppDeps, AppEnv } from '../env.ts';
import { actorOf, bearer } from '../middleware/bearer.ts';
import { bearerSecurity, json, jsonBody, problems } from './contracts.ts';
import { refuseInvalid } from './refuse-invalid.ts';

const roleSchema = z.enum(['dane', 'reader']);

const create = createRoute({
  method: 'post',
  path: '/tokens',
  tags: ['tokens'],
  summary: 'Makes a token of this API; its secret is answered this once',
  security: bearerSecurity,
  request: jsonBody(
    z.strictObject({ role: roleSchema, name: z.string().trim().min(1).max(100) }).openapi('CreateToken'),
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
export function tokensApi({ services }: AppDeps) {
  const api = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });
  api.use('/tokens', bearer(services, 'dane'));
  return api.openapi(create, async (c) => {
    const command = { ...c.req.valid('json'), actor: actorOf(c.var.token) };
    const { token, secret } = await services.createToken(command);
    const { id, name, role } = token;
    return c.json({ id, name, role, token: secret }, 200);
  });
}
