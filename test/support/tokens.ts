import { startTestService, type TestService } from './servers/service.ts';

/** Makes a token of this role and gives its secret. */
export async function tokenOf({ services }: Pick<TestService, 'services'>, role: 'dane' | 'reader') {
  return (await services.createToken({ role, name: `essai ${role}`, actor: 'test' })).secret;
}

/** Starts a service that has a token of each role. */
export async function startWithTokens() {
  const service = await startTestService();
  const [dane, reader] = [await tokenOf(service, 'dane'), await tokenOf(service, 'reader')];
  return { service, dane, reader, stop: () => service.stop() };
}
