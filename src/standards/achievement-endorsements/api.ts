import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { spelledAddress } from '#open-badges/parsing';
import { callerSecurity, json, jsonBody, problems, textSchema } from '../../adapters/http/api/contracts.ts';
import { refuseInvalid } from '../../adapters/http/api/refuse-invalid.ts';
import type { AppDeps, AppEnv } from '../../adapters/http/env.ts';
import { requireCaller } from '../../adapters/http/middleware/bearer-auth.ts';
import { DomainError } from '../../domain/errors.ts';
import { compact } from '../../domain/text/omit-undefined.ts';
import { achievementUrl, endorsementPath } from '../../issuing/addresses.ts';
import type { ExaminedEndorsement } from './actions.ts';
import { type AchievementEndorsement, LONGEST_DOCUMENT, standingOf } from './feature.ts';

const REASON_LENGTH = 500;
/** An escaped character takes six characters. */
const LONGEST_SENT = 6 * LONGEST_DOCUMENT;

const servedEndorsementSchema = z.object({
  achievement: z.string().openapi({ description: 'The id of the achievement that it is about' }),
  badge: z.string(),
  version: z.number().int(),
  language: z.enum(['fr', 'en']),
  form: z.enum(['json', 'jws']),
  issuer: z.string(),
  issuerName: z.string().optional().openapi({ description: 'As the list names it, else as it names itself' }),
  list: z
    .string()
    .optional()
    .openapi({ description: 'The trusted list that names it; absent for a stranger' }),
  key: z.string(),
  words: z.string().optional(),
  validFrom: z.string(),
  endsAt: z.string().optional(),
});

const endorsementSchema = servedEndorsementSchema
  .extend({
    id: z.string(),
    standing: z.enum(['shown', 'ended', 'bad', 'unverified', 'withdrawn']),
    keptAt: z.string(),
    lookedAt: z.string().openapi({ description: 'The last verification' }),
    verifiedAt: z.string().openapi({ description: 'The last verification that found it good' }),
    verdict: z.string(),
    fault: z.string().optional(),
    document: z
      .string()
      .openapi({ description: 'The address of the document as it came, while it is shown' }),
    withdrawnAt: z.string().optional(),
    withdrawalReason: z.string().optional(),
  })
  .openapi('AchievementEndorsement');

const list = createRoute({
  method: 'get',
  path: '/endorsements',
  tags: ['endorsements'],
  summary: 'What other bodies say of our badges, the first kept first, with what was withdrawn',
  security: callerSecurity,
  responses: {
    200: json(z.object({ endorsements: z.array(endorsementSchema) }), 'All of them'),
    ...problems(401, 403),
  },
});

const saveRoute = createRoute({
  method: 'post',
  path: '/endorsements',
  tags: ['endorsements'],
  summary: 'Verifies an EndorsementCredential of another body about one of our achievements, and keeps it',
  security: callerSecurity,
  request: jsonBody(
    z
      .strictObject({
        credential: z.string().min(1).max(LONGEST_SENT).optional().openapi({
          description:
            'The signed document as text, kept exactly as it is: JSON with proofs, or a compact JWS',
        }),
        url: z.string().min(1).max(2000).optional().openapi({ description: 'Or its https address' }),
        dryRun: z.boolean().default(false).openapi({ description: 'Only says what would be kept' }),
      })
      .refine(({ credential, url }) => (credential === undefined) !== (url === undefined), {
        message: 'Give credential or url, one of them',
      })
      .openapi('KeepEndorsement'),
  ),
  responses: {
    200: json(
      servedEndorsementSchema.openapi('ExaminedEndorsement'),
      'Where `dryRun` is true: it may be kept',
    ),
    201: json(endorsementSchema, 'Kept, and shown from now on'),
    ...problems(400, 401, 403, 422),
  },
});

const withdraw = createRoute({
  method: 'post',
  path: '/endorsements/{id}/withdrawal',
  tags: ['endorsements'],
  summary: 'Withdraws an endorsement: it is shown nowhere from then on',
  security: callerSecurity,
  request: {
    params: z.object({ id: z.string() }),
    ...jsonBody(
      z
        .strictObject({
          reason: textSchema({ max: REASON_LENGTH }).openapi({ description: 'For the audit' }),
        })
        .openapi('WithdrawEndorsement'),
    ),
  },
  responses: {
    200: json(z.object({ kind: z.literal('withdrawn'), id: z.string() }), 'Withdrawn'),
    ...problems(400, 401, 403, 404, 409),
  },
});

/** Endorsements of our badges by other bodies. */
export function endorsementsApi(deps: AppDeps) {
  const { services, ports } = deps;
  const { origin, clock, store } = ports;
  const api = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });
  const decides = requireCaller(deps, { role: 'dane', action: 'adopt-criteria' });
  api.use('/endorsements', decides);
  api.use('/endorsements/:id/withdrawal', decides);
  const toLine = (one: AchievementEndorsement) => ({
    ...toServedEndorsement(one, origin),
    id: one.id,
    standing: standingOf(one, clock.now()),
    keptAt: one.keptAt,
    lookedAt: one.look.at,
    verifiedAt: one.look.verifiedAt,
    verdict: one.look.verdict,
    ...(one.look.fault && { fault: one.look.fault }),
    document: `${origin}${endorsementPath(one)}`,
    ...(one.withdrawal && { withdrawnAt: one.withdrawal.at, withdrawalReason: one.withdrawal.reason }),
  });
  return api
    .openapi(list, async (c) =>
      c.json({ endorsements: (await store.readAchievementEndorsements()).map(toLine) }, 200),
    )
    .openapi(saveRoute, async (c) => {
      const { credential, url = '', dryRun } = c.req.valid('json');
      const given = credential ?? { url: spelledAddress(url, origin) ?? url };
      if (dryRun) {
        const examined = await services.examineEndorsement({ given });
        if (examined.kind === 'refused') throw toError(examined);
        return c.json(toServedEndorsement(examined.said, origin), 200);
      }
      const saved = await services.saveAchievementEndorsement({ given, actor: c.var.caller });
      if (saved.kind === 'refused') throw toError(saved);
      return c.json(toLine(saved.endorsement), 201);
    })
    .openapi(withdraw, async (c) => {
      const { id } = c.req.valid('param');
      const { reason } = c.req.valid('json');
      await services.withdrawAchievementEndorsement({ id, reason, actor: c.var.caller });
      return c.json({ kind: 'withdrawn' as const, id }, 200);
    });
}

function toError({ because, report }: Extract<ExaminedEndorsement, { kind: 'refused' }>): DomainError {
  const against = report?.steps.find(({ result }) => result === 'failed');
  return new DomainError('endorsement-refused', {
    because,
    ...(report && { verdict: report.verdict }),
    ...(against && { step: against.step, code: against.code }),
  });
}

type ServedEndorsement = Pick<
  AchievementEndorsement,
  'code' | 'version' | 'language' | 'form' | 'issuer' | 'keyId' | 'words' | 'validFrom' | 'endsAt'
>;

function toServedEndorsement(
  { code, version, language, form, issuer, keyId, words, validFrom, endsAt }: ServedEndorsement,
  origin: string,
) {
  return compact({
    achievement: achievementUrl(origin, { code, version }, language),
    badge: code,
    version,
    language,
    form,
    issuer: issuer.id,
    issuerName: issuer.name || undefined,
    list: issuer.list || undefined,
    key: keyId,
    words: words || undefined,
    validFrom,
    endsAt,
  });
}
