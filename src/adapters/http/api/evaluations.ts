import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { type EvaluationLine, toEvaluationLine } from '../../../application/awards/evaluation-line.ts';
import type { EvaluationQuery } from '../../../application/awards/judge-recipients.ts';
import { parseRecipientPlace, toRecipientPlace } from '../../../application/awards/recipient-place.ts';
import { FINDING_KINDS } from '../../../domain/criteria/finding-kind.ts';
import type { LocalDate } from '../../../domain/time/time.ts';
import type { Uai } from '../../../domain/uai.ts';
import type { AppDeps, AppEnv } from '../env.ts';
import { requireCaller } from '../middleware/caller.ts';
import {
  afterSchema,
  badgeSchema,
  bilingualSchema,
  callerSecurity,
  dateSchema,
  emailSchema,
  json,
  jsonBody,
  labelShape,
  nextSchema,
  problems,
  uaiSchema,
} from './contracts.ts';
import { refuseInvalid } from './refuse-invalid.ts';

const findingSchema = z
  .object({
    rule: z.string(),
    met: z.boolean(),
    kind: z.enum(FINDING_KINDS).openapi({
      description: 'Whether it is met, has too little of what it counts, or has no record of it at all',
    }),
    actual: z.number(),
    required: z.number(),
    used: z.object({
      years: z.array(z.number()).optional(),
      events: z.array(z.string()).optional(),
      contributions: z.array(z.string()).optional(),
      families: z.array(z.string()).optional(),
      missions: z.array(z.string()).optional(),
      reviewedBy: z.record(z.string(), z.number()).optional(),
      declared: z.number().optional(),
    }),
    requirement: bilingualSchema,
    missing: bilingualSchema.nullable(),
    parts: z
      .array(z.record(z.string(), z.unknown()))
      .optional()
      .openapi({ description: 'Findings of what the requirement is made of, each of this same form' }),
  })
  .openapi('Finding');

const evaluationSchema = z
  .object({
    ...labelShape,
    badge: z.string(),
    version: z.number().int(),
    on: z.string(),
    met: z.boolean(),
    facts: z.record(z.string(), z.unknown()),
    findings: z.array(findingSchema),
  })
  .openapi('Evaluation');

const evaluationsSchema = z.object({ evaluations: z.array(evaluationSchema) });

const listEvaluations = createRoute({
  method: 'get',
  path: '/evaluations',
  tags: ['evaluations'],
  summary: 'Judges a person, a school, or everyone by the criteria in force on a date; writes nothing',
  security: callerSecurity,
  request: {
    query: z.object({
      person: emailSchema.optional(),
      establishment: uaiSchema.optional(),
      badge: badgeSchema.optional(),
      on: dateSchema.optional(),
    }),
  },
  responses: {
    200: {
      description: 'One entry per badge. Everyone is streamed, one JSON line each, as application/x-ndjson',
      content: {
        'application/json': { schema: evaluationsSchema },
        'application/x-ndjson': { schema: evaluationSchema },
      },
    },
    ...problems(400, 401, 404),
  },
});

const PART_RECIPIENTS = 200;

const evaluatePart = createRoute({
  method: 'post',
  path: '/evaluations',
  tags: ['evaluations'],
  summary: 'The same, part by part, and with no address of anyone in a URL; writes nothing',
  security: callerSecurity,
  request: jsonBody(
    z
      .strictObject({
        person: emailSchema.optional(),
        establishment: uaiSchema.optional(),
        badge: badgeSchema.optional(),
        on: dateSchema.optional(),
        after: afterSchema.optional(),
      })
      .openapi('Evaluate'),
  ),
  responses: {
    200: json(
      z.object({ evaluations: z.array(evaluationSchema), next: nextSchema.optional() }),
      'One entry per recipient and badge',
    ),
    ...problems(400, 401, 404),
  },
});

export function evaluationsApi(deps: AppDeps) {
  const { services, ports } = deps;
  const api = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });
  api.use('/evaluations', requireCaller(deps, { role: 'reader', action: 'read-register' }));

  async function* linesOf(query: EvaluationQuery): AsyncGenerator<EvaluationLine> {
    for await (const found of services.evaluateRecipients(query)) {
      for (const evaluation of found.evaluations) {
        yield toEvaluationLine(ports.catalogue, found.label, evaluation);
      }
    }
  }

  api.openapi(evaluatePart, async (c) => {
    const { after, ...asked } = c.req.valid('json');
    const query = { ...toQuery(asked), ...(after && { after: parseRecipientPlace(after) }) };
    const evaluations: EvaluationLine[] = [];
    let judged = 0;
    for await (const found of services.evaluateRecipients(query)) {
      for (const one of found.evaluations)
        evaluations.push(toEvaluationLine(ports.catalogue, found.label, one));
      judged += 1;
      if (query.scope.kind === 'all' && judged === PART_RECIPIENTS) {
        return answer(c, { evaluations, next: toRecipientPlace(found.recipient) });
      }
    }
    return answer(c, { evaluations });
  });

  return api.openapi(listEvaluations, async (c) => {
    const query = toQuery(c.req.valid('query'));
    if (query.scope.kind !== 'all') {
      return answer(c, { evaluations: await Array.fromAsync(linesOf(query)) });
    }
    const lines = linesOf(query);
    // The first line is computed before the answer begins, so that an invalid date or badge can still be
    // refused.
    const first = await lines.next();
    return asAnswer(c.body(toNdjson(first, lines), 200, { 'Content-Type': 'application/x-ndjson' }));
  });
}

interface Evaluations {
  readonly evaluations: readonly EvaluationLine[];
  readonly next?: string;
}

const answer = (c: Context<AppEnv>, body: Evaluations) => asAnswer(c.json(body, 200));

/** The library derives the type of an answer from its schema, and cannot do so for a finding, which contains
 *  findings, nor for a stream. The body is typed before it comes here. */
function asAnswer(response: Response): never {
  return response as never;
}

interface Asked {
  readonly person?: string | undefined;
  readonly establishment?: Uai | undefined;
  readonly badge?: string | undefined;
  readonly on?: LocalDate | undefined;
}

function toQuery({ person, establishment, badge, on }: Asked): EvaluationQuery {
  const common = { ...(on && { on }), ...(badge && { achievement: badge }) };
  if (person) return { ...common, scope: { kind: 'person', email: person } };
  if (establishment) return { ...common, scope: { kind: 'establishment', uai: establishment } };
  return { ...common, scope: { kind: 'all' } };
}

function toNdjson(
  first: IteratorResult<unknown>,
  lines: AsyncGenerator<unknown>,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let next: IteratorResult<unknown> | undefined = first;
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = next ?? (await lines.next());
      next = undefined;
      if (done) controller.close();
      else controller.enqueue(encoder.encode(`${JSON.stringify(value)}\n`));
    },
    cancel: () => void lines.return(undefined),
  });
}
