import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { MOST_BADGE_DRAFTS } from '../../../application/criteria/badge-drafts.ts';
import { PACK_LIMIT_CHARS } from '../../../catalogue/pack-files.ts';
import type { AmendedBadge } from '../../../domain/criteria/badge-change.ts';
import { DomainError } from '../../../domain/errors.ts';
import type { AppDeps, AppEnv } from '../env.ts';
import { requireCaller } from '../middleware/bearer-auth.ts';
import { callerSecurity, dateSchema, json, jsonBody, problems } from './contracts.ts';
import { toJson, trialSchema } from './office.ts';
import { refuseInvalid } from './refuse-invalid.ts';

const TAGS = ['badges'];
/** One text, because a rule may have more names than the service reads in a request. */
const badgeText = z.string().max(PACK_LIMIT_CHARS).openapi({
  description: 'A badge as JSON text, as in badges.json; an own drawing as a data: URI',
});
const given = {
  badge: badgeText,
  replaces: z.string().max(60).optional().openapi({
    description: 'The code of the published badge that it changes; without one it is new',
  }),
};
const adopted = z
  .union([
    z.object({ kind: z.literal('adopted'), version: z.number().int() }),
    z.object({ kind: z.literal('proposed'), draft: z.string() }),
  ])
  .openapi('AdoptedBadge');

const list = createRoute({
  method: 'get',
  path: '/badges',
  tags: TAGS,
  summary: 'The badges of the newest version of the criteria, and drafts',
  security: callerSecurity,
  responses: {
    200: json(
      z
        .object({
          version: z.number().int(),
          inForceFrom: z.string(),
          badges: z.array(z.object({ code: z.string(), badge: badgeText })),
          drafts: z.array(z.object({ id: z.string(), revision: z.number().int(), badge: badgeText })),
        })
        .openapi('Badges'),
      'The badges',
    ),
    ...problems(401, 403),
  },
});

const judge = createRoute({
  method: 'post',
  path: '/badges/trials',
  tags: TAGS,
  summary: 'Names the faults of a badge, or judges one part of all recipients with it; nothing is written',
  security: callerSecurity,
  request: jsonBody(z.strictObject({ ...given, after: z.string().max(60).optional() }).openapi('TryBadge')),
  responses: {
    200: json(trialSchema.openapi('BadgeTrial'), 'What was found, and where the next part begins'),
    ...problems(400, 401, 403),
  },
});

const adopt = createRoute({
  method: 'post',
  path: '/badges/versions',
  tags: TAGS,
  summary: 'Adopts a badge from a day',
  security: callerSecurity,
  request: jsonBody(z.strictObject({ ...given, from: dateSchema }).openapi('AdoptBadge')),
  responses: { 201: json(adopted, 'What was adopted'), ...problems(400, 401, 403, 409) },
});

const retire = createRoute({
  method: 'post',
  path: '/badges/{code}/retirement',
  tags: TAGS,
  summary: 'Retires a badge from a day: nobody is awarded it any more, and holders keep it',
  security: callerSecurity,
  request: {
    params: z.object({ code: z.string().max(60) }),
    ...jsonBody(z.strictObject({ from: dateSchema }).openapi('RetireBadge')),
  },
  responses: { 201: json(adopted, 'What was adopted'), ...problems(400, 401, 403, 404, 409) },
});

export function badgesApi(deps: AppDeps) {
  const { services, ports } = deps;
  const api = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });
  const guard = requireCaller(deps, { role: 'dane', action: 'adopt-criteria' });
  for (const { path } of [list, judge, adopt]) api.use(path, guard);
  api.use('/badges/:code/retirement', guard);
  return api
    .openapi(list, async (c) => {
      const { badges, ...version } = await services.listBadges();
      const drafts = await ports.store.readBadgeDrafts(MOST_BADGE_DRAFTS);
      return c.json(
        {
          ...version,
          badges: badges.map(({ code, badge }) => ({ code, badge: JSON.stringify(badge) })),
          drafts: drafts.map(({ id, revision, badge }) => ({ id, revision, badge: JSON.stringify(badge) })),
        },
        200,
      );
    })
    .openapi(judge, async (c) => {
      const { after, ...badge } = c.req.valid('json');
      const { faults, ...trial } = await services.tryGivenBadge({ badge: toBadge(badge), after });
      return c.json({ ...trial, faults: [...faults] }, 200);
    })
    .openapi(adopt, async (c) => {
      const { from, ...badge } = c.req.valid('json');
      const command = { badge: toBadge(badge), from, actor: c.var.caller };
      return c.json(await services.adoptGivenBadge(command), 201);
    })
    .openapi(retire, async (c) => {
      const { code } = c.req.valid('param');
      const command = { code, from: c.req.valid('json').from, actor: c.var.caller };
      return c.json(await services.retireBadge(command), 201);
    });
}

/** What is missing in the badge is named among its faults. */
function toBadge({ badge, replaces }: { badge: string; replaces?: string | undefined }): AmendedBadge {
  const value = toJson(badge, 'badge');
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new DomainError('invalid-request', { reason: 'badge' });
  }
  return { badge: value as AmendedBadge['badge'], ...(replaces && { replaces }) };
}
