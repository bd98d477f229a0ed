import { readFileSync } from 'node:fs';
import { SCHOOLS_FILE } from '../../demo/choices.ts';
import { planSignIns, type SignInPersona } from '../../demo/sign-in-personas.ts';
import { CALLBACK_PATH } from '../adapters/http/account/sign-in-page.tsx';
import { makeOpenIdConnect } from '../adapters/identity/openid-connect.ts';
import type { IdentityProvider } from '../application/accounts/identity-provider.ts';
import { assetAddresses, dataFolder } from '../node.ts';
import type { Config } from '../settings/config.ts';
import { readSettings } from '../settings/read.node.ts';

const PATH = '/demo/identity';

/** The sign-in of the demonstration: the provider on this server, and the service's client for it. */
export interface LocalSignIn {
  readonly path: string;
  readonly handler: Awaited<ReturnType<typeof loadProvider>>['handler'];
  readonly identityProvider: IdentityProvider;
}

/** Undefined outside the demonstration; its modules are loaded here and nowhere else. `personas` replaces the
 *  people of the generated files. */
export async function openLocalSignIn(
  environment: Readonly<Record<string, string | undefined>>,
  personas?: readonly SignInPersona[],
): Promise<LocalSignIn | undefined> {
  const { config } = readSettings(environment);
  if (!config.demo) return undefined;
  const { handler, issuer, client } = await loadProvider(config, personas ?? demoPersonas());
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

function demoPersonas(): readonly SignInPersona[] {
  return planSignIns(readFileSync(`${dataFolder()}/${SCHOOLS_FILE}`, 'utf8'));
}

async function loadProvider(config: Config, personas: readonly SignInPersona[]) {
  const { makeLocalProvider } = await import('../adapters/identity/local-provider.node.ts');
  return makeLocalProvider({
    production: config.production,
    origin: config.publicUrl,
    path: PATH,
    redirectUri: `${config.publicUrl}${CALLBACK_PATH}`,
    personas,
    css: assetAddresses().css,
  });
}
