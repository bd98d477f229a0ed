import { MEDIA_TYPES } from '#open-badges/credential';
import { SCOPES } from '../standards/host/feature-scopes.ts';
import { API_PATH } from './read-service-description.ts';

const TEXT = { type: 'string' } as const;

const TYPES = { type: 'array', minItems: 1, items: TEXT } as const;

const OBJECT = { type: 'object', additionalProperties: true } as const;

/** The classes that the operations of a host exchange, as schemas of OpenAPI 3.0 with the required members.
 *  Details are in the published JSON Schemas. */
const HOST_SCHEMAS = {
  AchievementCredential: {
    ...OBJECT,
    description:
      'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json',
    required: ['@context', 'id', 'type', 'issuer', 'validFrom', 'credentialSubject'],
    properties: {
      '@context': { type: 'array', minItems: 2, items: {} },
      id: TEXT,
      type: TYPES,
      issuer: OBJECT,
      validFrom: { type: 'string', format: 'date-time' },
      credentialSubject: OBJECT,
      proof: { type: 'array', items: OBJECT },
    },
  },
  CompactJws: { type: 'string', pattern: '^[-A-Za-z0-9_]+\\.[-A-Za-z0-9_]+\\.[-A-Za-z0-9_]+$' },
  GetOpenBadgeCredentialsResponse: {
    type: 'object',
    properties: {
      credential: { type: 'array', items: { $ref: '#/components/schemas/AchievementCredential' } },
      compactJwsString: { type: 'array', items: { $ref: '#/components/schemas/CompactJws' } },
    },
  },
  Profile: {
    ...OBJECT,
    description: 'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_profile_schema.json',
    required: ['id', 'type'],
    properties: { id: TEXT, type: TYPES, name: TEXT },
  },
  ServiceDescriptionDocument: { ...OBJECT, required: ['openapi', 'info', 'components'] },
  Imsx_StatusInfo: {
    type: 'object',
    required: ['imsx_codeMajor', 'imsx_severity'],
    properties: {
      imsx_codeMajor: { type: 'string', enum: ['failure', 'processing', 'success', 'unsupported'] },
      imsx_severity: { type: 'string', enum: ['error', 'status', 'warning'] },
      imsx_description: TEXT,
      imsx_codeMinor: OBJECT,
    },
  },
};

interface Described {
  readonly origin: string;
  /** The name of the organisation that runs this host. */
  readonly name: string;
  readonly logoUrl?: string | undefined;
}

/** The paths at which clients register, ask for consent, exchange codes and revoke tokens. */
export const OAUTH_PATHS = {
  register: '/oauth/register',
  authorize: '/oauth/authorize',
  token: '/oauth/token',
  revoke: '/oauth/revoke',
} as const;

/** The rights that each scope gives, in words for developers. */
const SCOPE_TEXTS = {
  [SCOPES['credential.readonly']]: 'Read the badges of the person who granted access.',
  [SCOPES['credential.upsert']]: 'Add or update badges of the person who granted access.',
  [SCOPES['profile.readonly']]: 'Read the profile of the person who granted access.',
  [SCOPES['profile.update']]: 'Update the profile of the person who granted access.',
  [SCOPES.offline_access]: 'Be given refresh tokens.',
};

/** The Service Description Document of this host (Open Badges 3.0, Service Discovery): an OpenAPI 3.0
 *  document of the standard's operations, with this service's addresses. */
export function serviceDescription({ origin, name, logoUrl }: Described) {
  const privacy = { 'x-imssf-privacyPolicyUrl': `${origin}/privacy` };
  return {
    openapi: '3.0.1',
    info: {
      title: `${name}: Open Badges 3.0`,
      description: 'Badges of the people who use this service, with their consent.',
      version: '3.0',
      termsOfService: `${origin}/legal`,
      ...privacy,
      'x-imssf-image': logoUrl ?? `${origin}/icon-512.png`,
    },
    servers: [{ url: `${origin}${API_PATH}` }],
    tags: [{ name: 'OpenBadgeCredentials' }, { name: 'Profile' }, { name: 'Discovery' }],
    paths: paths(),
    components: {
      schemas: HOST_SCHEMAS,
      securitySchemes: {
        OAuth2ACG: {
          type: 'oauth2',
          description: 'Authorization code with PKCE (S256), after dynamic registration.',
          'x-imssf-registrationUrl': `${origin}${OAUTH_PATHS.register}`,
          ...privacy,
          flows: {
            authorizationCode: {
              authorizationUrl: `${origin}${OAUTH_PATHS.authorize}`,
              tokenUrl: `${origin}${OAUTH_PATHS.token}`,
              refreshUrl: `${origin}${OAUTH_PATHS.token}`,
              scopes: SCOPE_TEXTS,
            },
          },
        },
      },
    },
  };
}

function paths() {
  return {
    '/credentials': { get: getCredentials(), post: upsertCredential() },
    '/profile': {
      get: {
        ...operation('getProfile', 'Profile', SCOPES['profile.readonly']),
        responses: { 200: answer('The profile', ref('Profile')), ...rejections(401, 403, 405) },
      },
      put: {
        ...operation('putProfile', 'Profile', SCOPES['profile.update']),
        requestBody: { required: true, content: json(ref('Profile')) },
        responses: {
          200: answer('The profile as it was sent', ref('Profile')),
          ...rejections(400, 401, 403, 405),
        },
      },
    },
    '/discovery': {
      get: {
        operationId: 'getServiceDescription',
        tags: ['Discovery'],
        responses: { 200: answer('This document', ref('ServiceDescriptionDocument')), ...rejections(405) },
      },
    },
  };
}

function getCredentials() {
  const query = (name: string, schema: object) => ({ name, in: 'query', required: false, schema });
  const whole = (minimum: number) => ({ type: 'integer', format: 'int32', minimum });
  return {
    ...operation('getCredentials', 'OpenBadgeCredentials', SCOPES['credential.readonly']),
    parameters: [
      query('limit', whole(1)),
      query('offset', whole(0)),
      query('since', { type: 'string', format: 'date-time' }),
    ],
    responses: {
      200: {
        ...answer('A page of badges', ref('GetOpenBadgeCredentialsResponse')),
        headers: {
          'X-Total-Count': { schema: { type: 'integer' }, description: 'How many there are in all' },
          Link: { schema: { type: 'string' }, description: 'first, last, next and prev (RFC 8288)' },
        },
      },
      ...rejections(400, 401, 403, 405),
    },
  };
}

function upsertCredential() {
  const badge = {
    [MEDIA_TYPES.vcLdJson]: { schema: ref('AchievementCredential') },
    [MEDIA_TYPES.json]: { schema: ref('AchievementCredential') },
    [MEDIA_TYPES.text]: { schema: ref('CompactJws') },
  };
  return {
    ...operation('upsertCredential', 'OpenBadgeCredentials', SCOPES['credential.upsert']),
    description:
      'A badge is kept only where it verifies. It takes the place of the one with the same issuer and id, unless that one is valid from a later instant: 304 then.',
    requestBody: { required: true, content: badge },
    responses: {
      200: { description: 'Replaced; the badge as it was sent', content: badge },
      201: { description: 'Created; the badge as it was sent', content: badge },
      304: { description: 'What is held is newer' },
      ...rejections(400, 401, 403, 405),
    },
  };
}

function operation(operationId: string, tag: string, scope: string) {
  return { operationId, tags: [tag], security: [{ OAuth2ACG: [scope] }] };
}

function ref(name: keyof typeof HOST_SCHEMAS) {
  return { $ref: `#/components/schemas/${name}` };
}

function json(schema: object) {
  return { [MEDIA_TYPES.json]: { schema } };
}

function answer(description: string, schema: object) {
  return { description, content: json(schema) };
}

function rejections(...statuses: readonly number[]) {
  const refused = answer('Refused', ref('Imsx_StatusInfo'));
  return { ...Object.fromEntries(statuses.map((status) => [status, refused])), default: refused };
}
