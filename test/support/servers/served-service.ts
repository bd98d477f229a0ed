import type { SignInPersona } from '../../../demo/sign-in-personas.ts';
import { listen } from '../../../src/cli/listen.ts';
import { openLocalSignIn } from '../../../src/cli/local-sign-in.ts';
import { findFreePort } from './free-port.ts';
import { startTestService, type TestService } from './service.ts';

/** A service in this process that listens on a port, with the sign-in of the demonstration. */
export interface ServedService extends TestService {
  /** Its address and public origin. */
  readonly url: string;
}

/** Listens on a free port of the loopback; one signs in there as one of the `personas`. */
export async function startServedService(
  personas: readonly SignInPersona[],
  more: Readonly<Record<string, string>> = {},
): Promise<ServedService> {
  const port = String(await findFreePort());
  const url = `http://localhost:${port}`;
  const settings = { PUBLIC_URL: url, HOST: '127.0.0.1', PORT: port, DEMO: '1', ...more };
  const localSignIn = await openLocalSignIn(settings, personas);
  const service = await startTestService(settings, {
    identityProviders: localSignIn ? [localSignIn.identityProvider] : [],
  });
  const { close } = await listen(service, localSignIn);
  return {
    ...service,
    url,
    async stop() {
      await close();
      await service.stop();
    },
  };
}
