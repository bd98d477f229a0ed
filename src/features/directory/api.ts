import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import {
  afterSchema,
  callerSecurity,
  json,
  nextSchema,
  problems,
  textSchema,
  uaiSchema,
} from '../../adapters/http/api/contracts.ts';
import { refuseInvalid } from '../../adapters/http/api/refuse-invalid.ts';
import type { AppDeps, AppEnv } from '../../adapters/http/env.ts';
import { requireCaller } from '../../adapters/http/middleware/bearer-auth.ts';
import { type MissionCode, ROLES } from '../../domain/engagement/mission.ts';
import { DomainError } from '../../domain/errors.ts';
import { parsePersonId } from '../../domain/ids.ts';
import { CONFIRMATIONS } from '../../domain/records.ts';
import { compact } from '../../domain/text/omit-undefined.ts';

const textParameter = (most: number) => textSchema({ min: 1, max: most }).optional();

const list = createRoute({
  method: 'get',
  path: '/directory',
  tags: ['people'],
  summary: 'Who is referent today, by name, with missions and roles',
  security: callerSecurity,
  request: {
    query: z.object({
      q: textParameter(200),
      role: z.enum(ROLES).optional(),
      mission: textParameter(10),
      department: textParameter(3),
      uai: uaiSchema.optional(),
      event: textParameter(60),
      after: afterSchema.optional(),
    }),
  },
  responses: {
    200: json(
      z
        .object({
          people: z.array(
            z.object({
              kind: z.literal('person'),
              person: z.string(),
              familyName: z.string(),
              givenName: z.string(),
              email: z.string().optional(),
              places: z.array(
                z.object({
                  uai: z.string(),
                  school: z.string(),
                  commune: z.string(),
                  departmentCode: z.string(),
                  missions: z.array(z.string()).readonly(),
                  roles: z.array(z.enum(ROLES)).readonly(),
                  roleNames: z.array(z.string()).readonly(),
                  confirmation: z.enum(CONFIRMATIONS),
                  since: z.string(),
                }),
              ),
            }),
          ),
          next: nextSchema.optional(),
        })
        .openapi('Directory'),
      'A page of them. Each page leaves a line in the audit',
    ),
    ...problems(400, 401, 403),
  },
});

/** `/api/v1/directory`: the directory of referents. */
export function directoryApi(deps: AppDeps) {
  const { services, ports } = deps;
  const api = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });
  api.use('/directory', requireCaller(deps, { role: 'dane', action: 'keep-register' }));
  return api.openapi(list, async (c) => {
    const { q, department, mission, after, ...asked } = c.req.valid('query');
    if (mission && !ports.catalogue.framework.missions.has(mission as MissionCode)) {
      throw new DomainError('invalid-request', { reason: `the framework has no mission ${mission}` });
    }
    const filter = compact({
      ...asked,
      text: q,
      departmentCode: department,
      mission: mission as MissionCode | undefined,
    });
    const page = { filter, actor: c.var.caller, ...(after && { after: parsePersonId(after) }) };
    const { people, ...rest } = await services.readDirectoryByProgram(page);
    return c.json({ people: [...people.map((one) => ({ ...one, places: [...one.places] }))], ...rest }, 200);
  });
}
