import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { DecisionLine } from '../../../application/decisions/read-lines.ts';
import type { AppDeps, AppEnv } from '../env.ts';
import { requireCaller } from '../middleware/bearer-auth.ts';
import { callerSecurity, json, jsonBody, labelShape, problems } from './contracts.ts';
import { refuseInvalid } from './refuse-invalid.ts';

/** A decision on many badges. */
export const decisionSchema = z
  .object({
    kind: z.literal('decision'),
    id: z.string(),
    decision: z.enum(['grant', 'refuse']),
    decided: z.int().openapi({ description: 'Badges that it granted or refused so far' }),
    by: z.string().openapi({ description: 'A name of a person, or of a program' }),
    madeAt: z.string(),
    startsAt: z.string().optional().openapi({ description: 'Nothing is carried out before this instant' }),
    at: z.string().optional().openapi({
      description: 'The hour of a dated decision; everybody is judged anew then',
    }),
    badge: z.string().optional().openapi({ description: 'The only badge that a dated decision grants' }),
    heldBy: z
      .string()
      .optional()
      .openapi({ description: 'Who holds it, so that its hour passes without it' }),
    finishedAt: z.string().optional(),
    done: z.int(),
    total: z.int(),
    counts: z.record(z.string(), z.int()).openapi({
      description: '`granted`, `refused`, `issued`, `taken-back`, or the code of why a badge was left',
    }),
    meanwhile: z
      .array(z.object({ by: z.string(), granted: z.int(), refused: z.int() }))
      .openapi({ description: 'What others decided on these badges before this decision reached them' }),
    told: z
      .array(
        z.object({
          badge: z.string(),
          ...labelShape,
          outcome: z.string().openapi({ description: '`granted`, or the code of why it was left' }),
        }),
      )
      .optional()
      .openapi({ description: 'The first badges that a dated decision granted, and the first that it left' }),
  })
  .openapi('Decision');

const list = createRoute({
  method: 'get',
  path: '/decisions',
  tags: ['awards'],
  summary: 'The decisions on many badges that wait or are being carried out',
  security: callerSecurity,
  responses: {
    200: json(z.object({ decisions: z.array(decisionSchema) }), 'The oldest first'),
    ...problems(401, 403),
  },
});

const actOnDecision = createRoute({
  method: 'post',
  path: '/decisions/{id}',
  tags: ['awards'],
  summary:
    'Looks at a decision, does a part of it, starts it at once, takes back what is not done, or holds a dated one',
  description:
    'The service carries it out by itself too. Taken back, the badges wait in the queue again. A dated decision that is held lets its hour pass, until it is released.',
  security: callerSecurity,
  request: {
    params: z.object({ id: z.string() }),
    ...jsonBody(
      z
        .strictObject({ act: z.enum(['look', 'continue', 'start', 'stop', 'hold', 'release']) })
        .openapi('DecisionAct'),
    ),
  },
  responses: { 200: json(decisionSchema, 'How far it is'), ...problems(400, 401, 403, 404) },
});

/** Decisions on many badges, of the screen and of programs. */
export function decisionsApi({ services, ...deps }: AppDeps) {
  const api = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });
  const guard = requireCaller({ services, ...deps }, { role: 'dane', action: 'decide-award' });
  api.use('/decisions', guard);
  api.use('/decisions/:id', guard);
  return api
    .openapi(list, async (c) => {
      const decisions = await services.decisions.list();
      return c.json({ decisions: decisions.map(toAnswer) }, 200);
    })
    .openapi(actOnDecision, async (c) => {
      const { id } = c.req.valid('param');
      const requested = { id, act: c.req.valid('json').act, actor: c.var.caller };
      return c.json(toAnswer(await services.decisions.act(requested)), 200);
    });
}

export function toAnswer({ counts, meanwhile, told, ...line }: DecisionLine): z.infer<typeof decisionSchema> {
  return { ...line, counts: { ...counts }, meanwhile: [...meanwhile], ...(told && { told: [...told] }) };
}
