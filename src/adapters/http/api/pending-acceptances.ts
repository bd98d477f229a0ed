import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { DomainError } from '../../../domain/errors.ts';
import { parseCredentialId } from '../../../domain/ids.ts';
import { credentialUrl } from '../../../issuing/addresses.ts';
import type { AppDeps, AppEnv } from '../env.ts';
import { requireCaller } from '../middleware/bearer-auth.ts';
import { afterSchema, callerSecurity, json, labelShape, nextSchema, problems } from './contracts.ts';
import { refuseInvalid } from './refuse-invalid.ts';

const list = createRoute({
  method: 'get',
  path: '/credentials/unanswered',
  tags: ['credentials'],
  summary: 'The badges that wait for their holders, the oldest first',
  security: callerSecurity,
  request: { query: z.object({ after: afterSchema.optional() }) },
  responses: {
    200: json(
      z
        .object({
          badges: z.array(
            z.object({
              kind: z.literal('unanswered'),
              credential: z.string(),
              badge: z.string(),
              ...labelShape,
              awardedAt: z.string(),
              remindedAt: z.string().optional(),
              reached: z.boolean().openapi({
                description: 'False where no mail can reach the holder, or where they want none',
              }),
            }),
          ),
          total: z.int(),
          late: z
            .int()
            .openapi({ description: 'Those that have waited longer than the delay of the office' }),
          next: nextSchema.optional(),
        })
        .openapi('Unanswered'),
      'A page of them',
    ),
    ...problems(400, 401, 403),
  },
});

const remind = createRoute({
  method: 'post',
  path: '/credentials/{id}/reminder',
  tags: ['credentials'],
  summary: 'Reminds the holder of a badge that waits, once a day at most',
  security: callerSecurity,
  request: { params: z.object({ id: z.string() }) },
  responses: {
    200: json(
      z.object({ kind: z.literal('reminded'), credential: z.string(), at: z.string() }).openapi('Reminded'),
      'The mail leaves',
    ),
    ...problems(401, 403, 404, 409),
  },
});

/** Badges that wait for their holders, and the reminder. */
export function pendingAcceptanceApi(deps: AppDeps) {
  const { services, ports } = deps;
  const api = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });
  const guard = requireCaller(deps, { role: 'dane', action: 'decide-award' });
  api.use('/credentials/unanswered', guard);
  api.use('/credentials/:id/reminder', guard);
  return api
    .openapi(list, async (c) => {
      const { badges, ...rest } = await services.readPendingAcceptances(c.req.valid('query').after);
      return c.json({ badges: badges.map(({ line }) => line), ...rest }, 200);
    })
    .openapi(remind, async (c) => {
      const { id: requested } = c.req.valid('param');
      const id = parseCredentialId(requested);
      if (!id) throw new DomainError('unknown-credential', { id: requested });
      const at = await services.remindHolder({ id, actor: c.var.caller });
      return c.json({ kind: 'reminded' as const, credential: credentialUrl(ports.origin, id), at }, 200);
    });
}
