import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { exceedsDepth } from '#open-badges/parsing';
import type { PackDocument } from '../../../catalogue/office-pack.ts';
import { PACK_LIMIT_CHARS } from '../../../catalogue/pack-files.ts';
import { DomainError } from '../../../domain/errors.ts';
import type { AppDeps, AppEnv } from '../env.ts';
import { requireCaller } from '../middleware/bearer-auth.ts';
import { callerSecurity, dateSchema, json, jsonBody, problems } from './contracts.ts';
import { refuseInvalid } from './refuse-invalid.ts';

const TAGS = ['office'];
/** One text, because a pack has more names than the service reads in a request. */
const documentSchema = z.string().max(PACK_LIMIT_CHARS).openapi({
  description:
    'A pack as JSON text: office, framework, badges, events, columns and, where there is one, questionnaire with the content of each file, and drawings with a data: URI for each file name',
});
const differenceSchema = z.enum(['none', 'adds', 'changes']);

const read = createRoute({
  method: 'get',
  path: '/office',
  tags: TAGS,
  summary: "The office's pack",
  security: callerSecurity,
  responses: {
    200: json(
      z.object({ version: z.number().int(), document: documentSchema }).openapi('Office'),
      'The pack',
    ),
    ...problems(401, 403),
  },
});

const movesSchema = z.object({
  before: z.number().int(),
  after: z.number().int(),
  gain: z.array(z.string()).readonly(),
  lose: z.array(z.string()).readonly(),
  near: z.array(z.string()).readonly().optional(),
});

/** What a trial found: faults, or what one part of all recipients would gain and lose. */
export const trialSchema = z.object({
  faults: z.array(
    z.object({
      file: z.string(),
      path: z.string(),
      reason: z.string(),
      value: z.string().optional(),
    }),
  ),
  difference: differenceSchema.optional(),
  missingSentences: z.array(z.string()).readonly().optional(),
  moves: z.record(z.string(), movesSchema).optional(),
  next: z.string().optional(),
});

const judge = createRoute({
  method: 'post',
  path: '/office/trials',
  tags: TAGS,
  summary: 'Names the faults of a pack, or judges one part of all recipients by it; nothing is written',
  security: callerSecurity,
  request: jsonBody(
    z.strictObject({ document: documentSchema, after: z.string().max(60).optional() }).openapi('TryOffice'),
  ),
  responses: {
    200: json(trialSchema.openapi('OfficeTrial'), 'What was found, and where the next part begins'),
    ...problems(400, 401, 403),
  },
});

const adopt = createRoute({
  method: 'post',
  path: '/office/versions',
  tags: TAGS,
  summary: 'Adopts a pack; its badges are in force from a day',
  security: callerSecurity,
  request: jsonBody(
    z.strictObject({ document: documentSchema, from: dateSchema.optional() }).openapi('AdoptOffice'),
  ),
  responses: {
    201: json(
      z
        .object({
          version: z.number().int(),
          difference: differenceSchema,
          criteria: z.object({ version: z.number().int(), from: z.string() }).optional(),
        })
        .openapi('AdoptedOffice'),
      'What was adopted',
    ),
    ...problems(400, 401, 403, 409),
  },
});

export function officeApi(deps: AppDeps) {
  const { services } = deps;
  const api = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });
  const guard = requireCaller(deps, { role: 'dane', action: 'adopt-criteria' });
  for (const path of ['/office', '/office/trials', '/office/versions']) api.use(path, guard);
  return api
    .openapi(read, async (c) => {
      const { version, document } = await services.readOffice();
      return c.json({ version, document: JSON.stringify(document) }, 200);
    })
    .openapi(judge, async (c) => {
      const { document, after } = c.req.valid('json');
      const { faults, ...trial } = await services.tryOffice({ document: toDocument(document), after });
      return c.json({ ...trial, faults: [...faults] }, 200);
    })
    .openapi(adopt, async (c) => {
      const { document, from } = c.req.valid('json');
      const command = { document: toDocument(document), from, actor: c.var.caller };
      return c.json(await services.adoptOffice(command), 201);
    });
}

/** Deeper than any rule: what looks for faults goes down level by level. */
const MOST_LEVELS = 64;

/** A value sent as JSON text. Throws `invalid-request` with the name of the member where it is none, or is nested
 *  too deeply. */
export function toJson(text: string, member: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    if (!exceedsDepth(value, MOST_LEVELS)) return value;
  } catch {
    // Answered below.
  }
  throw new DomainError('invalid-request', { reason: member });
}

/** The members that are missing are named among the faults. */
function toDocument(text: string): PackDocument {
  const value = toJson(text, 'document');
  const {
    office,
    framework,
    badges,
    events,
    columns,
    questionnaire,
    drawings = {},
  } = Object(value) as PackDocument;
  const isMap =
    typeof drawings === 'object' && Object.values(drawings).every((one) => typeof one === 'string');
  if (!isMap) throw new DomainError('invalid-request', { reason: 'drawings' });
  const requested = questionnaire === undefined ? {} : { questionnaire };
  return { office, framework, badges, events, columns, ...requested, drawings };
}
