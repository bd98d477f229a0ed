import { join } from 'node:path';
import { findFreePort } from '../../test/support/servers/free-port.ts';
import { cpuOf } from '../measuring/process-use.ts';
import { type MeasuredServer, startNode } from './shape.ts';

/** The plain library behind the server library that the service also uses. */
export async function startPlainIssuer(): Promise<MeasuredServer> {
  const port = await findFreePort();
  const url = `http://localhost:${port}`;
  const { pid, stop } = await startNode([join(import.meta.dirname, 'plain-issuer.child.ts')], {
    url,
    environment: { PORT: String(port) },
  });
  return { name: 'vc.issue in a bare Hono route', url, cpuMs: () => cpuOf([pid]), stop };
}
