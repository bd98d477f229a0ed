import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { GrantAwards } from '../../../application/awards/grant.ts';
import { parseRecipientPlace, toRecipientPlace } from '../../../application/awards/recipient.ts';
import { readDecisionLine } from '../../../application/decisions/read-lines.ts';
import { type GrantLine, toGrantLine } from '../../../application/output-lines.ts';
import { MOST_WAIT_SECONDS } from '../../../domain/award/batch.ts';
import { parseParisTime } from '../../../domain/time/paris-clock.ts';
import type { AppDeps, AppEnv } from '../env.ts';
import { requireCaller } from '../middleware/bearer-auth.ts';
import {
  afterSchema,
  badgeSchema,
  callerSecurity,
  dateSchema,
  emailSchema,
  json,
  jsonBody,
  labelShape,
  nextSchema,
  problems,
  textSchema,
  uaiSchema,
} from './contracts.ts';
import { decisionSchema, toAnswer } from './decisions.ts';
import { refuseInvalid } from './refuse-invalid.ts';

const grantSchema = z
  .strictObject({
    allMet: z.literal(true).optional().openapi({ description: 'Every badge that is met, for everyone' }),
    person: emailSchema.optional(),
    establishment: uaiSchema.optional(),
    badge: badgeSchema.optional(),
    on: dateSchema.optional(),
    after: afterSchema.optional(),
    dryRun: z.boolean().optional().openapi({
      description:
        'Decides each badge as a grant would, and writes nothing: what would be granted is `grantable`',
    }),
    alsoToLookAt: z.boolean().optional().openapi({
      description:
        'With allMet, grants also what a person should look at first; otherwise it is left out, and said to be `to-look-at`',
    }),
    waitSeconds: z.int().min(0).max(MOST_WAIT_SECONDS).optional().openapi({
      description:
        'Decides after a wait, in which the decision can be taken back (`/decisions/{id}`); by default at once',
    }),
    at: textSchema({ max: 16 }).optional().openapi({
      description:
        'With allMet, dates the decision: a day and a time in Paris, such as 2027-07-01T09:00. Everybody is judged anew then; the outcomes say what it would come to now',
    }),
    reason: textSchema({ max: 500 })
      .optional()
      .openapi({ description: 'Needed to grant what is not met, and what asks for a decision' }),
  })
  .refine(
    ({ allMet, person, establishment, badge }) =>
      [allMet, person, establishment].filter(Boolean).length === 1 && (allMet || badge),
    { message: 'Give allMet, or person and badge, or establishment and badge' },
  )
  .refine(({ allMet, after }) => allMet || !after, { message: 'after goes with allMet' })
  .refine(({ waitSeconds, after }) => !waitSeconds || !after, {
    message: 'a decision that waits is not made in parts',
  })
  .refine(
    ({ at, allMet, after, waitSeconds, alsoToLookAt, on, reason }) =>
      !at || (allMet && ![after, waitSeconds, alsoToLookAt, on, reason].some(Boolean)),
    { message: 'a dated decision goes with allMet, and with badge and dryRun alone' },
  )
  .openapi('GrantAwards');

const outcomeSchema = z
  .object({
    kind: z.enum(['granted', 'grantable', 'waiting', 'to-look-at', 'skipped']),
    ...labelShape,
    badge: z.string(),
    award: z.string().optional(),
    validUntil: z.string().optional(),
    code: z.string().optional(),
    cautions: z
      .array(z.looseObject({ kind: z.string() }))
      .readonly()
      .optional()
      .openapi({ description: 'Why a person should look at the badge before it is granted' }),
    page: z.string().optional().openapi({ description: 'The page of an agent that shows the badge' }),
  })
  .openapi('GrantOutcome');

const grant = createRoute({
  method: 'post',
  path: '/awards',
  tags: ['awards'],
  summary: 'Records the decision to award what is met, or, with a reason, what is not',
  security: callerSecurity,
  request: jsonBody(grantSchema),
  responses: {
    200: json(
      z.object({
        outcomes: z.array(outcomeSchema),
        next: nextSchema.optional(),
        decision: decisionSchema.optional(),
      }),
      'What was granted, and what was skipped and why',
    ),
    ...problems(400, 401, 403, 404, 409),
  },
});

export function awardsApi(deps: AppDeps) {
  const {
    services,
    ports: { origin, store },
  } = deps;
  const api = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });
  api.use('/awards', requireCaller(deps, { role: 'dane', action: 'decide-award' }));
  return api.openapi(grant, async (c) => {
    const body = c.req.valid('json');
    const command = toCommand(body, c.var.caller);
    const at = body.at === undefined ? undefined : parseParisTime(body.at);
    if ((at || body.waitSeconds) && !body.dryRun) {
      const { part: _, ...whole } = command;
      const later = at
        ? await services.grantAtHour({ actor: c.var.caller, at, achievement: body.badge })
        : await services.grantLater(whole, body.waitSeconds ?? 0);
      const waiting = later.outcomes.map((outcome) => toGrantLine(origin, outcome, { later: !at }));
      const decision = later.decision && (await readDecisionLine(store, later.decision));
      return c.json({ outcomes: waiting, decision: decision && toAnswer(decision) }, 200);
    }
    const run = services.grantAwards(command);
    const outcomes: GrantLine[] = [];
    let step = await run.next();
    for (; !step.done; step = await run.next()) outcomes.push(toGrantLine(origin, step.value));
    return c.json({ outcomes, next: step.value && toRecipientPlace(step.value) }, 200);
  });
}

function toCommand(body: z.infer<typeof grantSchema>, actor: string): GrantAwards {
  const { person, establishment, badge = '', on, reason, after, dryRun } = body;
  const common = {
    actor,
    named: true,
    ...(on && { on }),
    ...(reason && { reason }),
    ...(dryRun && { dryRun }),
  };
  if (person) return { ...common, scope: { kind: 'person', email: person, achievement: badge } };
  if (establishment)
    return { ...common, scope: { kind: 'establishment', uai: establishment, achievement: badge } };
  const part = after ? { after: parseRecipientPlace(after) } : {};
  const cautions = body.alsoToLookAt ? 'included' : 'left-out';
  return { ...common, part, scope: { kind: 'all-met', cautions, ...(badge && { achievement: badge }) } };
}
