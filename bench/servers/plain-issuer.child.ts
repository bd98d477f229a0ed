import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { openPlainTestSuite } from '../baselines/open-plain-test-suite.ts';

/** The reference for issuing over HTTP: a plain Hono route that signs the given document with the plain
 *  library. It checks nothing and stores nothing. */
const { sign } = await openPlainTestSuite();
const app = new Hono().post('/credentials/issue', async (c) => {
  const { credential } = await c.req.json();
  return c.json({ verifiableCredential: await sign(credential, String(credential.validFrom)) }, 201);
});
app.get('/', (c) => c.text('ready'));
serve({ fetch: app.fetch, port: Number(process.env['PORT']), hostname: 'localhost' });
process.once('SIGTERM', () => process.exit(0));
