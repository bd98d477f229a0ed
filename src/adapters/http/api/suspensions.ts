import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { SUSPENSION_CAUSES } from '../../../domain/award/types.ts';
import { DomainError } from '../../../domain/errors.ts';
import { type CredentialId, parseCredentialId } from '../../../domain/ids.ts';
import { credentialUrl } from '../../../issuing/addresses.ts';
import type { AppDeps, AppEnv } from '../env.ts';
import { requireCaller } from '../middleware/bearer-auth.ts';
import { callerSecurity, json, jsonBody, problems, textSchema } from './contracts.ts';
import { refuseInvalid } from './refuse-invalid.ts';

const params = z.object({ id: z.string() });
const published = z.boolean().openapi({ description: 'False: the lists are published later, by themselves' });

const suspend = createRoute({
  method: 'post',
  path: '/credentials/{id}/suspension',
  tags: ['credentials'],
  summary: 'Suspends for a time: sets the status bit, and says in a second list that it is a suspension',
  security: callerSecurity,
  request: {
    params,
    ...jsonBody(
      z
        .strictObject({
          reason: textSchema({ max: 500 }).openapi({ description: 'Public' }),
          cause: z.enum(SUSPENSION_CAUSES).default('check').openapi({ description: 'Public' }),
          note: textSchema({ max: 500 }).optional().openapi({
            description: 'For the DANE alone; forgotten at the end of the suspension',
          }),
        })
        .openapi('Suspend'),
    ),
  },
  responses: {
    200: json(
      z
        .object({
          kind: z.literal('suspended'),
          credential: z.string(),
          at: z.string(),
          cause: z.enum(SUSPENSION_CAUSES),
          reason: z.string(),
          published,
        })
        .openapi('Suspended'),
      'Suspended',
    ),
    ...problems(400, 401, 403, 404, 409),
  },
});

const resume = createRoute({
  method: 'post',
  path: '/credentials/{id}/resumption',
  tags: ['credentials'],
  summary: 'Ends a suspension: clears the status bit and republishes the lists',
  security: callerSecurity,
  request: {
    params,
    ...jsonBody(
      z
        .strictObject({
          reason: textSchema({ max: 500 }).optional().openapi({ description: 'For the audit' }),
        })
        .openapi('Resume'),
    ),
  },
  responses: {
    200: json(
      z
        .object({ kind: z.literal('resumed'), credential: z.string(), at: z.string(), published })
        .openapi('Resumed'),
      'Given back as it was',
    ),
    ...problems(400, 401, 403, 404, 409),
  },
});

/** Suspensions, and their end. */
export function suspensionsApi(deps: AppDeps) {
  const { services, ports } = deps;
  const api = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });
  const decides = requireCaller(deps, { role: 'dane', action: 'revoke-credential' });
  api.use('/credentials/:id/suspension', decides);
  api.use('/credentials/:id/resumption', decides);
  return api
    .openapi(suspend, async (c) => {
      const id = knownShape(c.req.valid('param').id);
      const { note, ...said } = c.req.valid('json');
      const command = { ...said, id, actor: c.var.caller, ...(note && { note }) };
      const { at, cause, reason, published } = await services.suspendCredential(command);
      const credential = credentialUrl(ports.origin, id);
      return c.json({ kind: 'suspended' as const, credential, at, cause, reason, published }, 200);
    })
    .openapi(resume, async (c) => {
      const id = knownShape(c.req.valid('param').id);
      const { reason } = c.req.valid('json');
      const { at, published } = await services.resumeCredential({
        id,
        actor: c.var.caller,
        ...(reason && { reason }),
      });
      return c.json(
        { kind: 'resumed' as const, credential: credentialUrl(ports.origin, id), at, published },
        200,
      );
    });
}

function knownShape(id: string): CredentialId {
  const parsed = parseCredentialId(id);
  if (!parsed) throw new DomainError('unknown-credential', { id });
  return parsed;
}
