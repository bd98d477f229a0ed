import { connect, type Socket } from 'node:net';

/** Number of connections. They stay open, with one request at a time. */
const CONNECTIONS = 10;

export interface LeanRequest {
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The body; the request is then a POST. */
  readonly body?: string;
}

/** An answer without its body, of which only the length is kept. */
export interface LeanAnswer {
  readonly status: number;
  readonly head: string;
  readonly bodyBytes: number;
}

export interface LeanClient {
  /** Sends this number of requests, repeating the given ones. Throws where an answer has another status. */
  send(requests: readonly LeanRequest[], count: number, status: number): Promise<void>;
  /** Sends one request over a free connection or a new one, and returns its answer. */
  ask(request: LeanRequest): Promise<LeanAnswer>;
  close(): void;
}

/** A client for HTTP/1.1 that does as little as possible, so that the processor is left to the server: it
 *  only writes requests and finds the ends of answers. */
export function openLeanClient(origin: string): LeanClient {
  const { hostname, port, host } = new URL(origin);
  const connections = Array.from({ length: CONNECTIONS }, () => makeConnection(hostname, Number(port)));
  const idle: Connection[] = [];
  return {
    async send(requests, count, status) {
      const texts = requests.map((request) => toText(request, host));
      let next = 0;
      const work = async ({ exchange }: Connection) => {
        while (next < count) {
          const at = next % texts.length;
          next += 1;
          const answer = await exchange(texts[at] ?? '');
          if (answer.status !== status) throw new Error(`${requests[at]?.path}: ${answer.status}`);
        }
      };
      await Promise.all(connections.map(work));
    },
    async ask(request) {
      const connection = idle.pop() ?? makeConnection(hostname, Number(port));
      try {
        return await connection.exchange(toText(request, host));
      } finally {
        idle.push(connection);
      }
    },
    close: () => {
      for (const { close } of [...connections, ...idle]) close();
    },
  };
}

function open(host: string, port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, noDelay: true }, () => resolve(socket));
    socket.once('error', reject);
  });
}

function toText({ path, headers = {}, body }: LeanRequest, host: string): string {
  const length = body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(body)) };
  const lines = Object.entries({ Host: host, ...headers, ...length }).map(
    ([name, value]) => `${name}: ${value}`,
  );
  return `${body === undefined ? 'GET' : 'POST'} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body ?? ''}`;
}

interface Connection {
  exchange(text: string): Promise<LeanAnswer>;
  close(): void;
}

/** One connection with one request at a time. A server closes connections that are idle for some seconds, perhaps
 *  at the very moment of a request; such a connection is opened again. */
function makeConnection(host: string, port: number): Connection {
  let socket: Socket | undefined;
  const exchangeAgain = async (text: string) => {
    socket = await open(host, port);
    return exchangeOn(socket, text);
  };
  return {
    async exchange(text) {
      if (socket === undefined || socket.destroyed) return exchangeAgain(text);
      const { bytesRead } = socket;
      const saved = socket;
      return exchangeOn(saved, text).catch((error: unknown) => {
        if (saved.bytesRead > bytesRead) throw error;
        return exchangeAgain(text);
      });
    },
    close: () => socket?.destroy(),
  };
}

function exchangeOn(socket: Socket, text: string): Promise<LeanAnswer> {
  return new Promise((resolve, reject) => {
    let received: Buffer | undefined;
    const settle = (outcome: LeanAnswer | Error) => {
      socket.off('data', onData).off('error', settle).off('close', onClose);
      if (outcome instanceof Error) reject(outcome);
      else resolve(outcome);
    };
    const onClose = () => settle(new Error('the server closed the connection'));
    const onData = (bytes: Buffer) => {
      received = received ? Buffer.concat([received, bytes]) : bytes;
      const answer = readAnswer(received);
      if (answer !== undefined) settle(answer);
    };
    socket.on('data', onData).on('error', settle).on('close', onClose);
    socket.write(text);
  });
}

/** The answer in the bytes; undefined until it is complete. */
function readAnswer(bytes: Buffer): LeanAnswer | undefined {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const head = bytes.toString('latin1', 0, end);
  const status = Number(head.slice(9, 12));
  const body = end + 4;
  if (status === 304 || status === 204) return { status, head, bodyBytes: 0 };
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
  const bodyEnd = length === undefined ? endOfChunks(bytes, body) : body + Number(length);
  if (bodyEnd === undefined || bytes.length < bodyEnd) return undefined;
  return { status, head, bodyBytes: bodyEnd - body };
}

/** The end of a chunked body; undefined until it is complete. */
function endOfChunks(bytes: Buffer, from: number): number | undefined {
  for (let at = from; ; ) {
    const lineEnd = bytes.indexOf('\r\n', at);
    if (lineEnd < 0) return undefined;
    const size = Number.parseInt(bytes.toString('latin1', at, lineEnd), 16);
    at = lineEnd + 2 + size + 2;
    if (size === 0) return at;
    if (at > bytes.length) return undefined;
  }
}
