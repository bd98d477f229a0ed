import { type Context, Hono } from 'hono';
import { MEDIA_TYPES } from '#open-badges/credential';
import { findTextError, isJsonObject, type JsonObject } from '#open-badges/parsing';
import type { AppDeps, AppEnv } from '../../adapters/http/env.ts';
import { readFields } from '../../adapters/http/forms/read-fields.ts';
import { callerNetworkOf } from '../../adapters/http/limits/caller.ts';
import { mediaTypeOf } from '../../adapters/http/responses/media-type.ts';
import { respond } from '../../adapters/http/responses/public-document.ts';
import { OAUTH_PATHS } from '../../issuing/service-description.ts';
import { OAuthError } from './actions-access.ts';
import { forbidStoring, oauthProblem } from './api-problem.ts';
import type { HostClient } from './feature.ts';
import { SCOPES } from './feature-scopes.ts';

const LONGEST_BODY = 16_384;

/** The endpoints of OAuth that programs use: registration (RFC 7591), tokens (RFC 6749), revocation (RFC 7009), and
 *  their description (RFC 8414). */
export function oauthRoutes({ services, ports }: AppDeps) {
  const byClient = (action: (c: Context<AppEnv>, client: HostClient) => Promise<Response>) =>
    refusing(async (c) => action(c, await services.authenticateHostClient(c.req.header('Authorization'))));
  return new Hono<AppEnv>()
    .get('/.well-known/oauth-authorization-server', (c) =>
      respond(c, {
        type: MEDIA_TYPES.json,
        body: JSON.stringify(metadata(ports.origin)),
        cacheControl: 'public, max-age=3600',
      }),
    )
    .post(
      OAUTH_PATHS.register,
      refusing(async (c) => {
        const { client, secret } = await services.registerHostClient(await readObject(c), callerNetworkOf(c));
        const answer = {
          ...client.metadata,
          client_id: client.id,
          client_secret: secret,
          client_id_issued_at: Date.parse(client.registeredAt) / 1000,
          client_secret_expires_at: 0,
        };
        return c.json(answer, 201);
      }),
    )
    .post(
      OAUTH_PATHS.token,
      byClient(async (c, client) => c.json(await services.exchangeTokens(client, await fieldsOf(c)), 200)),
    )
    .post(
      OAUTH_PATHS.revoke,
      byClient(async (c, client) => {
        const { token } = await fieldsOf(c);
        if (!token) throw new OAuthError('invalid_request', 'token is required');
        await services.revokeHostToken(client, token);
        return c.body(null, 200);
      }),
    );
}

type Answer = (c: Context<AppEnv>) => Promise<Response>;

/** Answers a refusal in OAuth's form. No answer of these endpoints may be stored. */
function refusing(action: Answer): Answer {
  return async (c) => {
    forbidStoring(c);
    try {
      return await action(c);
    } catch (error) {
      if (!(error instanceof OAuthError)) throw error;
      return oauthProblem(c, { error: error.error, description: error.message, status: 400 });
    }
  };
}

function metadata(origin: string) {
  return {
    issuer: origin,
    authorization_endpoint: `${origin}${OAUTH_PATHS.authorize}`,
    token_endpoint: `${origin}${OAUTH_PATHS.token}`,
    registration_endpoint: `${origin}${OAUTH_PATHS.register}`,
    revocation_endpoint: `${origin}${OAUTH_PATHS.revoke}`,
    scopes_supported: Object.values(SCOPES),
    response_types_supported: ['code'],
    grant_types_supported: ['authorization_code', 'refresh_token'],
    token_endpoint_auth_methods_supported: ['client_secret_basic'],
    revocation_endpoint_auth_methods_supported: ['client_secret_basic'],
    code_challenge_methods_supported: ['S256'],
    authorization_response_iss_parameter_supported: true,
    service_documentation: `${origin}/help`,
    op_tos_uri: `${origin}/legal`,
    op_policy_uri: `${origin}/privacy`,
  };
}

async function readObject(c: Context): Promise<JsonObject> {
  const text = await c.req.text();
  const isJson = mediaTypeOf(c) === MEDIA_TYPES.json;
  if (!isJson || text.length > LONGEST_BODY || findTextError(text)) throw notAnObject();
  try {
    const value: unknown = JSON.parse(text);
    if (isJsonObject(value)) return value;
  } catch {
    throw notAnObject();
  }
  throw notAnObject();
}

function notAnObject(): OAuthError {
  return new OAuthError(
    'invalid_client_metadata',
    `send a JSON object of at most ${LONGEST_BODY} characters`,
  );
}

/** The fields of a form, within the bound of its length. */
async function fieldsOf(c: Context): Promise<Readonly<Record<string, string | undefined>>> {
  const read = await readFields(c, LONGEST_BODY);
  if ('fault' in read) throw new OAuthError('invalid_request', read.fault);
  return read.fields;
}
