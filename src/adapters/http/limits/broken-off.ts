import type { Context } from 'hono';

/** What Node and its adapter say where the connection ended before the body. */
const SAID = new Set(['aborted', 'Client connection prematurely closed.']);

/** Whether the client closed the connection before its body had ended. Nobody then waits for the answer, and
 *  nothing is wrong with the service. */
export function isBrokenOff(c: Context, error: Error): boolean {
  return c.req.raw.signal.aborted && SAID.has(error.message);
}
