import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { findTextError, isJsonObject } from '#open-badges/parsing';
import { STEP_NAMES, type VerificationReport } from '#open-badges/verification';
import type { ServiceReport } from '../../../application/verification/own-address.ts';
import { DomainError } from '../../../domain/errors.ts';
import { compact } from '../../../domain/text/omit-undefined.ts';
import type { AppDeps, AppEnv } from '../env.ts';
import { readSent } from '../forms/read-body.ts';
import { FORM_TYPES, mediaTypeOf } from '../responses/media-type.ts';
import { json, problems } from './contracts.ts';
import { refuseInvalid } from './refuse-invalid.ts';

/** Characters of an e-mail address (RFC 5321 §4.5.3.1). */
const MAXIMUM_ADDRESS = 320;

const requestSchema = z
  .strictObject({
    credential: z
      .union([z.string(), z.record(z.string(), z.unknown())])
      .optional()
      .openapi({ description: 'The credential: a JSON object, or its compact JWS' }),
    url: z.string().max(2000).optional().openapi({
      description: 'Or its address, in any spelling; of a badge of ours, its short id is enough',
    }),
    recipient: z.string().max(MAXIMUM_ADDRESS).optional().openapi({
      description: 'An e-mail address that you know from elsewhere, to be compared with the recipient',
    }),
    acceptsPart: z.boolean().optional().openapi({
      description:
        'True to ask about what the holder shows: a badge that shows neither an end nor a status is then `verified`, with the verdict `partial`',
    }),
  })
  .refine(({ credential, url }) => (credential === undefined) !== (url === undefined), {
    message: 'Give credential or url, one of them',
  })
  .openapi('Verify');

const judgedSchema = z.object({
  verified: z.boolean(),
  verdict: z.string(),
  steps: z.array(
    z.object({
      step: z.enum(STEP_NAMES),
      result: z.enum(['passed', 'failed', 'not-checked']),
      code: z.string(),
      detail: z.string(),
      params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    }),
  ),
});

const trustSchema = z
  .object({
    id: z.string(),
    trust: z.enum(['ours', 'listed', 'unknown']),
    name: z.string().optional(),
    url: z.string().optional(),
    logo: z.string().optional(),
    list: z.string().optional(),
    listHost: z.string().optional(),
    readAt: z.string().optional(),
    borrowedName: z.string().optional(),
    mixedName: z.literal(true).optional(),
  })
  .openapi({
    description:
      'What this service knows of the issuer apart from what its badge says; absent where it is not established who issued it. `borrowedName`: an unknown issuer states the name, the address or the criteria of a known one, or what looks like them. `mixedName`: a word of its name has letters of several alphabets',
  });

const reportSchema = judgedSchema
  .extend({
    recipient: z
      .enum(['confirmed', 'other-address', 'no-address', 'not-checked'])
      .optional()
      .openapi({ description: 'Whether it was issued to the address given; absent where none was given' }),
    older: z
      .object({ version: z.enum(['2.0', '1.1', '1.0', '0.5']), kind: z.enum(['hosted', 'signed']) })
      .optional()
      .openapi({
        description:
          'Present for a badge of Open Badges 2.0 or 1.x, judged by the rules of its own version: `verified` then goes with the verdict `valid-older`, never `valid`',
      }),
    issuer: trustSchema.optional(),
    ownAddress: z.object({ url: z.string(), isPublished: z.boolean() }).optional().openapi({
      description:
        'Present if the document names the address of a badge of this service, which did not sign it. `url` is built from the id in it. `isPublished` is false alike for an unknown, unaccepted, declined, hidden or erased badge',
    }),
    inner: z
      .array(
        judgedSchema.extend({
          kind: z.enum(['badge', 'endorsement']),
          id: z.string().optional(),
          name: z.string().optional(),
          issuer: z.string().optional().openapi({ description: 'Name and id that its issuer gives' }),
          trust: trustSchema.optional(),
          isOfAnother: z
            .literal(true)
            .optional()
            .openapi({ description: 'A badge that does not name the holder of the record' }),
        }),
      )
      .optional()
      .openapi({
        description:
          'What stands inside, each verified by steps of its own: the badges of a CLR (Comprehensive Learner Record), then endorsements. The step `endorsements` sums it up. Absent where nothing stands inside, or where the signature over it did not verify',
      }),
  })
  .openapi('VerificationReport');

const verifyRoute = createRoute({
  method: 'post',
  path: '/verifications',
  tags: ['verifications'],
  summary: "Verifies a credential, ours or anyone's: every step, never stopping at the first fault",
  request: {
    body: {
      // The schema of each media type checks its own body; a body of another type is refused below.
      required: false,
      content: {
        'application/json': { schema: requestSchema },
        'multipart/form-data': {
          schema: z.object({
            file: z.any().openapi({
              type: 'string',
              format: 'binary',
              description:
                'JSON, JWS, a baked PNG or SVG, a PDF to which the credential is attached, or a PNG or JPEG photograph of a QR code that holds it or its address',
            }),
            recipient: z.string().max(MAXIMUM_ADDRESS).optional(),
          }),
        },
      },
    },
  },
  responses: {
    200: json(reportSchema, 'The report; `verified` says whether all is well'),
    ...problems(400, 413),
  },
});

/** `/api/v1/verifications`: public. */
export function verificationsApi({ verify }: AppDeps) {
  const api = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });
  // The body is read as text first: parsing would hide members named twice, and spend time on a body that is
  // too large. A body with a credential is then parsed only once.
  api.use('/verifications', async (c, next) => {
    // The validators take the form that is read here.
    if (mediaTypeOf(c) === FORM_TYPES.parts) await readSent(c);
    if (!isJson(c)) return next();
    const text = await c.req.text();
    if (findTextError(text) !== undefined) {
      if (!/^\s*\{/.test(text)) throw new DomainError('invalid-request', { reason: 'send a JSON object' });
      return c.json(present(await verify({ kind: 'bytes', bytes: new TextEncoder().encode(text) })), 200);
    }
    const credential = onlyCredential(text);
    if (credential === undefined) return next();
    return c.json(present(await verify({ kind: 'parsed', value: credential })), 200);
  });
  return api.openapi(verifyRoute, async (c) => {
    if (mediaTypeOf(c) === FORM_TYPES.parts) {
      const form = await readSent(c);
      const [file, sent] = [form.get('file'), form.get('recipient')];
      if (!(file instanceof File))
        throw new DomainError('invalid-request', { reason: 'file: no file was sent' });
      return c.json(
        present(
          await verify(
            { kind: 'bytes', bytes: new Uint8Array(await file.arrayBuffer()) },
            { recipient: typeof sent === 'string' && sent !== '' ? sent : undefined },
          ),
        ),
        200,
      );
    }
    if (!isJson(c)) {
      throw new DomainError('invalid-request', { reason: 'send application/json or multipart/form-data' });
    }
    // A credential alone has been answered above.
    const {
      url = '',
      credential,
      recipient,
      acceptsPart,
    } = c.req.valid('json') as z.infer<typeof requestSchema>;
    const input = credential === undefined ? ofAddress(url) : { kind: 'parsed' as const, value: credential };
    return c.json(present(await verify(input, { recipient, acceptsPart })), 200);
  });
}

function ofAddress(url: string) {
  return { kind: 'url' as const, url };
}

function isJson(c: Context): boolean {
  return /\bjson\b/.test(mediaTypeOf(c));
}

/** The credential of a body that has no other member; undefined for every other body, which the contract
 *  judges. */
function onlyCredential(text: string): unknown {
  try {
    const body: unknown = JSON.parse(text);
    if (!isJsonObject(body) || Object.keys(body).length !== 1) return undefined;
    const { credential } = body;
    return typeof credential === 'string' || isJsonObject(credential) ? credential : undefined;
  } catch {
    return undefined;
  }
}

/** The report without the credential itself, which the client already has. */
function present({ inner, recipient, older, issuer, ownAddress, ...report }: ServiceReport) {
  return compact({
    ...judged(report),
    recipient,
    older,
    issuer,
    ownAddress,
    inner: inner?.map((one) => ({ ...one, ...judged(one) })),
  });
}

function judged({ verified, verdict, steps }: Pick<VerificationReport, 'verified' | 'verdict' | 'steps'>) {
  return { verified, verdict, steps: steps.map((step) => ({ ...step, params: { ...step.params } })) };
}
