import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { type CorrectionLine, toCorrectionLine } from '../../../application/output-lines.ts';
import { OUTDATED_SUBJECTS } from '../../../domain/award/credential-change.ts';
import { DomainError } from '../../../domain/errors.ts';
import { parseCredentialId } from '../../../domain/ids.ts';
import type { AppDeps, AppEnv } from '../env.ts';
import { requireCaller } from '../middleware/bearer-auth.ts';
import {
  afterSchema,
  callerSecurity,
  json,
  jsonBody,
  labelShape,
  nextSchema,
  problems,
} from './contracts.ts';
import { refuseInvalid } from './refuse-invalid.ts';

/** Re-signing a badge takes some 30 queries, so 25 badges stay within D1's thousand queries for each
 *  invocation. */
const MAXIMUM_LIMIT = 25;

const correctionSchema = z
  .object({
    kind: z.enum(['re-signed', 'misstated', 'revoked', 'to-decide']),
    credential: z.string(),
    badge: z.string(),
    ...labelShape,
    of: z
      .array(z.enum(OUTDATED_SUBJECTS))
      .readonly()
      .optional()
      .openapi({ description: 'Which parts of the badge' }),
    said: z.array(z.string()).readonly().optional().openapi({ description: 'Sentences that were signed' }),
    willSay: z.array(z.string()).readonly().optional().openapi({ description: 'Those in their place' }),
    on: z.string().optional().openapi({ description: 'The day it was judged as of, which nobody had lived' }),
    metToday: z.boolean().optional(),
  })
  .openapi('Correction');

const correct = createRoute({
  method: 'post',
  path: '/credentials/corrections',
  tags: ['credentials'],
  summary: 'Signs again, part by part, the badges that say something else than what stands behind them',
  security: callerSecurity,
  request: jsonBody(
    z
      .strictObject({
        dryRun: z.boolean().default(false).openapi({ description: 'Only says what would be done' }),
        limit: z.number().int().min(1).max(MAXIMUM_LIMIT).default(MAXIMUM_LIMIT).openapi({
          description: 'Signed badges to read in this call',
        }),
        after: afterSchema.optional(),
      })
      .openapi('CorrectCredentials'),
  ),
  responses: {
    200: json(
      z.object({ corrections: z.array(correctionSchema), next: nextSchema.optional() }),
      'What was found, and where the next part begins',
    ),
    ...problems(400, 401, 403),
  },
});

export function correctionsApi(deps: AppDeps) {
  const { services, ports } = deps;
  const api = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });
  api.use('/credentials/corrections', requireCaller(deps, { role: 'dane', action: 'decide-award' }));
  return api.openapi(correct, async (c) => {
    const { dryRun, limit, after: place } = c.req.valid('json');
    const after = place === undefined ? undefined : parseCredentialId(place);
    if (place !== undefined && !after) throw new DomainError('invalid-request', { reason: 'after' });
    const actor = c.var.caller;
    const run = services.reSignMisstated({ dryRun, limit, actor, ...(after && { after }) });
    const corrections: CorrectionLine[] = [];
    let part = await run.next();
    for (; !part.done; part = await run.next()) corrections.push(toCorrectionLine(ports.origin, part.value));
    return c.json({ corrections, next: part.value || undefined }, 200);
  });
}
