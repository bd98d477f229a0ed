import { CALLBACK_PATH } from '../adapters/http/account/sign-in-page.tsx';
import { makeOpenIdConnect } from '../adapters/identity/openid-connect.ts';
import type { IdentityProvider } from '../application/accounts/identity-provider.ts';
import type { Config } from '../settings/config.ts';
import type { Secrets } from '../settings/secrets.ts';

/** The providers in the settings, the académie's own first. */
export function makeIdentityProviders(
  { identity, publicUrl, production }: Pick<Config, 'identity' | 'publicUrl' | 'production'>,
  { identity: clientSecrets }: Pick<Secrets, 'identity'>,
): readonly IdentityProvider[] {
  return (['fim', 'proconnect'] as const).flatMap((id) => {
    const provider = identity[id];
    const clientSecret = clientSecrets[id];
    if (!provider || !clientSecret) return [];
    const redirectUri = `${publicUrl}${CALLBACK_PATH}`;
    return [makeOpenIdConnect({ id, ...provider, clientSecret, redirectUri, production })];
  });
}
