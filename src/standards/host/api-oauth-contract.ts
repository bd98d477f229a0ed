import { createRoute, z } from '@hono/zod-openapi';
import { formBody, html, json, jsonBody, open } from '../../adapters/http/api/contracts.ts';
import { OAUTH_PATHS } from '../../issuing/service-description.ts';

const refusedSchema = z
  .object({ error: z.string(), error_description: z.string() })
  .openapi('OAuthError', { description: 'RFC 6749, RFC 7591' });
const refused = (...statuses: readonly number[]) =>
  Object.fromEntries(statuses.map((status) => [status, json(refusedSchema, 'Why not')]));

const address = z.string().openapi({ format: 'uri', description: 'https, all on one host' });
const clientShape = {
  client_name: z.string(),
  client_uri: address,
  logo_uri: address,
  tos_uri: address,
  policy_uri: address,
  software_id: z.string(),
  software_version: z.string(),
  redirect_uris: z.array(address).min(1),
  scope: z.string().openapi({ description: 'Separated by spaces' }),
  token_endpoint_auth_method: z.literal('client_secret_basic').optional(),
  grant_types: z.array(z.enum(['authorization_code', 'refresh_token'])).optional(),
  response_types: z.array(z.literal('code')).optional(),
  contacts: z.array(z.string()).optional(),
};
const tags = ['OAuth of the Host'];
const byClient = [{ client: [] }];

const metadata = createRoute({
  method: 'get',
  path: '/.well-known/oauth-authorization-server',
  tags,
  summary: 'The authorization server of the Host (RFC 8414)',
  responses: { 200: json(open('HostServer', ['issuer', 'token_endpoint']), 'The metadata') },
});

const register = createRoute({
  method: 'post',
  path: OAUTH_PATHS.register,
  tags,
  summary: 'Registers a client; its secret is answered once',
  request: jsonBody(z.looseObject(clientShape).openapi('ClientMetadata')),
  responses: {
    201: json(
      z
        .object({
          ...clientShape,
          client_id: z.string(),
          client_secret: z.string(),
          client_id_issued_at: z.number().int(),
          client_secret_expires_at: z.literal(0),
        })
        .openapi('RegisteredClient'),
      'Registered',
    ),
    ...refused(400, 503),
  },
});

const authorizationQuery = z.object({
  response_type: z.literal('code'),
  client_id: z.string(),
  redirect_uri: z.string(),
  scope: z.string(),
  state: z.string(),
  code_challenge: z.string(),
  code_challenge_method: z.literal('S256'),
});

const authorize = createRoute({
  method: 'get',
  path: OAUTH_PATHS.authorize,
  tags,
  summary: 'The page on which a person allows or declines access',
  security: [{ person: [] }],
  request: { query: authorizationQuery },
  responses: {
    200: html('The page'),
    303: { description: 'To the sign-in' },
    400: html('Unknown client or address, or a faulty request, which leads back by a link'),
  },
});

const decide = createRoute({
  method: 'post',
  path: OAUTH_PATHS.authorize,
  tags,
  summary: 'What the person decided, sent by that page alone',
  security: [{ person: [] }],
  request: formBody(z.object({ request: z.string(), decision: z.enum(['allow', 'decline']) })),
  responses: {
    303: { description: 'Back to the client, with `code`, `scope` and `state`, or with `error` and `state`' },
    400: html('Unknown client or address, or a faulty request'),
  },
});

const token = createRoute({
  method: 'post',
  path: OAUTH_PATHS.token,
  tags,
  summary: 'Exchanges a code or a refresh token, each once',
  security: byClient,
  request: formBody(
    z
      .object({
        grant_type: z.enum(['authorization_code', 'refresh_token']),
        code: z.string().optional(),
        redirect_uri: z.string().optional(),
        code_verifier: z.string().optional(),
        refresh_token: z.string().optional(),
        scope: z.string().optional(),
      })
      .openapi('TokenRequest'),
  ),
  responses: {
    200: json(
      z
        .object({
          access_token: z.string(),
          token_type: z.literal('Bearer'),
          expires_in: z.number().int(),
          scope: z.string(),
          refresh_token: z.string().optional(),
        })
        .openapi('Tokens'),
      'The tokens',
    ),
    ...refused(400),
  },
});

const revoke = createRoute({
  method: 'post',
  path: OAUTH_PATHS.revoke,
  tags,
  summary: 'Ends a token (RFC 7009)',
  security: byClient,
  request: formBody(z.object({ token: z.string(), token_type_hint: z.string().optional() })),
  responses: { 200: { description: 'It is over, whether it was known or not' }, ...refused(400) },
});

export const oauthContract = [metadata, register, authorize, decide, token, revoke] as const;
