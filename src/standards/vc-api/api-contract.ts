import { createRoute, z } from '@hono/zod-openapi';
import { json, jsonBody, problems, tokenSecurity } from '../../adapters/http/api/contracts.ts';

const ENTRY_TYPES = ['BitstringStatusListEntry', 'BitstringStatusList'] as const;

/** An id by which a status is found again. */
const idSchema = z
  .string()
  .min(1)
  .max(512)
  .regex(/^\P{Cc}*$/u, 'control characters are refused');

const credentialSchema = z
  .looseObject({
    '@context': z.array(z.unknown()),
    id: z.string().optional(),
    type: z.array(z.string()),
    issuer: z.union([z.string(), z.looseObject({ id: z.string() })]),
    credentialSubject: z.union([z.looseObject({}), z.array(z.looseObject({}))]),
  })
  .openapi('Credential', {
    description:
      'Verifiable Credentials Data Model 2.0 or 1.1, without `proof` and `credentialStatus`. It names no address of this service but its issuer, and no title or code of its badges: those are signed through awards alone',
  });

const verifiableSchema = z
  .looseObject({ '@context': z.array(z.unknown()), type: z.union([z.string(), z.array(z.string())]) })
  .openapi('VerifiableCredential', {
    description: 'A credential with its proof, or an EnvelopedVerifiableCredential',
  });

const presentationSchema = z
  .looseObject({ '@context': z.array(z.unknown()), type: z.union([z.string(), z.array(z.string())]) })
  .openapi('VerifiablePresentation');

/** The options that `issue` reads. It ignores all others. */
export const issueOptionsSchema = z
  .looseObject({
    credentialId: idSchema.optional().openapi({
      description:
        'The id by which the status of a credential without `id` is set; else the `id` of its `credentialStatus`',
    }),
    credentialStatus: z
      .strictObject({
        type: z.enum(ENTRY_TYPES),
        statusPurpose: z.literal('revocation').default('revocation').openapi({
          description: 'One place is for both: a suspension is told apart in the list beside it',
        }),
      })
      .optional()
      .openapi({ description: 'Not needed: every credential gets a place in a status list of this service' }),
  })
  .openapi('IssueOptions');

export const statusSchema = z
  .strictObject({
    credentialId: idSchema.openapi({
      description:
        'The `credentialId` of its issuing, or its `id`, or else the `id` of its `credentialStatus`',
    }),
    credentialStatus: z.strictObject({
      type: z.enum(ENTRY_TYPES),
      statusPurpose: z.enum(['revocation', 'suspension']),
      id: z.string().optional(),
      statusListIndex: z.string().optional(),
      statusListCredential: z.string().optional(),
    }),
    status: z.boolean().openapi({ description: 'False ends a suspension. A revocation is for good' }),
    indexAllocator: z.string().optional().openapi({ description: 'Not used: places are drawn at random' }),
  })
  .openapi('UpdateStatus');

const statusSetSchema = z
  .object({
    credentialId: z.string(),
    credentialStatus: z.object({
      id: z.string(),
      type: z.literal('BitstringStatusListEntry'),
      statusPurpose: z.literal('revocation'),
      statusListIndex: z.string(),
      statusListCredential: z.string(),
    }),
    revoked: z.boolean(),
    suspended: z.boolean(),
    published: z.boolean().openapi({ description: 'False: the list is published later, by itself' }),
  })
  .openapi('StatusSet');

const verifiedSchema = z.object({ verified: z.literal(true) }).openapi('Verified');
const notVerifiedSchema = z
  .object({
    verified: z.literal(false),
    problemDetails: z.array(z.object({ type: z.string(), title: z.string(), detail: z.string() })),
  })
  .openapi('NotVerified');

const issue = createRoute({
  method: 'post',
  path: '/vc-api/credentials/issue',
  tags: ['VC-API'],
  summary: 'Signs a credential of this issuer, with a place in its status lists',
  security: tokenSecurity,
  request: jsonBody(
    z.object({ credential: credentialSchema, options: issueOptionsSchema.optional() }).openapi('Issue'),
  ),
  responses: {
    201: json(z.object({ verifiableCredential: verifiableSchema }), 'The credential, signed'),
    ...problems(400, 401, 403, 409),
  },
});

const status = createRoute({
  method: 'post',
  path: '/vc-api/credentials/status',
  tags: ['VC-API'],
  summary: 'Revokes, suspends or resumes a credential that a program had signed',
  security: tokenSecurity,
  request: jsonBody(statusSchema),
  responses: { 200: json(statusSetSchema, 'As it stands now'), ...problems(400, 401, 403, 404, 409) },
});

const checked = {
  200: json(verifiedSchema, 'It verifies'),
  400: json(notVerifiedSchema, 'It does not, or is malformed, and why'),
};

const verifyCredential = createRoute({
  method: 'post',
  path: '/vc-api/credentials/verify',
  tags: ['VC-API'],
  summary: 'Verifies a credential of any issuer',
  request: jsonBody(
    z
      .object({ verifiableCredential: verifiableSchema, options: z.looseObject({}).optional() })
      .openapi('VerifyCredential'),
  ),
  responses: checked,
});

const verifyPresentation = createRoute({
  method: 'post',
  path: '/vc-api/presentations/verify',
  tags: ['VC-API'],
  summary: 'Verifies a presentation that signs the challenge, and the credentials in it',
  request: jsonBody(
    z
      .object({
        verifiablePresentation: presentationSchema,
        options: z.looseObject({ challenge: z.string().min(1), domain: z.string().optional() }),
      })
      .openapi('VerifyPresentation'),
  ),
  responses: checked,
});

export const vcApiContract = [issue, status, verifyCredential, verifyPresentation] as const;
