import { SCOPES } from '../../domain/host/scopes.ts';
import type { JsonObject } from '../../openbadges/json-value.ts';
import type { Fetched, IssuerConfig } from '../ports.ts';
import { fetchedObject } from '../verification/read-json.ts';

/** The metadata with which this service registers at another host. All addresses are below its own origin. */
export function ownClientMetadata(issuer: Pick<IssuerConfig, 'name'>, redirectUri: string) {
  const { origin } = new URL(redirectUri);
  return {
    client_name: issuer.name,
    client_uri: `${origin}/`,
    logo_uri: `${origin}/icon-512.png`,
    tos_uri: `${origin}/legal`,
    policy_uri: `${origin}/privacy`,
    software_id: 'jalon',
    software_version: '1',
    redirect_uris: [redirectUri],
    token_endpoint_auth_method: 'client_secret_basic',
    grant_types: ['authorization_code'],
    response_types: ['code'],
    scope: SCOPES['credential.upsert'],
  };
}

/** The status of an answer; undefined where no answer came. */
export function statusOfAnswer(fetched: Fetched): number | undefined {
  if (fetched.kind === 'unreachable') return undefined;
  return fetched.kind === 'ok' ? 200 : fetched.status;
}

/** The JSON object in an answer that has one of these statuses. */
export function answeredObject(fetched: Fetched, statuses: readonly number[]): JsonObject | undefined {
  const status = statusOfAnswer(fetched);
  return status !== undefined && statuses.includes(status) ? fetchedObject(fetched) : undefined;
}
