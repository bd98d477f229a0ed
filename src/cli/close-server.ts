import type { Server } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

const LOOK_AGAIN_MS = 100;

/** Accepts no new connection, lets open requests finish within this time, then closes all connections. A
 *  client that sends or reads slowly, or keeps a connection open, cannot delay the stop. */
export async function closeServer(server: Server, graceMilliseconds: number): Promise<void> {
  let isClosed = false;
  const closed = new Promise<void>((resolve) => {
    server.close(() => {
      isClosed = true;
      resolve();
    });
  });
  const deadline = performance.now() + graceMilliseconds;
  while (!isClosed && performance.now() < deadline) {
    server.closeIdleConnections();
    await Promise.race([closed, wait(LOOK_AGAIN_MS)]);
  }
  server.closeAllConnections();
  await closed;
}
