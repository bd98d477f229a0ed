import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { EvaluationQuery } from '../../../application/awards/evaluate-recipients.ts';
import { type EvaluationLine, toEvaluationLine } from '../../../application/awards/evaluation-line.ts';
import { parseRecipientPlace, toRecipientPlace } from '../../../application/awards/recipient.ts';
import { FINDING_KINDS } from '../../../domain/criteria/finding-kind.ts';
import type { LocalDate } from '../../../domain/time/calendar.ts';
import type { Uai } from '../../../domain/uai.ts';
import type { AppDeps, AppEnv } from '../env.ts';
import { requireCaller } from '../middleware/bearer-auth.ts';
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
      years: z.array(z.number()).readonly().optional(),
      events: z.array(z.string()).readonly().optional(),
      contributions: z.array(z.string()).readonly().optional(),
      families: z.array(z.string()).readonly().optional(),
      missions: z.array(z.string()).readonly().optional(),
      reviewedBy: z.record(z.string(), z.number().optional()).optional(),
      declared: z.number().optional(),
    }),
    requirement: bilingualSchema,
    missing: bilingualSchema.nullable(),
    parts: z
      .array(z.record(z.string(), z.unknown()))
      .readonly()
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
    findings: z.array(findingSchema).readonly(),
  })
  .openapi('Evaluation');

/** The library cannot derive the type of an answer from a line, because a finding there contains findings. */
type AnsweredEvaluation = z.input<typeof evaluationSchema>;

const evaluationsSchema = z.object({ evaluations: z.array(evaluationSchema).readonly() });

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

const PAGE_RECIPIENTS = 200;

const evaluatePage = createRoute({
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
      z.object({ evaluations: z.array(evaluationSchema).readonly(), next: nextSchema.optional() }),
      'One entry per recipient and badge',
    ),
    ...problems(400, 401, 404),
  },
});

export function evaluationsApi(deps: AppDeps) {
  const { services, ports } = deps;
  const api = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });
  api.use('/evaluations', requireCaller(deps, { role: 'reader', action: 'read-register' }));

  async function* evaluationLines(query: EvaluationQuery): AsyncGenerator<EvaluationLine> {
    for await (const found of services.evaluateRecipients(query)) {
      for (const evaluation of found.evaluations) {
        yield toEvaluationLine(ports.catalogue, found.label, evaluation);
      }
    }
  }

  api.openapi(evaluatePage, async (c) => {
    const { after, ...asked } = c.req.valid('json');
    const query = { ...toQuery(asked), ...(after && { after: parseRecipientPlace(after) }) };
    const evaluations: AnsweredEvaluation[] = [];
    let judged = 0;
    for await (const found of services.evaluateRecipients(query)) {
      for (const one of found.evaluations)
        evaluations.push(toEvaluationLine(ports.catalogue, found.label, one));
      judged += 1;
      if (query.scope.kind === 'all' && judged === PAGE_RECIPIENTS) {
        return c.json({ evaluations, next: toRecipientPlace(found.recipient) }, 200);
      }
    }
    return c.json({ evaluations }, 200);
  });

  return api.openapi(listEvaluations, async (c) => {
    const query = toQuery(c.req.valid('query'));
    if (query.scope.kind !== 'all') {
      const evaluations: AnsweredEvaluation[] = await Array.fromAsync(evaluationLines(query));
      return c.json({ evaluations }, 200);
    }
    const lines = evaluationLines(query);
    // The first line is computed before the answer begins, so that an invalid date or badge can still be
    // refused.
    const first = await lines.next();
    return asStream(c.body(toNdjson(first, lines), 200, { 'Content-Type': 'application/x-ndjson' }));
  });
}

/** The library derives the type of an answer from its schema, and cannot do so for a stream. `toNdjson` types
 *  its lines. */
function asStream(response: Response): never {
  return response as never;
}

interface EvaluationParameters {
  readonly person?: string | undefined;
  readonly establishment?: Uai | undefined;
  readonly badge?: string | undefined;
  readonly on?: LocalDate | undefined;
}

function toQuery({ person, establishment, badge, on }: EvaluationParameters): EvaluationQuery {
  const common = { named: true, ...(on && { on }), ...(badge && { achievement: badge }) };
  if (person) return { ...common, scope: { kind: 'person', email: person } };
  if (establishment) return { ...common, scope: { kind: 'establishment', uai: establishment } };
  return { ...common, scope: { kind: 'all' } };
}

function toNdjson(
  first: IteratorResult<EvaluationLine>,
  lines: AsyncGenerator<EvaluationLine>,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let next: IteratorResult<EvaluationLine> | undefined = first;
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
