import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeOpenIdConnect } from '../../src/adapters/identity/openid-connect.ts';
import { startTestService, type TestService } from '../support/servers/service.ts';

/** Longer than a provider that hangs is waited for, and shorter than before (ten seconds). */
const ANSWERED_WITHIN_MS = 8000;

let server: Server;
let service: TestService;
const sockets = new Set<Socket>();

beforeAll(async () => {
  server = createServer((socket) => void sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.address() as AddressInfo;
  const provider = makeOpenIdConnect({
    id: 'fim',
    issuer: `http://127.0.0.1:${port}/`,
    clientId: 'jalon',
    clientSecret: 'secret',
    redirectUri: 'https://jalon.test/sign-in/callback',
    production: false,
  });
  service = await startTestService({}, { identityProviders: [provider] });
});

afterAll(async () => {
  for (const socket of sockets) socket.destroy();
  await service.stop();
  await new Promise((resolve) => server.close(resolve));
});

describe('an identity provider that hangs', () => {
  it('is named on a page that comes soon, in the language of the reader', { timeout: 30_000 }, async () => {
    const began = performance.now();
    const pages = await Promise.all(
      ['fr', 'en'].map((language) => service.get('/sign-in/fim', { 'Accept-Language': language })),
    );
    expect(performance.now() - began).toBeLessThan(ANSWERED_WITHIN_MS);
    for (const [at, name] of ['Guichet de l’académie', 'Académie account'].entries()) {
      expect(pages[at]?.status).toBe(503);
      expect(Number(pages[at]?.headers.get('Retry-After'))).toBeGreaterThan(0);
      expect(await pages[at]?.text()).toContain(`(${name})`);
    }
  });
});
