import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { type HttpBindings, serve } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { planSignIns, type SignInPersona } from '../../demo/sign-in-personas.ts';
import { type LocalProvider, makeLocalProvider } from '../../src/adapters/identity/local-provider.node.ts';
import { makeOpenIdConnect } from '../../src/adapters/identity/openid-connect.ts';
import type { IdentityProvider } from '../../src/application/accounts/identity-provider.ts';
import { builtStyles } from '../support/built-styles.ts';
import { findFreePort } from '../support/servers/free-port.ts';

export const SCHOOLS = readFileSync(new URL('../../data/establishments-dijon.csv', import.meta.url), 'utf8');
export const PERSONAS = planSignIns(SCHOOLS);

/** The demonstration's provider, mounted on the same server as everything else, like in the service. */
export interface DemoSite {
  readonly origin: string;
  readonly redirectUri: string;
  readonly local: LocalProvider;
  readonly provider: IdentityProvider;
  stop(): Promise<void>;
}

export async function startDemoSite(personas: readonly SignInPersona[] = PERSONAS): Promise<DemoSite> {
  const port = await findFreePort();
  const origin = `http://localhost:${port}`;
  const path = '/demo/identity';
  const redirectUri = `${origin}/sign-in/callback`;
  const css = '/assets/jalon.css';
  const options = { production: false, origin, path, redirectUri, personas, css };
  const local = await makeLocalProvider(options);
  const styles = await builtStyles();
  const root = new Hono<{ Bindings: HttpBindings }>();
  root.all(`${path}/*`, async (c) => {
    await local.handler(c.env.incoming, c.env.outgoing);
    return RESPONSE_ALREADY_SENT;
  });
  root.use(compress());
  root.get('/assets/:name', (c) => {
    const bytes = styles.get(c.req.param('name'));
    return bytes ? c.body(new Uint8Array(bytes), 200, { 'Content-Type': 'text/css' }) : c.notFound();
  });
  root.get('/sign-in/callback', (c) => c.text('back'));
  const server = serve({ fetch: root.fetch, port, hostname: '127.0.0.1' });
  await new Promise((resolve) => server.once('listening', resolve));
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    redirectUri,
    local,
    provider: makeOpenIdConnect({
      id: 'local',
      issuer: local.issuer,
      ...local.client,
      redirectUri,
      production: false,
    }),
    stop: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}
