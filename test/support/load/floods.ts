import { request as httpRequest } from 'node:http';
import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { deflateSync } from 'node:zlib';
import { crc32 } from '../../../src/open-badges/baking/crc32.ts';

/** Requests of an attacker. The function returns the received statuses with their counts. */
export type Flood = (url: string) => Promise<Statuses>;
export type Statuses = Readonly<Record<string, number>>;

const MEBIBYTE = 1_048_576;
const V2 = 'https://www.w3.org/ns/credentials/v2';
const OB = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';

/** An unsigned badge that is otherwise complete; `parts` replace its members. */
function badge(
  parts: Readonly<Record<string, unknown>>,
  achievement: Readonly<Record<string, unknown>> = {},
) {
  return {
    '@context': [V2, OB],
    id: 'urn:uuid:a63a60be-f4af-491c-87fc-2c8fd3007a58',
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: 'Flood',
    issuer: { id: 'did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp', type: ['Profile'] },
    validFrom: '2024-01-01T00:00:00Z',
    credentialSubject: {
      type: ['AchievementSubject'],
      achievement: {
        id: 'urn:uuid:bd6d9316-f7ae-4073-a1e5-2f7f5bd22922',
        type: ['Achievement'],
        name: 'Flood',
        description: 'x',
        criteria: { narrative: 'x' },
        ...achievement,
      },
    },
    proof: [
      {
        type: 'DataIntegrityProof',
        cryptosuite: 'eddsa-rdfc-2022',
        created: '2024-01-01T00:00:00Z',
        proofPurpose: 'assertionMethod',
        verificationMethod:
          'did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp#z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp',
        proofValue: `z${'3'.repeat(88)}`,
      },
    ],
    ...parts,
  };
}

/** The badge itself, of the usual size. */
export const BADGE = badge({});

const markdown = (text: string) => badge({}, { description: text, criteria: { narrative: text } });
const evidence = (count: number) =>
  badge({
    evidence: Array.from({ length: count }, (_, at) => ({
      type: ['Evidence'],
      name: `e${at}`,
      narrative: '**a'.repeat(20),
    })),
  });
/** Every node refers to every other, so only a trial of all orders can distinguish them. */
const clique = (count: number) =>
  badge({
    evidence: Array.from({ length: count }, (_, at) => ({
      id: `_:n${at}`,
      type: ['Evidence'],
      'https://example.org/knows': Array.from({ length: count }, (_unused, other) => ({ id: `_:n${other}` })),
    })),
  });

/** Badges of at most a megabyte each that take a careless reader a long time. */
const DOCUMENTS: Readonly<Record<string, unknown>> = {
  'markdown of unclosed emphasis': markdown('**a __b '.repeat(40_000)),
  'markdown of one endless list': markdown('- a\n'.repeat(80_000)),
  'markdown of blanks': markdown(`-${' '.repeat(300_000)}a\u2028b`),
  '12,000 inline contexts': badge({ '@context': [V2, OB, ...Array(12_000).fill({ a: 'urn:a' })] }),
  '1,000 repetitions of a context': badge({ '@context': [V2, ...Array(1000).fill(OB)] }),
  'a context in each of 2,000 nodes': badge({
    evidence: Array.from({ length: 2000 }, () => ({ '@context': [V2, OB], type: ['Evidence'] })),
  }),
  '6,000 evidences': evidence(6000),
  'a graph without names': clique(40),
  '30,000 members': badge(Object.fromEntries(Array.from({ length: 30_000 }, (_, at) => [`m${at}`, at]))),
  '2,000 proofs': badge({ proof: Array(2000).fill(badge({}).proof[0]) }),
  '1,000 endorsements': badge({ endorsement: Array.from({ length: 1000 }, () => badge({})) }),
  'a name of a megabyte': badge({ name: 'x'.repeat(1_000_000) }),
};

const form = (text: string) => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  body: new URLSearchParams({ credential: text }).toString(),
});
const json = (credential: unknown) => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ credential }),
});

export const FLOODS: Readonly<Record<string, Flood>> = {
  ...Object.fromEntries(
    Object.entries(DOCUMENTS).map(([name, document]) => [
      `${name}, on the page and by the API`,
      (url: string) =>
        together([
          ...repeat(2, () => ask(`${url}/verify`, form(JSON.stringify(document)))),
          ...repeat(2, () => ask(`${url}/api/v1/verifications`, json(document))),
        ]),
    ]),
  ),
  'a verification of a verification, 8 deep': (url) => {
    let address = `${url}/verify`;
    for (let depth = 0; depth < 7; depth += 1) address = `${url}/verify?url=${encodeURIComponent(address)}`;
    return together(repeat(30, () => ask(address)));
  },
  'forms without boundary': (url) =>
    together(
      repeat(100, () =>
        ask(`${url}/verify`, {
          method: 'POST',
          headers: { 'Content-Type': 'multipart/form-data' },
          body: 'x',
        }),
      ),
    ),
  'JSON nested without end': (url) =>
    together(
      repeat(10, () =>
        ask(`${url}/api/v1/verifications`, { ...json(''), body: `{"credential":${'['.repeat(900_000)}` }),
      ),
    ),
  'an image that unpacks to a gigabyte': (url) =>
    together(repeat(6, () => ask(`${url}/verify`, multipart('bomb.png', pngBomb())))),
  'an SVG of a million elements': (url) =>
    together(
      repeat(6, () => ask(`${url}/verify`, multipart('a.svg', Buffer.from(`<svg>${'<g>'.repeat(330_000)}`)))),
    ),
  '60 bodies that never end': (url) => heldBodies(url, 60),
  '600 verifications in a row': async (url) => {
    const statuses: number[] = [];
    for (let count = 0; count < 600; count += 1) {
      statuses.push(await ask(`${url}/api/v1/verifications`, json({})));
    }
    return counted(statuses);
  },
  '600 attempts to sign in': (url) => inProjects(600, 20, () => ask(`${url}/sign-in/demo`)),
  '600 pages at once': (url) => inProjects(600, 300, (at) => ask(`${url}/badges?x=${at}`)),
  '1,200 silent connections': (url) => silentConnections(url, 1200, ''),
  '1,200 requests that stop in their first line': (url) =>
    silentConnections(url, 1200, 'GET / HTTP/1.1\r\nX: '),
  '3,000 requests in one go on one connection': (url) => pipelined(url, 3000),
  'headers of every size': (url) =>
    together([
      ...repeat(50, (at) => ask(url, { headers: { Cookie: `a=${'x'.repeat(300 * (at + 1))}` } })),
      ...repeat(20, () =>
        ask(url, { headers: Object.fromEntries(repeat(90, (at) => [`x-${at}`, 'y'.repeat(100)])) }),
      ),
      ...repeat(20, () => ask(`${url}/verify?${'a=1&'.repeat(3000)}`)),
      ...repeat(20, () => ask(url, { headers: { 'Accept-Language': 'fr;q=0.1,'.repeat(1500) } })),
      ...repeat(20, () => ask(url, { headers: { Accept: 'text/html;q=0.1,'.repeat(900) } })),
    ]),
  'every method on every address': (url) =>
    inProjects(400, 20, (at) => {
      const paths = [
        '/',
        '/verify',
        '/badges',
        '/issuer',
        '/status/1',
        '/sign-in',
        '/api/v1/awards',
        '/metrics',
      ];
      const methods = ['HEAD', 'OPTIONS', 'PUT', 'DELETE', 'PATCH', 'PROPFIND'];
      return ask(`${url}${paths[at % 8]}`, { method: methods[at % 6] ?? 'HEAD' });
    }),
  'pictures that are drawn': (url) =>
    inProjects(200, 20, (at) => ask(`${url}/preview.png?lang=${at % 2 ? 'fr' : 'en'}&x=${at}`)),
};

export function repeat<Made>(count: number, make: (at: number) => Made): Made[] {
  return Array.from({ length: count }, (_, at) => make(at));
}

export async function together(requested: readonly Promise<number>[]): Promise<Statuses> {
  return counted(await Promise.all(requested));
}

export async function inProjects(
  count: number,
  projects: number,
  send: (at: number) => Promise<number>,
): Promise<Statuses> {
  const statuses: number[] = [];
  let next = 0;
  const project = async () => {
    while (next < count) {
      next += 1;
      statuses.push(await send(next));
    }
  };
  await Promise.all(repeat(projects, project));
  return counted(statuses);
}

function counted(statuses: readonly number[]): Statuses {
  const counts: Record<string, number> = {};
  for (const status of statuses) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

interface Sent {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** The status, or 0 where the connection was closed. */
export function ask(url: string, { method = 'GET', headers = {}, body }: Sent = {}): Promise<number> {
  return new Promise((resolve) => {
    const length = body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(body)) };
    const request = httpRequest(
      url,
      { method, agent: false, headers: { ...headers, ...length } },
      (response) =>
        response
          .resume()
          .once('close', () => resolve(response.statusCode ?? 0))
          .once('error', () => resolve(0)),
    );
    request.once('error', () => resolve(0)).end(body);
  });
}

/** A boundary as long as those of browsers: Node would also find a short one inside a file, and then read
 *  nothing of it. */
const BOUNDARY = '----flood0123456789abcdef0123456789';

export function multipart(name: string, bytes: Uint8Array): Sent {
  const start = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n\r\n`;
  return {
    method: 'POST',
    headers: { 'Content-Type': `multipart/form-data; boundary=${BOUNDARY}` },
    body: Buffer.concat([Buffer.from(start), bytes, Buffer.from(`\r\n--${BOUNDARY}--\r\n`)]),
  };
}

let bomb: Buffer | undefined;
/** A PNG whose `openbadgecredential` text is a megabyte that unpacks to a gigabyte. */
function pngBomb(): Buffer {
  bomb ??= Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    pngChunk('IHDR', Buffer.from('00000001000000010802000000', 'hex')),
    pngChunk(
      'iTXt',
      Buffer.concat([
        Buffer.from('openbadgecredential\0\x01\0\0\0', 'latin1'),
        deflateSync(Buffer.alloc(1024 * MEBIBYTE)),
      ]),
    ),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
  return bomb;
}

export function pngChunk(type: string, data: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(data.length, 0);
  named.copy(framed, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}

/** Each client sends all but the last byte of 11 MB, then waits. */
async function heldBodies(url: string, count: number): Promise<Statuses> {
  const size = 11 * MEBIBYTE;
  const statuses: number[] = [];
  const held = repeat(count, () => {
    const request = httpRequest(`${url}/verify`, {
      method: 'POST',
      agent: false,
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': String(size) },
    });
    request.on('response', (response) => {
      statuses.push(response.statusCode ?? 0);
      response.resume();
    });
    request.on('error', () => undefined);
    request.write(Buffer.alloc(size - 1, 'a'));
    return request;
  });
  await wait(4000);
  for (const request of held) request.destroy();
  return counted([...statuses, ...Array<number>(count - statuses.length).fill(0)]);
}

async function silentConnections(url: string, count: number, stated: string): Promise<Statuses> {
  const { port } = new URL(url);
  const sockets = repeat(count, (): Socket => {
    const socket = connect(Number(port), '127.0.0.1', () => void (stated && socket.write(stated)));
    return socket.on('error', () => undefined);
  });
  await wait(3000);
  const open = sockets.filter((socket) => !socket.destroyed).length;
  for (const socket of sockets) socket.destroy();
  return { open, closed: count - open };
}

async function pipelined(url: string, count: number): Promise<Statuses> {
  const { port, host } = new URL(url);
  const socket = connect(Number(port), '127.0.0.1');
  let text = '';
  socket.setEncoding('latin1').on('data', (part: string) => {
    text += part;
  });
  socket.on('error', () => undefined);
  socket.write(`GET /badges HTTP/1.1\r\nHost: ${host}\r\n\r\n`.repeat(count));
  const answered = () => [...text.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => Number(status));
  for (let tries = 0; tries < 300 && answered().length < count && !socket.destroyed; tries += 1)
    await wait(100);
  socket.destroy();
  return counted(answered());
}
