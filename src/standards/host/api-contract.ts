import { createRoute, z } from '@hono/zod-openapi';
import { MEDIA_TYPES } from '#open-badges/credential';
import { json, open } from '../../adapters/http/api/contracts.ts';
import { API_PATH } from '../../issuing/read-service-description.ts';
import { SCOPES, type Scope } from './feature-scopes.ts';

const statusSchema = z
  .object({
    imsx_codeMajor: z.enum(['failure', 'processing', 'success', 'unsupported']),
    imsx_severity: z.enum(['error', 'status', 'warning']),
    imsx_description: z.string().optional(),
  })
  .openapi('Imsx_StatusInfo');
const refused = (...statuses: readonly number[]) =>
  Object.fromEntries(statuses.map((status) => [status, json(statusSchema, 'Why not')]));

const badgeSchema = z
  .looseObject({ id: z.string(), type: z.array(z.string()) })
  .openapi('AchievementCredential');
const jwsSchema = z.string().openapi({ description: 'A compact JWS' });
const profileSchema = open('HostProfile', ['id', 'type']);
/** A badge in each of the forms in which it is sent and answered. */
const badgeContent = {
  [MEDIA_TYPES.vcLdJson]: { schema: badgeSchema },
  [MEDIA_TYPES.json]: { schema: badgeSchema },
  [MEDIA_TYPES.text]: { schema: jwsSchema },
};
const tags = ['Open Badges Host'];
const granted = (scope: Scope) => [{ oauth: [SCOPES[scope]] }];

const discovery = createRoute({
  method: 'get',
  path: `${API_PATH}/discovery`,
  tags,
  summary: 'The service description of Open Badges 3.0, itself an OpenAPI 3.0 document',
  responses: { 200: json(open('ServiceDescription', ['openapi', 'info', 'components']), 'The description') },
});

const list = createRoute({
  method: 'get',
  path: `${API_PATH}/credentials`,
  tags,
  summary: 'The badges of the person who granted access, page by page',
  security: granted('credential.readonly'),
  request: {
    query: z.object({
      limit: z
        .string()
        .regex(/^\d+$/)
        .optional()
        .openapi({ description: 'From 1; 20 by default, at most 100' }),
      offset: z.string().regex(/^\d+$/).optional(),
      since: z.string().optional().openapi({ format: 'date-time' }),
    }),
  },
  responses: {
    200: {
      ...json(
        z
          .object({
            credential: z.array(badgeSchema).optional(),
            compactJwsString: z.array(jwsSchema).optional(),
          })
          .openapi('CredentialsPage'),
        'The badges with the bytes that were signed',
      ),
      headers: z.object({ 'X-Total-Count': z.string(), Link: z.string() }),
    },
    ...refused(400, 401, 403),
  },
});

const upsert = createRoute({
  method: 'post',
  path: `${API_PATH}/credentials`,
  tags,
  summary: 'Adds a badge, or replaces an older one of the same issuer and id; it has to verify',
  security: granted('credential.upsert'),
  request: { body: { required: true, content: badgeContent } },
  responses: {
    200: {
      description: 'It replaced one, or is one of ours: the bytes that were sent',
      content: badgeContent,
    },
    201: { description: 'It is new: the bytes that were sent', content: badgeContent },
    304: { description: 'A newer one is kept' },
    ...refused(400, 401, 403, 415),
  },
});

const readProfile = createRoute({
  method: 'get',
  path: `${API_PATH}/profile`,
  tags,
  summary: 'The profile of the person who granted access',
  security: granted('profile.readonly'),
  responses: { 200: json(profileSchema, 'The profile'), ...refused(401, 403) },
});

const writeProfile = createRoute({
  method: 'put',
  path: `${API_PATH}/profile`,
  tags,
  summary: 'Writes the profile whole',
  security: granted('profile.update'),
  request: { body: { required: true, content: { [MEDIA_TYPES.json]: { schema: profileSchema } } } },
  responses: { 200: json(profileSchema, 'As it was sent'), ...refused(400, 401, 403) },
});

export const hostContract = [discovery, list, upsert, readProfile, writeProfile] as const;
