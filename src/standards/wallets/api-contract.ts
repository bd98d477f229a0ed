import { createRoute, z } from '@hono/zod-openapi';
import { formBody, html, json, jsonBody, open, svg } from '../../adapters/http/api/contracts.ts';
import { PRE_AUTHORISED } from '../../issuing/oid4vci-metadata.ts';

const secretParams = z.object({ secret: z.string().openapi({ description: 'Of one offer, for minutes' }) });
const presentationSchema = z
  .looseObject({ '@context': z.array(z.unknown()), type: z.array(z.string()) })
  .openapi('Presentation');
const refusedSchema = z
  .object({ error: z.string(), error_description: z.string() })
  .openapi('WalletRefusal', { description: 'In the words of OpenID4VCI' });
const refused = (...statuses: readonly number[]) =>
  Object.fromEntries(statuses.map((status) => [status, json(refusedSchema, 'Why not')]));

const tags = ['Wallets'];

const interaction = createRoute({
  method: 'get',
  path: '/interactions/{secret}',
  tags,
  summary: 'What a code opens: the protocols for a wallet, by Accept, or a page for people',
  request: { params: secretParams, query: z.object({ iuv: z.literal('1').optional() }) },
  responses: {
    200: {
      description: 'The protocols, by name, with their addresses',
      content: {
        'application/json': {
          schema: z
            .object({ protocols: z.object({ vcapi: z.string().optional(), OID4VCI: z.string() }) })
            .openapi('Protocols'),
        },
        'text/html': { schema: z.string() },
      },
    },
    404: json(z.object({ error: z.literal('not_found') }), 'Unknown, taken or over'),
  },
});

const code = createRoute({
  method: 'get',
  path: '/interactions/{secret}/qr.svg',
  tags,
  summary: 'The code itself, as a drawing',
  request: { params: secretParams },
  responses: { 200: svg('The code'), 404: html('Unknown, taken or over') },
});

const exchange = createRoute({
  method: 'post',
  path: '/vc-api/exchanges/{secret}',
  tags,
  summary:
    'One step of an exchange: an empty body is answered with a challenge, its presentation with the badge',
  request: {
    params: secretParams,
    ...jsonBody(
      z.looseObject({ verifiablePresentation: presentationSchema.optional() }).openapi('ExchangeStep'),
    ),
  },
  responses: {
    200: json(
      z.union([
        z.object({
          verifiablePresentationRequest: z.object({
            query: z.array(z.looseObject({ type: z.literal('DIDAuthentication') })),
            challenge: z.string(),
            domain: z.string(),
            interact: z.looseObject({}),
          }),
        }),
        z.object({ verifiablePresentation: presentationSchema }),
      ]),
      'The challenge, or the badge',
    ),
    ...refused(400, 404),
  },
});

const issuerMetadata = createRoute({
  method: 'get',
  path: '/.well-known/openid-credential-issuer',
  tags,
  summary: 'What this issuer offers to wallets (OpenID4VCI 1.0, section 12.2)',
  responses: {
    200: json(
      z
        .looseObject({
          credential_issuer: z.string(),
          authorization_servers: z.array(z.string()),
          credential_endpoint: z.string(),
          nonce_endpoint: z.string(),
          credential_configurations_supported: z.record(z.string(), z.looseObject({ format: z.string() })),
        })
        .openapi('CredentialIssuer'),
      'The metadata',
    ),
  },
});

const serverMetadata = createRoute({
  method: 'get',
  path: '/.well-known/oauth-authorization-server/oid4vci',
  tags,
  summary: 'The authorization server of wallets (RFC 8414)',
  responses: { 200: json(open('WalletServer', ['issuer', 'token_endpoint']), 'The metadata') },
});

const offer = createRoute({
  method: 'get',
  path: '/oid4vci/offers/{secret}',
  tags,
  summary: 'The credential offer that a code leads to',
  request: { params: secretParams },
  responses: {
    200: json(
      z
        .object({
          credential_issuer: z.string(),
          credential_configuration_ids: z.array(z.string()),
          grants: z.record(
            z.string(),
            z.object({
              'pre-authorized_code': z.string(),
              tx_code: z.object({ input_mode: z.string(), length: z.number() }).optional(),
            }),
          ),
        })
        .openapi('CredentialOffer'),
      'The offer, with its pre-authorised code',
    ),
    ...refused(404),
  },
});

const token = createRoute({
  method: 'post',
  path: '/oid4vci/token',
  tags,
  summary: 'Exchanges the pre-authorised code for a token, once',
  request: formBody(
    z
      .object({
        grant_type: z.literal(PRE_AUTHORISED),
        'pre-authorized_code': z.string(),
        tx_code: z
          .string()
          .optional()
          .openapi({ description: 'The number that the holder reads on their page' }),
      })
      .openapi('WalletTokenRequest'),
  ),
  responses: {
    200: json(
      z
        .object({ access_token: z.string(), token_type: z.literal('Bearer'), expires_in: z.number() })
        .openapi('WalletToken'),
      'The token',
    ),
    ...refused(400),
  },
});

const nonce = createRoute({
  method: 'post',
  path: '/oid4vci/nonce',
  tags,
  summary: 'A number for the proof of one key',
  responses: { 200: json(z.object({ c_nonce: z.string() }), 'To be signed once') },
});

const credential = createRoute({
  method: 'post',
  path: '/oid4vci/credential',
  tags,
  summary: 'The badge, signed again for the key that the wallet proves to hold',
  security: [{ wallet: [] }],
  request: jsonBody(
    z
      .looseObject({
        credential_configuration_id: z.string(),
        proofs: z.object({ jwt: z.array(z.string()).length(1) }),
      })
      .openapi('CredentialRequest'),
  ),
  responses: {
    200: json(z.object({ credentials: z.array(z.object({ credential: z.unknown() })) }), 'The badge'),
    ...refused(400, 401),
  },
});

export const walletContract = [
  interaction,
  code,
  exchange,
  issuerMetadata,
  serverMetadata,
  offer,
  token,
  nonce,
  credential,
] as const;
