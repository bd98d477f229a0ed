import { once } from 'node:events';
import { request } from 'node:http';
import { connect, type Socket } from 'node:net';

/** From where a request comes: the address of its connection, and what a proxy says. */
export interface Sender {
  readonly localAddress: string;
  readonly forwardedFor?: string;
}

/** Senders of a flood, each with an address of its own: on connections of their own, or behind a proxy. */
export const SENDERS: Readonly<Record<string, (count: number) => readonly Sender[]>> = {
  'on connections of their own': (count) =>
    Array.from({ length: count }, (_, at) => ({ localAddress: `127.66.${at}.1` })),
  'behind a proxy': (count) =>
    Array.from({ length: count }, (_, at) => ({
      localAddress: '127.0.0.1',
      forwardedFor: `198.${at}.100.7`,
    })),
  'of one IPv6 /64 behind a proxy': (count) =>
    Array.from({ length: count }, (_, at) => ({
      localAddress: '127.0.0.1',
      forwardedFor: `2001:db8:1:2::${(at + 1).toString(16)}`,
    })),
};

/** Holds connections open with forms that never come to their end, and opens another for each that is closed. */
export function holdHalfSent(port: number, senders: readonly Sender[], count: number) {
  const open = new Set<Socket>();
  let closed = 0;
  let isOver = false;
  const begin = (at: number) => {
    const { localAddress, forwardedFor } = senders[at % senders.length] as Sender;
    const socket = connect({ port, host: '127.0.0.1', localAddress });
    open.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => {
      open.delete(socket);
      closed += 1;
      if (!isOver) setTimeout(begin, 50, at);
    });
    const headers = [
      'POST /verify HTTP/1.1',
      'Host: localhost',
      'Content-Type: application/x-www-form-urlencoded',
      'Content-Length: 60',
      ...(forwardedFor === undefined ? [] : [`X-Forwarded-For: ${forwardedFor}`]),
    ];
    socket.write(`${headers.join('\r\n')}\r\n\r\na`);
  };
  for (let at = 0; at < count; at += 1) begin(at);
  const trickle = setInterval(() => {
    for (const socket of open) if (socket.writable) socket.write('a');
  }, 2000);
  return {
    open: () => open.size,
    closed: () => closed,
    async stop() {
      isOver = true;
      clearInterval(trickle);
      const ends = [...open].map((socket) => once(socket, 'close'));
      for (const socket of open) socket.destroy();
      await Promise.all(ends);
    },
  };
}

/** Asks for a page on a connection of its own. Resolves to the status, or to the code of the error. */
export function ask(
  port: number,
  path: string,
  { localAddress, forwardedFor }: Sender,
): Promise<number | string> {
  return new Promise((resolve) => {
    const headers = forwardedFor === undefined ? {} : { 'X-Forwarded-For': forwardedFor };
    const sent = request({ port, host: '127.0.0.1', localAddress, path, headers, agent: false });
    sent.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    sent.on('response', (answer) => {
      answer.resume();
      answer.on('end', () => resolve(answer.statusCode ?? 0));
      answer.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    });
    sent.end();
  });
}
