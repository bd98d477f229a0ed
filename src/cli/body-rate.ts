import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { refuseRequest } from './refuse-request.ts';

/** A body may pause for this long in all. After that it must arrive at the least rate: a phone on a bad line sends ten
 *  times as much. */
const GRACE_MS = 5000;
const LEAST_BYTES_PER_SECOND = 1000;
const CHECK_MS = 1000;

/** A body on its way. */
interface Arriving {
  readonly outgoing: ServerResponse;
  /** The bytes of the connection before it. */
  readonly startBytes: number;
  /** How long nothing of it has waited to be read, so that its client is waited for. */
  waitedMs: number;
}

/** Refuses a body that arrives too slowly with 408, and closes its connection. Time in which the service itself does
 *  not read doesn't count. `onSlow` is called each time. */
export function refuseSlowBodies(server: Server, onSlow: () => void): void {
  const arriving = new Map<IncomingMessage, Arriving>();
  server.on('request', (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const { headers, socket } = incoming;
    const isAnnounced = headers['transfer-encoding'] !== undefined || Number(headers['content-length']) > 0;
    if (!isAnnounced || incoming.complete) return;
    arriving.set(incoming, { outgoing, startBytes: socket.bytesRead, waitedMs: 0 });
    incoming.once('close', () => arriving.delete(incoming));
  });
  const checking = setInterval(() => {
    for (const [incoming, one] of arriving) check(incoming, one);
  }, CHECK_MS).unref();
  server.once('close', () => clearInterval(checking));

  function check(incoming: IncomingMessage, one: Arriving): void {
    if (incoming.complete) {
      arriving.delete(incoming);
      return;
    }
    if (incoming.readableLength > 0) return;
    one.waitedMs += CHECK_MS;
    const wanted = (Math.max(0, one.waitedMs - GRACE_MS) / 1000) * LEAST_BYTES_PER_SECOND;
    if (incoming.socket.bytesRead - one.startBytes >= wanted) return;
    arriving.delete(incoming);
    onSlow();
    // An answer that was already begun ends with its connection.
    if (one.outgoing.headersSent) incoming.socket.destroy();
    else refuseRequest(incoming.socket, 'body-too-slow');
  }
}
