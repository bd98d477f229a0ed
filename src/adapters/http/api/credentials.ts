import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { type IssueLine, toAcceptLine, toIssueLine } from '../../../application/output-lines.ts';
import { DomainError } from '../../../domain/errors.ts';
import { type CredentialId, parseCredentialId } from '../../../domain/ids.ts';
import { compact } from '../../../domain/text/omit-undefined.ts';
import { credentialUrl } from '../../../issuing/addresses.ts';
import type { AppDeps, AppEnv } from '../env.ts';
import { requireCaller } from '../middleware/bearer-auth.ts';
import { callerSecurity, json, jsonBody, labelShape, problems, textSchema } from './contracts.ts';
import { refuseInvalid } from './refuse-invalid.ts';

/** Signing an award takes some ten queries, so 50 awards stay within D1's thousand queries for each
 *  invocation. */
const MAXIMUM_LIMIT = 50;

const limitSchema = z
  .number()
  .int()
  .min(1)
  .max(MAXIMUM_LIMIT)
  .default(25)
  .openapi({ description: 'At most so many in this call; call again while some remain' });

const issuedSchema = z
  .object({
    kind: z.enum(['issued', 'reissued', 'failed']),
    credential: z.string().optional(),
    ...labelShape,
    badge: z.string(),
    code: z.string().optional(),
    reason: z.string().optional(),
  })
  .openapi('IssueOutcome');

const issue = createRoute({
  method: 'post',
  path: '/credentials',
  tags: ['credentials'],
  summary: 'Signs granted awards that are not signed yet, and again what a compromised key had signed',
  security: callerSecurity,
  request: jsonBody(z.strictObject({ limit: limitSchema }).openapi('IssueCredentials')),
  responses: {
    200: json(
      z.object({ outcomes: z.array(issuedSchema), remaining: z.number().int() }),
      'What was signed, and how many awards remain',
    ),
    ...problems(400, 401, 403),
  },
});

const choiceShape = {
  visibility: z.enum(['public', 'unlisted']).optional(),
  name: z.enum(['none', 'initials', 'full']).optional(),
  form: z.enum(['feminine', 'masculine', 'inclusive']).optional().openapi({
    description: 'The form of words of the French title; it shows only beside the full name',
  }),
  schools: z.boolean().optional(),
  schoolsConfirmed: z.boolean().optional().openapi({
    description:
      'Confirms that the holder shows the schools without their name, although a school is enough to recognise a person',
  }),
  email: z.boolean().optional().openapi({
    description: 'Adds the salted hash of the e-mail address: whoever knows it can tell whose badge it is',
  }),
  words: z.enum(['fitting', 'all', 'none']).optional().openapi({
    description:
      'Which words of principals the badge shows: those that tell no more than the rest of the choice, all, or none',
  }),
};
const acceptedSchema = z
  .object({
    kind: z.literal('accepted'),
    credential: z.string(),
    visibility: z.string(),
    name: z.string(),
    form: z.string(),
    schools: z.boolean(),
    email: z.boolean(),
    words: z.string(),
    wordsLeftOut: z.number().int().openapi({
      description: 'Words of principals that were added to the badge and that this choice leaves out',
    }),
  })
  .openapi('Acceptance');

const acceptOne = createRoute({
  method: 'post',
  path: '/credentials/{id}/acceptance',
  tags: ['credentials'],
  summary: 'Records the acceptance that the holder gave outside the service',
  security: callerSecurity,
  request: {
    params: z.object({ id: z.string() }),
    ...jsonBody(z.strictObject(choiceShape).openapi('HolderChoice')),
  },
  responses: { 200: json(acceptedSchema, 'As accepted'), ...problems(400, 401, 403, 404, 409, 410) },
});

const acceptMany = createRoute({
  method: 'post',
  path: '/credentials/acceptances',
  tags: ['credentials'],
  summary: 'Records the acceptance of every badge that still waits for its holder',
  security: callerSecurity,
  request: jsonBody(z.strictObject({ ...choiceShape, limit: limitSchema }).openapi('AcceptAll')),
  responses: {
    200: json(
      z.object({ accepted: z.array(acceptedSchema) }),
      'Those accepted; none: nothing waits any more',
    ),
    ...problems(400, 401, 403),
  },
});

const revoke = createRoute({
  method: 'post',
  path: '/credentials/{id}/revocation',
  tags: ['credentials'],
  summary: 'Revokes for good: sets the status bit and republishes the list',
  security: callerSecurity,
  request: {
    params: z.object({ id: z.string() }),
    ...jsonBody(
      z
        .strictObject({ reason: textSchema({ max: 500 }).openapi({ description: 'Public' }) })
        .openapi('Revoke'),
    ),
  },
  responses: {
    200: json(
      z
        .object({
          kind: z.literal('revoked'),
          credential: z.string(),
          badge: z.string(),
          ...labelShape,
          at: z.string(),
          reason: z.string(),
          published: z.boolean().openapi({ description: 'False: the list is published later, by itself' }),
        })
        .openapi('Revoked'),
      'Revoked',
    ),
    ...problems(400, 401, 403, 404, 409),
  },
});

export function credentialsApi(deps: AppDeps) {
  const { services, ports } = deps;
  const { origin, store } = ports;
  const api = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });
  const decides = requireCaller(deps, { role: 'dane', action: 'decide-award' });
  api.use('/credentials', decides);
  api.use('/credentials/acceptances', decides);
  api.use('/credentials/:id/acceptance', decides);
  api.use('/credentials/:id/revocation', requireCaller(deps, { role: 'dane', action: 'revoke-credential' }));
  return api
    .openapi(issue, async (c) => {
      const outcomes: IssueLine[] = [];
      const { limit } = c.req.valid('json');
      const actor = c.var.caller;
      for await (const outcome of services.issueCredentials({ actor, limit })) {
        outcomes.push(toIssueLine(origin, outcome));
      }
      for await (const outcome of services.reissueCompromised({ actor, limit: limit - outcomes.length })) {
        outcomes.push(toIssueLine(origin, outcome));
      }
      return c.json({ outcomes, remaining: await store.countUnsignedAwards() }, 200);
    })
    .openapi(acceptMany, async (c) => {
      const { limit, ...choice } = c.req.valid('json');
      const accepted: ReturnType<typeof toAcceptLine>[] = [];
      const command = { ...toChoice(choice), limit, actor: c.var.caller };
      for await (const credential of services.acceptAll(command))
        accepted.push(toAcceptLine(origin, credential));
      return c.json({ accepted }, 200);
    })
    .openapi(acceptOne, async (c) => {
      const id = knownShape(c.req.valid('param').id);
      const choice = toChoice(c.req.valid('json'));
      const credential = await services.acceptCredential({ ...choice, id, actor: c.var.caller });
      return c.json(toAcceptLine(origin, credential, await services.countWordsLeftOut(id)), 200);
    })
    .openapi(revoke, async (c) => {
      const id = knownShape(c.req.valid('param').id);
      const { reason } = c.req.valid('json');
      const { at, published, badge, label } = await services.revokeCredential({
        id,
        reason,
        actor: c.var.caller,
      });
      const credential = credentialUrl(origin, id);
      return c.json({ kind: 'revoked' as const, credential, badge, ...label, at, reason, published }, 200);
    });
}

function toChoice(body: {
  readonly visibility?: 'public' | 'unlisted' | undefined;
  readonly name?: 'none' | 'initials' | 'full' | undefined;
  readonly form?: 'feminine' | 'masculine' | 'inclusive' | undefined;
  readonly schools?: boolean | undefined;
  readonly schoolsConfirmed?: boolean | undefined;
  readonly email?: boolean | undefined;
  readonly words?: 'fitting' | 'all' | 'none' | undefined;
}) {
  return compact({
    visibility: body.visibility,
    name: body.name,
    form: body.form,
    showSchools: body.schools,
    schoolsConfirmed: body.schoolsConfirmed,
    emailIdentifier: body.email,
    words: body.words,
  });
}

function knownShape(id: string): CredentialId {
  const parsed = parseCredentialId(id);
  if (!parsed) throw new DomainError('unknown-credential', { id });
  return parsed;
}
