import { join } from 'node:path';
import { findFreePort } from '../../test/support/servers/free-port.ts';
import { cpuOf } from '../measuring/process-use.ts';
import { type MeasuredServer, startNode } from './shape.ts';

/** The reference for every page: a server with the same library that only says hello. */
export async function startHello(): Promise<MeasuredServer> {
  const port = await findFreePort();
  const url = `http://localhost:${port}`;
  const { pid, stop } = await startNode([join(import.meta.dirname, 'hello.child.ts')], {
    url,
    environment: { PORT: String(port) },
  });
  return { name: 'a Hono server that says hello', url, cpuMs: () => cpuOf([pid]), stop };
}
