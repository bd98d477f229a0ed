import { OpenAPIHono } from '@hono/zod-openapi';
import { OAUTH_PATHS } from '../../../issuing/service-description.ts';
import { hostContract } from '../../../standards/host/api-contract.ts';
import { oauthContract } from '../../../standards/host/api-oauth-contract.ts';
import { SCOPES } from '../../../standards/host/feature-scopes.ts';
import { vcApiContract } from '../../../standards/vc-api/api-contract.ts';
import { walletContract } from '../../../standards/wallets/api-contract.ts';

const CONTRACTS = [...vcApiContract, ...walletContract, ...hostContract, ...oauthContract];

const SCHEMES = {
  bearer: { type: 'http', scheme: 'bearer', description: 'A token of the role dane' },
  wallet: { type: 'http', scheme: 'bearer', description: 'The token of a pre-authorised code' },
  client: { type: 'http', scheme: 'basic', description: 'Id and secret of a registered client' },
  person: { type: 'apiKey', in: 'cookie', name: '__Host-session', description: 'A person who is signed in' },
  oauth: {
    type: 'oauth2',
    flows: {
      authorizationCode: {
        authorizationUrl: OAUTH_PATHS.authorize,
        tokenUrl: OAUTH_PATHS.token,
        scopes: Object.fromEntries(Object.entries(SCOPES).map(([name, scope]) => [scope, name])),
      },
    },
  },
} as const;

/** The OpenAPI document of the interfaces that standards define, with fixed addresses and forms of errors.
 *  The service's own API has another document. */
export function standardsDocument(): Readonly<Record<string, unknown>> {
  const api = new OpenAPIHono();
  for (const route of CONTRACTS) api.openAPIRegistry.registerPath(route);
  for (const [name, scheme] of Object.entries(SCHEMES)) {
    api.openAPIRegistry.registerComponent('securitySchemes', name, scheme);
  }
  return {
    ...api.getOpenAPI31Document({
      openapi: '3.1.0',
      info: {
        title: 'Jalon, interfaces of the standards',
        version: '1',
        description:
          'The VC-API of the W3C, wallets (interactions, exchanges, OpenID4VCI 1.0), the Open Badges 3.0 Host API and its OAuth 2.0.',
        license: { name: 'MIT', url: 'https://opensource.org/license/mit' },
      },
      servers: [{ url: '/' }],
    }),
  };
}
