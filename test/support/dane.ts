import type { NodeContext } from '../../src/node.ts';
import { ONE_RUPN, startTestService, type TestService } from './service.ts';
import { type SignedInBrowser, signInAs } from './sign-in.ts';

export const AGENT = 'agent@ac-test.example';
export const OTHER_AGENT = 'autre.agent@ac-test.example';
export const CLAIRE = 'claire.dupont@ac-test.example';

/** Starts a service with one RUPN and two agents of the DANE, and signs one agent in. */
export async function startDaneService(): Promise<{
  readonly service: TestService;
  readonly agent: SignedInBrowser;
}> {
  const service = await startTestService();
  await service.importText({
    ...ONE_RUPN,
    'agents.csv': `email;prenom;nom;profil\n${AGENT};Odile;Richardot;dane\n${OTHER_AGENT};Paul;Martin;dane\n`,
  });
  return { service, agent: await signInAs(service, AGENT) };
}

/** Sends files like the form of `/dane/imports`. Returns the address of the report. */
export async function sendFiles(
  { app, ports }: Pick<NodeContext, 'app' | 'ports'>,
  { cookie }: SignedInBrowser,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<Response> {
  const body = new FormData();
  for (const [name, content] of Object.entries(files)) {
    body.append('files', new File([content as BlobPart], name));
  }
  return app.request(`${ports.origin}/dane/imports`, {
    method: 'POST',
    headers: { Cookie: cookie, Origin: ports.origin },
    body,
  });
}

/** Starts a service with one RUPN and one agent of the DANE, who is signed in. */
export async function startWithOneAgent() {
  const service = await startTestService();
  await service.importText({
    ...ONE_RUPN,
    'agents.csv': `email;prenom;nom;profil\n${AGENT};Odile;Richardot;dane\n`,
  });
  const agent = await signInAs(service, AGENT);
  return { service, agent, stop: () => service.stop() };
}
