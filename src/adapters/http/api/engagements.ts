import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Deciding } from '../../../application/engagements/change.ts';
import { dutiesOf } from '../../../domain/engagement/content.ts';
import type { MissionCode } from '../../../domain/engagement/mission.ts';
import type { ProposedChange } from '../../../domain/engagement/proposal.ts';
import { DomainError } from '../../../domain/errors.ts';
import type { PersonId } from '../../../domain/ids.ts';
import { CONFIRMATIONS, type Engagement } from '../../../domain/records.ts';
import { CHANGE_REASON_LENGTH } from '../engagements/change-form.ts';
import { dutyBody, dutyView } from '../engagements/duty-fields.tsx';
import type { AppDeps, AppEnv } from '../env.ts';
import { requireCaller } from '../middleware/bearer-auth.ts';
import { callerSecurity, dateSchema, json, jsonBody, problems, textSchema, uaiSchema } from './contracts.ts';
import { refuseInvalid } from './refuse-invalid.ts';

const reference = z.object({ reference: textSchema({ max: 200 }) });
const reason = textSchema({ max: CHANGE_REASON_LENGTH }).openapi({
  description: 'Why, and on which document it rests; never the reason of a leave',
});
const content = {
  ...dutyBody,
  confirmed: z.boolean().default(false).openapi({
    description: 'The DANE confirms on documents what is new; otherwise it waits for the principal',
  }),
  reason,
};

const engagementSchema = z
  .object({
    reference: z.string(),
    uai: z.string(),
    from: z.string(),
    to: z.string().optional(),
    ...dutyView,
    confirmation: z.enum(CONFIRMATIONS),
  })
  .openapi('Segment');

const changed = json(
  z.object({ engagements: z.array(engagementSchema) }).openapi('ChangedEngagement'),
  'The segment after the change; two of them where it was cut',
);

/** The contract of one kind of change. */
function changeRoute<Path extends string, Body extends z.ZodType>(path: Path, summary: string, body: Body) {
  return createRoute({
    method: 'post',
    path: `/engagements/{reference}/${path}`,
    tags: ['engagements'],
    summary,
    security: callerSecurity,
    request: { params: reference, ...jsonBody(body) },
    responses: { 200: changed, ...problems(400, 401, 403, 404, 409) },
  });
}

const endRoute = changeRoute(
  'end',
  'Ends an engagement on a day within it',
  z.strictObject({ to: dateSchema, reason }).openapi('EndEngagement'),
);
const missionsRoute = changeRoute(
  'missions',
  'Other missions from a day on: the segment is cut in two',
  z.strictObject({ from: dateSchema, ...content }).openapi('ChangeMissions'),
);
const correctionRoute = changeRoute(
  'correction',
  'Corrects days, missions, roles or the school that were recorded wrongly from the start',
  z
    .strictObject({
      uai: uaiSchema.optional(),
      from: dateSchema,
      to: dateSchema.optional(),
      ...content,
    })
    .openapi('CorrectEngagement'),
);

const removalRoute = createRoute({
  method: 'post',
  path: '/engagements/{reference}/removal',
  tags: ['engagements'],
  summary: 'Removes an engagement that was recorded by mistake, unless a standing badge counts it',
  security: callerSecurity,
  request: { params: reference, ...jsonBody(z.strictObject({ reason }).openapi('RemoveEngagement')) },
  responses: {
    200: json(z.object({ removed: z.string() }).openapi('RemovedEngagement'), 'Removed; the audit keeps it'),
    ...problems(400, 401, 403, 404, 409),
  },
});

/** `/api/v1/engagements/{reference}`: ends, changes, corrects and removes engagements, by the same rules as the
 *  screens of the DANE. */
export function engagementsApi(deps: AppDeps) {
  const { services } = deps;
  const api = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });
  api.use('/engagements/*', requireCaller(deps, { role: 'dane', action: 'keep-register' }));
  const change = async (c: Context<AppEnv>, stated: ChangeRequest) => {
    const by = await readAuthor(c, deps, stated.confirmed);
    const { reference: of, change: requested, reason: why } = stated;
    const { engagement, cutOff } = await services.changeEngagement({
      ...{ reference: of, change: checkMissions(deps, requested), by, reason: why },
    });
    return { engagements: [engagement, ...cutOff].map(toEngagementView) };
  };
  return api
    .openapi(endRoute, async (c) => {
      const { to, reason: why } = c.req.valid('json');
      const stated = { reference: c.req.valid('param').reference, reason: why };
      return c.json(await change(c, { ...stated, change: { kind: 'end', to } }), 200);
    })
    .openapi(missionsRoute, async (c) => {
      const { from, confirmed, reason: why, ...duties } = c.req.valid('json');
      const stated = { reference: c.req.valid('param').reference, reason: why, confirmed };
      const requested = { kind: 'missions' as const, from, ...toDuties(duties) };
      return c.json(await change(c, { ...stated, change: requested }), 200);
    })
    .openapi(correctionRoute, async (c) => {
      const { uai, from, to, confirmed, reason: why, ...duties } = c.req.valid('json');
      if (to !== undefined && to < from) throw new DomainError('invalid-request', { reason: 'to' });
      const stated = { reference: c.req.valid('param').reference, reason: why, confirmed };
      const requested = {
        kind: 'correction' as const,
        ...(uai && { uai }),
        period: { from, ...(to && { to }) },
        ...toDuties(duties),
      };
      return c.json(await change(c, { ...stated, change: requested }), 200);
    })
    .openapi(removalRoute, async (c) => {
      const { reference: of } = c.req.valid('param');
      const [engagement] = await deps.ports.store.readEngagements([of]);
      if (!engagement) throw new DomainError('not-found');
      const { personId } = engagement;
      const record = { kind: 'engagement' as const, reference: of };
      const { reason: why } = c.req.valid('json');
      await services.removeRecord({ personId, record, actor: c.var.caller, reason: why });
      return c.json({ removed: of }, 200);
    });
}

interface ChangeRequest {
  readonly reference: string;
  readonly change: ProposedChange;
  readonly reason: string;
  readonly confirmed?: boolean;
}

/** The agent who is signed in, or the program by the name of its token. */
async function readAuthor(c: Context<AppEnv>, { ports }: AppDeps, confirms = false): Promise<Deciding> {
  const personId = c.var.caller as PersonId;
  const [person] = await ports.store.readPeople([personId]);
  return { personId, address: person?.emails[0] ?? personId, as: 'dane', confirms };
}

/** Refuses a mission that the framework does not have. */
function checkMissions({ ports }: AppDeps, change: ProposedChange): ProposedChange {
  if (change.kind === 'end') return change;
  const unknown = change.missions.find((code) => !ports.catalogue.framework.missions.has(code));
  if (unknown !== undefined) throw new DomainError('invalid-request', { reason: `missions: ${unknown}` });
  return change;
}

function toDuties({ missions, ...details }: z.infer<z.ZodObject<typeof dutyBody>>) {
  return dutiesOf({ ...details, missions: missions as MissionCode[] });
}

function toEngagementView({ reference: of, uai, period, confirmation, ...duties }: Engagement) {
  return { reference: of, uai, ...period, ...dutiesOf(duties), confirmation };
}
