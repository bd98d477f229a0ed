import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { INVARIANTS } from '../../../domain/integrity/invariant.ts';
import type { AppDeps, AppEnv } from '../env.ts';
import { requireCaller } from '../middleware/bearer-auth.ts';
import { afterSchema, callerSecurity, json, nextSchema, problems } from './contracts.ts';
import { refuseInvalid } from './refuse-invalid.ts';

const checkedPageSchema = z
  .object({
    looked: z.int().openapi({ description: 'Records looked at in this part' }),
    count: z.int().openapi({ description: 'How many of them contradict the invariant' }),
    found: z
      .array(
        z.object({
          subject: z.string(),
          detail: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
        }),
      )
      .readonly()
      .openapi({ description: 'The first ones, at most 20' }),
    next: nextSchema.optional(),
  })
  .openapi('InvariantPart');

const ask = createRoute({
  method: 'get',
  path: '/doctor/{invariant}',
  tags: ['doctor'],
  summary: 'Looks, part by part, for what contradicts one invariant of the service; writes nothing',
  security: callerSecurity,
  request: {
    params: z.object({ invariant: z.enum(INVARIANTS) }),
    query: z.object({ after: afterSchema.optional() }),
  },
  responses: {
    200: json(checkedPageSchema, 'What this part holds, and where the next one begins'),
    ...problems(400, 401, 403),
  },
});

export function doctorApi(deps: AppDeps) {
  const api = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });
  api.use('/doctor/*', requireCaller(deps, { role: 'dane', action: 'change-settings' }));
  return api.openapi(ask, async (c) => {
    const { invariant } = c.req.valid('param');
    const { after } = c.req.valid('query');
    const { next, ...part } = await deps.services.checkInvariantPages({ invariant, after });
    return c.json({ ...part, ...(next !== undefined && { next }) }, 200);
  });
}
