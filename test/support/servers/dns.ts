import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

export interface NameServer {
  /** Its address and port, as a resolver takes them. */
  readonly address: string;
  /** The names that were asked for. */
  readonly asked: readonly string[];
  stop(): void;
}

const HEADER_BYTES = 12;
const A_RECORD = 1;

/** A name server on the loopback (RFC 1035). It knows IPv4 addresses of some names, says of names that begin
 *  with `no-` that they do not exist, and never answers for others. */
export async function startNameServer(known: Readonly<Record<string, string>>): Promise<NameServer> {
  const socket = createSocket('udp4');
  const asked: string[] = [];
  socket.on('message', (question, { port, address }) => {
    const { name, type, end } = readQuestion(question);
    asked.push(name);
    const found = known[name];
    if (found !== undefined)
      socket.send(answer(question.subarray(0, end), type === A_RECORD ? found : undefined), port, address);
    if (name.startsWith('no-')) socket.send(answer(question.subarray(0, end), undefined, 3), port, address);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  const { port } = socket.address() as AddressInfo;
  return { address: `127.0.0.1:${port}`, asked, stop: () => socket.close() };
}

function readQuestion(message: Buffer) {
  const labels: string[] = [];
  let at = HEADER_BYTES;
  for (let length = message[at] ?? 0; length > 0; length = message[at] ?? 0) {
    labels.push(message.toString('latin1', at + 1, at + 1 + length));
    at += 1 + length;
  }
  return { name: labels.join('.').toLowerCase(), type: message.readUInt16BE(at + 1), end: at + 5 };
}

/** The question with one record at most, which lives for a second. */
function answer(question: Buffer, address: string | undefined, code = 0): Buffer {
  const head = Buffer.from(question);
  head.writeUInt16BE(0x8180 | code, 2);
  head.writeUInt16BE(address === undefined ? 0 : 1, 6);
  head.fill(0, 8, HEADER_BYTES);
  if (address === undefined) return head;
  const record = [0xc0, HEADER_BYTES, 0, A_RECORD, 0, 1, 0, 0, 0, 1, 0, 4, ...address.split('.').map(Number)];
  return Buffer.concat([head, Buffer.from(record)]);
}
