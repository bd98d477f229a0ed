import type { Server } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

const LOOK_AGAIN_MS = 100;

/** Takes no new connection, lets what is being answered end for so long, then ends what is left: a client that sends or
 *  reads slowly, or holds a connection, does not keep the server. */
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
