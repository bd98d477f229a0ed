import { readFileSync } from 'node:fs';
import { CALLBACK_PATH } from '../adapters/http/account/callback-address.ts';
import { makeOpenIdConnect } from '../adapters/identity/openid-connect.ts';
import type { IdentityProvider } from '../application/accounts/identity-provider.ts';
import { type Config, parseConfig } from '../config.ts';
import { planSignIns } from '../demo/sign-in-personas.ts';
import { assetAddresses, dataFolder } from '../node.ts';

const PATH = '/demo/identity';

/** The sign-in of the demonstration: the provider that is mounted on the server, and the service's way to it. */
export interface LocalSignIn {
  readonly path: string;
  readonly handler: Awaited<ReturnType<typeof loadProvider>>['handler'];
  readonly identityProvider: IdentityProvider;
}

/** Undefined outside the demonstration; its modules are loaded here and nowhere else. */
export async function openLocalSignIn(
  environment: Readonly<Record<string, string | undefined>>,
): Promise<LocalSignIn | undefined> {
  const { config } = parseConfig(environment);
  if (!config.demo) return undefined;
  const { handler, issuer, client } = await loadProvider(config);
  const redirectUri = `${config.publicUrl}${CALLBACK_PATH}`;
  return {
    path: PATH,
    handler,
    identityProvider: makeOpenIdConnect({
      id: 'local',
      issuer,
      ...client,
      redirectUri,
      production: config.production,
    }),
  };
}

async function loadProvider(config: Config) {
  const { makeLocalProvider } = await import('../adapters/identity/local-provider.node.ts');
  return makeLocalProvider({
    production: config.production,
    origin: config.publicUrl,
    path: PATH,
    redirectUri: `${config.publicUrl}${CALLBACK_PATH}`,
    personas: planSignIns(readFileSync(`${dataFolder()}/establishments-dijon.csv`, 'utf8')),
    css: assetAddresses().css,
  });
}
