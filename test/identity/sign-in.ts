import { makeOpenIdConnect, type OpenIdConnectOptions } from '../../src/adapters/identity/openid-connect.ts';
import type {
  IdentityProvider,
  SignInTransaction,
} from '../../src/application/accounts/identity-provider.ts';
import { DomainError, type ErrorParams } from '../../src/domain/errors.ts';
import { makeCookieBrowser } from './cookie-browser.ts';
import { CLIENT, type Federation, REDIRECT_URI } from './federation.ts';

export function makeTestProvider(
  id: OpenIdConnectOptions['id'],
  issuer: string,
  options: Partial<OpenIdConnectOptions> = {},
): IdentityProvider {
  return makeOpenIdConnect({
    id,
    issuer,
    ...CLIENT,
    redirectUri: REDIRECT_URI,
    production: false,
    ...options,
  });
}

export interface Way {
  readonly callbackUrl: string;
  readonly transaction: SignInTransaction;
}

/** Goes to the provider and back, up to the address of the browser's return. */
export async function goAndReturn(provider: IdentityProvider): Promise<Way> {
  const { url, transaction } = await provider.begin();
  const { url: callbackUrl } = await makeCookieBrowser().open(url, REDIRECT_URI);
  return { callbackUrl, transaction };
}

/** The whole refusal: the message, and its cause. */
export async function rejectionOf(work: Promise<unknown>): Promise<{
  readonly code: string;
  readonly params: ErrorParams;
  readonly everything: string;
}> {
  const error = await work.then(
    () => undefined,
    (fault: unknown) => fault,
  );
  if (!(error instanceof DomainError)) throw new Error(`not refused: ${String(error)}`);
  const everything = `${error.stack} ${JSON.stringify(error)} ${String(error.cause)}`;
  return { code: error.code, params: error.params, everything };
}

/** Makes the provider answer this text instead of its own. */
export function answerInstead(
  federation: Federation,
  route: string,
  { type, body, status = 200 }: { type: string; body: string; status?: number },
): void {
  federation.inPlace.set(route, (request, response) => {
    request.resume();
    response.writeHead(status, { 'Content-Type': type }).end(body);
  });
}
