import { type Context, Hono } from 'hono';
import { cors } from 'hono/cors';
import type { AppDeps, AppEnv } from '../../adapters/http/env.ts';
import { readFields } from '../../adapters/http/forms/read-fields.ts';
import { callerNetworkOf } from '../../adapters/http/limits/caller.ts';
import { respond } from '../../adapters/http/responses/public-document.ts';
import { TEXTS } from '../../adapters/http/view-models/public-texts.ts';
import { authorisationServerMetadata, credentialIssuerMetadata } from '../../issuing/oid4vci-metadata.ts';
import { readBody } from '../vc-api/api.ts';
import { PROOF_ALGORITHMS } from './actions-check-key-proof.ts';
import { WalletRejection } from './actions-refusal.ts';
import { refusing, secretOf } from './api-answer.ts';

const LONGEST_BODY = 32_768;
const AN_HOUR = 'public, max-age=3600';

/** OpenID for Verifiable Credential Issuance 1.0 with a pre-authorised code. */
export function oid4vciRoutes({ ports, wallets }: AppDeps) {
  const { origin, issuer } = ports;
  return new Hono<AppEnv>()
    .use('/oid4vci/*', cors())
    .get('/.well-known/openid-credential-issuer', (c) => {
      const badges = { fr: TEXTS.fr.pages.wallets.badge, en: TEXTS.en.pages.wallets.badge };
      const metadata = credentialIssuerMetadata(origin, PROOF_ALGORITHMS, { name: issuer.name, badges });
      return respond(c, { type: 'application/json', body: JSON.stringify(metadata), cacheControl: AN_HOUR });
    })
    .get('/.well-known/oauth-authorization-server/oid4vci', (c) => {
      const body = JSON.stringify(authorisationServerMetadata(origin));
      return respond(c, { type: 'application/json', body, cacheControl: AN_HOUR });
    })
    .get(
      '/oid4vci/offers/:secret',
      refusing(async (c) => c.json(await wallets.readCredentialOffer(secretOf(c)), 200)),
    )
    .post(
      '/oid4vci/token',
      refusing(async (c) => c.json(await wallets.redeemCode(await fieldsOf(c)), 200)),
    )
    .post(
      '/oid4vci/nonce',
      refusing(async (c) => c.json(await wallets.giveNonce(callerNetworkOf(c)), 200)),
    )
    .post(
      '/oid4vci/credential',
      refusing(async (c) => {
        const body = await readBody(c, LONGEST_BODY);
        if ('fault' in body) throw new WalletRejection('invalid_credential_request', body.fault);
        const token = /^Bearer ([\w-]{44})$/i.exec(c.req.header('Authorization') ?? '')?.[1];
        return c.json(await wallets.giveCredential(token, body.object), 200);
      }),
    );
}

/** The fields of a form, within the bound of its length. */
async function fieldsOf(c: Context): Promise<Readonly<Record<string, string>>> {
  const read = await readFields(c, LONGEST_BODY);
  if ('fault' in read) throw new WalletRejection('invalid_request', read.fault);
  return read.fields;
}
