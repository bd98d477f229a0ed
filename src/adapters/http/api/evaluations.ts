import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { EvaluationQuery } from '../../../application/evaluate-recipients.ts';
import { type EvaluationLine, toEvaluationLine } from '../../../application/evaluation-line.ts';
import type { Uai } from '../../../domain/uai.ts';
import type { AppDeps, AppEnv } from '../env.ts';
import { bearer } from '../middleware/bearer.ts';
import {
  badgeSchema,
  bearerSecurity,
  bilingualSchema,
  dateSchema,
  emailSchema,
  labelShape,
  problems,
  uaiSchema,
} from './contracts.ts';
import { refuseInvalid } from './refuse-invalid.ts';

const findingSchema = z
  .object({
    rule: z.string(),
    met: z.boolean(),
    actual: z.number(),
    required: z.number(),
    used: z.object({
      years: z.array(z.number()).optional(),
      events: z.array(z.string()).optional(),
      contributions: z.array(z.string()).optional(),
    }),
    requirement: bilingualSchema,
    missing: bilingualSchema.nullable(),
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
  security: bearerSecurity,
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

/** `/api/v1/evaluations`. */
export function evaluationsApi({ services, ports }: AppDeps) {
  const api = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });
  api.use('/evaluations', bearer(services, 'reader'));

  async function* linesOf(query: EvaluationQuery): AsyncGenerator<EvaluationLine> {
    for await (const found of services.evaluateRecipients(query)) {
      for (const evaluation of found.evaluations) {
        yield toEvaluationLine(ports.catalogue, found.label, evaluation);
      }
    }
  }

  return api.openapi(listEvaluations, async (c) => {
    const { person, establishment, badge, on } = c.req.valid('query');
    const common = { ...(on && { on }), ...(badge && { achievement: badge }) };
    if (person || establishment) {
      const scope = person
        ? { kind: 'person' as const, email: person }
        : { kind: 'establishment' as const, uai: establishment as Uai };
      const evaluations = await Array.fromAsync(linesOf({ ...common, scope }));
      return c.json({ evaluations } as never, 200);
    }
    const lines = linesOf({ ...common, scope: { kind: 'all' } });
    // The first line is judged before anything is answered: a date or a badge that cannot be judged is refused in time.
    const first = await lines.next();
    return c.body(toNdjson(first, lines), 200, { 'Content-Type': 'application/x-ndjson' }) as never;
  });
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
