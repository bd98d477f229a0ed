import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { LARGEST_BATCH } from '../../../domain/award/batch.ts';
import { parseCredentialId } from '../../../domain/ids.ts';
import type { Job } from '../../../domain/job/types.ts';
import type { AppDeps, AppEnv } from '../env.ts';
import { requireCaller } from '../middleware/bearer-auth.ts';
import { callerSecurity, json, jsonBody, problems, textSchema } from './contracts.ts';
import { refuseInvalid } from './refuse-invalid.ts';

const idSchema = z.string().transform((text, context) => {
  const id = parseCredentialId(text);
  if (id) return id;
  context.addIssue({ code: 'custom', message: 'not an id of a badge' });
  return z.NEVER;
});

const workSchema = z
  .object({
    id: z.string(),
    startsAt: z.string().optional().openapi({ description: 'Nothing is revoked before this instant' }),
    finishedAt: z.string().optional(),
    done: z.int(),
    total: z.int(),
    counts: z.record(z.string(), z.int()).openapi({
      description:
        '`revoked`, `taken-back`, or why a badge was left: `already-revoked`, `unknown-credential`',
    }),
  })
  .openapi('Revocations');

const begin = createRoute({
  method: 'post',
  path: '/credentials/revocations',
  tags: ['credentials'],
  summary: 'Begins the revocation of many badges, which waits ten minutes so that it can be stopped',
  description:
    'The same badges and reason, sent again by the same caller before anything is done, are the same work. A badge is never revoked twice.',
  security: callerSecurity,
  request: jsonBody(
    z
      .strictObject({
        credentials: z
          .array(idSchema)
          .min(1)
          .max(LARGEST_BATCH)
          .openapi({
            type: 'array',
            items: { type: 'string' },
            description: 'Ids of badges',
          }),
        reason: textSchema({ max: 500 }).openapi({ description: 'Public, the same for all' }),
      })
      .openapi('RevokeMany'),
  ),
  responses: { 202: json(workSchema, 'Begun'), ...problems(400, 401, 403) },
});

const goOn = createRoute({
  method: 'post',
  path: '/credentials/revocations/{id}',
  tags: ['credentials'],
  summary: 'Does a part of the revocation of many badges, starts it at once, or stops it',
  description: 'The service goes on by itself too. Stopped, the badges that it has not reached stay valid.',
  security: callerSecurity,
  request: {
    params: z.object({ id: z.string() }),
    ...jsonBody(z.strictObject({ act: z.enum(['continue', 'start', 'stop']) }).openapi('RevocationsWork')),
  },
  responses: { 200: json(workSchema, 'How far it is'), ...problems(400, 401, 403, 404) },
});

/** Many badges revoked in one act. */
export function revocationsApi({ services, ...deps }: AppDeps) {
  const api = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });
  const guard = requireCaller({ services, ...deps }, { role: 'dane', action: 'revoke-credential' });
  api.use('/credentials/revocations', guard);
  api.use('/credentials/revocations/:id', guard);
  return api
    .openapi(begin, async (c) => {
      const { credentials: ids, reason } = c.req.valid('json');
      const job = await services.revokeByProgram.begin({ ids, reason, actor: c.var.caller });
      return c.json(toWork(job), 202);
    })
    .openapi(goOn, async (c) => {
      const { act } = c.req.valid('json');
      const { id } = c.req.valid('param');
      return c.json(toWork(await services.revokeByProgram.goOn({ id, act, actor: c.var.caller })), 200);
    });
}

function toWork({ id, startsAt, finishedAt, done, total, progress }: Job): z.infer<typeof workSchema> {
  return {
    ...{ id, done, total, counts: { ...progress.counts } },
    startsAt: finishedAt ? undefined : startsAt,
    finishedAt,
  };
}
