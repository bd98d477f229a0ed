import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** A request as it goes over the connection, and how. */
export interface StrangeRequest {
  readonly seed: number;
  /** The first line and the sizes, for people who look at a fault. */
  readonly about: string;
  readonly head: string;
  readonly body: Buffer;
  /** Bytes of one chunk; undefined if the length is announced. */
  readonly chunk: number | undefined;
  /** In how many pieces it is sent, with a pause after each. */
  readonly pieces: number;
  /** How many of them are sent at once on one connection. */
  readonly times: number;
}

const MEBIBYTE = 1_048_576;
/** Node refuses more bytes of headers. */
const MOST_HEADER_BYTES = 15_000;
const LARGEST_BODY = 4 * MEBIBYTE;

/** The signs that the formats of requests give a meaning, which careless readers look at again and again. */
const SIGNS = [
  '-',
  '-',
  '-',
  '\t',
  ' ',
  ',',
  ';',
  '=',
  '"',
  '\\',
  '%',
  '&',
  '(',
  '[',
  '{',
  '<',
  '+',
  '.',
  '/',
  ':',
];
/** The same in groups, and what surrounds them. */
const GROUPS = [
  ...['a', '0', '%41', '%F0', '\\"', ';q=', ';q="', 'W/"",', 'a=b; ', '"a",', '[]', '{"a":', '--', '?', '@'],
  ...['bytes=0-,', '0-1,', 'fr;q=0.1,', 'text/html,', '__Host-session=', '\u00e9', '*', "'"],
];
/** In the body only, where a line may end. */
const LINE_FRAGMENTS = [
  '\r\n',
  '\n',
  '\r\n--',
  '\r\n\r\n',
  '\0',
  'Content-Disposition: form-data; name="a"\r\n',
];

const READ_PATHS = [
  ...[
    '/',
    '/verify',
    '/badges',
    '/badges/RUPN-ENG',
    '/credentials/AAAAAAAAAAAAAAAAAAAAAA',
    '/issuer',
    '/sign-in',
  ],
  ...['/oembed', '/oauth/authorize', '/health/ready', '/.well-known/did.json', '/assets/a.css', '/status/1'],
  ...['/api/v1/awards', '/ims/ob/v3p0/credentials', '/my/profile', '/dane/imports', '/absent'],
];
const SENT_PATHS = [
  ...['/verify', '/api/v1/verifications', '/api/v1/imports', '/oauth/register', '/oauth/token', '/absent'],
  ...[
    '/oid4vci/token',
    '/oid4vci/credential',
    '/oid4vci/nonce',
    '/vc-api/credentials/verify',
    '/sign-in/demo',
  ],
  ...['/ims/ob/v3p0/credentials', '/my/profile', '/school/0750001A/means', '/headship', '/dane/imports'],
  ...[
    '/oauth/authorize',
    '/my/badges/elsewhere',
    '/verify',
    '/verify',
    '/api/v1/verifications',
    '/headship',
    '/sign-out',
  ],
];
const RARE_METHODS = ['HEAD', 'PUT', 'OPTIONS', 'DELETE', 'PATCH'];
const NAMES = [
  ...[
    'Accept',
    'Accept',
    'Accept',
    'Accept-Language',
    'Accept-Language',
    'Accept-Encoding',
    'Cookie',
    'Range',
  ],
  ...[
    'If-None-Match',
    'Authorization',
    'X-Forwarded-For',
    'Referer',
    'Sec-Fetch-Site',
    'Forwarded',
    'X-Strange',
  ],
];
const PAIRS = 'application/x-www-form-urlencoded';
const MULTIPART_FORM = 'multipart/form-data';
const TYPES = [
  MULTIPART_FORM,
  MULTIPART_FORM,
  MULTIPART_FORM,
  MULTIPART_FORM,
  PAIRS,
  'application/json',
  'application/json',
  'text/plain',
];

type Random = () => number;

interface Variant {
  /** Makes every repeated part shorter by this factor. */
  readonly scale?: number;
  /** Ends every repeated part with another word, because a service may remember what it has read. */
  readonly turn?: number;
}

/** The request of a seed. Every third has one strange header alone, as long as Node accepts it: chance seldom
 *  gives one sign all the room that it needs to show a cost that grows with the square. */
export function makeStrangeRequest(seed: number, host: string, variant: Variant = {}): StrangeRequest {
  return seed % 3 === 0 ? makePlainRequest(seed, host, variant) : makeMixedRequest(seed, host, variant);
}

const EACH_SIGN = [...new Set(SIGNS)];
/** Each header once, and the query. Their number and that of the signs have no common divisor, so that the
 *  seeds walk through all pairs of the two. */
const EACH_PLACE = [...new Set(NAMES), '?'];

/** A GET that is strange in one place: one sign, between two letters, which no reader may trim. */
function makePlainRequest(seed: number, host: string, { scale = 1, turn = 0 }: Variant): StrangeRequest {
  const step = Math.floor(seed / 3);
  const [place = '', sign = ''] = [EACH_PLACE[step % EACH_PLACE.length], EACH_SIGN[step % EACH_SIGN.length]];
  const path = READ_PATHS[Math.floor(mulberry32(seed)() * READ_PATHS.length)];
  const written = place === '?' ? encodeURIComponent(sign) : sign;
  const count = Math.floor(((MOST_HEADER_BYTES - 200) / written.length) * scale);
  const text = `a${written.repeat(count)}b${turn}`;
  const [query, line] = place === '?' ? [`?a=${text}`, ''] : ['', `${place}: ${text}\r\n`];
  const head = `GET ${path}${query} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n${line}\r\n`;
  const about = `GET ${path} with ${count} ${JSON.stringify(sign)} in ${place}`;
  return { seed, about, head, body: Buffer.alloc(0), chunk: undefined, pieces: 1, times: 1 };
}

function makeMixedRequest(seed: number, host: string, { scale = 1, turn = 0 }: Variant): StrangeRequest {
  const random = mulberry32(seed);
  const one = <Value>(values: readonly Value[]) => values[Math.floor(random() * values.length)] as Value;
  // Any size may come, and a large one more often than a small one.
  const size = (most: number) => 2 ** (4 + random() ** 0.3 * (Math.log2(most) - 4));
  // Header and body often repeat the same sign: a boundary of dashes goes with a body of dashes.
  const shared = one(random() < 0.7 ? SIGNS : GROUPS);
  const text = (most: number, others: readonly string[] = [...SIGNS, ...GROUPS]) => {
    const repeated = random() < 0.75 ? shared : one(others);
    const count = Math.max(1, Math.floor((size(most) / repeated.length) * scale));
    return `${one(['', '', '', 'a', 'text/html;', 'bytes='])}${repeated.repeat(count)}${one(['', 'b', 'x', ';', '"'])}${turn > 0 ? turn : ''}`;
  };

  const kind = random();
  const method = kind < 0.05 ? one(RARE_METHODS) : kind < 0.5 ? 'GET' : 'POST';
  const path = one(method === 'POST' ? SENT_PATHS : READ_PATHS);
  const query =
    random() < 0.2 ? `?${one(['url=', 'lang=', 'a='])}${encodeURI(text(4000)).replace(/[#\t]/g, '')}` : '';
  const boundary = random() < 0.5 ? text(8000) : text(80).slice(0, Math.floor(70 * random()) + 1);
  const type = one(TYPES);
  const lines = [`Host: ${host}`, 'Connection: close', `Origin: http://${host}`];
  for (let left = Math.ceil(random() * 3); left > 0; left -= 1)
    lines.push(`${one(NAMES)}: ${text(MOST_HEADER_BYTES)}`);
  const hasBody = method !== 'GET' && method !== 'HEAD';
  const body = hasBody ? Buffer.from(bodyOf(type, boundary, { text, one, random })) : Buffer.alloc(0);
  const isMultipart = type.startsWith('multipart/');
  const isQuoted = random() < 0.5;
  const stated = isMultipart ? `${type}; boundary=${isQuoted ? `"${boundary}"` : boundary}` : type;
  if (hasBody) lines.push(`Content-Type: ${stated}`);
  const chunk = hasBody && random() < 0.4 ? Math.ceil(size(65_536)) : undefined;
  if (hasBody)
    lines.push(chunk === undefined ? `Content-Length: ${body.length}` : 'Transfer-Encoding: chunked');
  // A header must not end the head, and a later line must not be cut.
  const head = `${method} ${path}${query.slice(0, 6000)} HTTP/1.1\r\n${fitted(lines, MOST_HEADER_BYTES - query.length).join('\r\n')}\r\n\r\n`;
  const [pieces, times] = random() < 0.15 ? [Math.ceil(random() * 20), 1] : [1, random() < 0.1 ? 8 : 1];
  const about = `${method} ${path} ${hasBody ? stated.slice(0, 120) : ''} ${head.length}+${body.length} ${chunk ?? ''}×${times}`;
  return { seed, about, head, body, chunk, pieces, times };
}

interface Tools {
  readonly text: (most: number, atoms?: readonly string[]) => string;
  readonly one: <Value>(values: readonly Value[]) => Value;
  readonly random: Random;
}

function bodyOf(type: string, boundary: string, { text, one, random }: Tools): string {
  const atoms = [...SIGNS, ...GROUPS, ...LINE_FRAGMENTS, `--${boundary}`, `\r\n--${boundary}`];
  const content = () => text(LARGEST_BODY, atoms);
  if (random() < 0.3) return content();
  if (type.startsWith('multipart/')) {
    const headers = random() < 0.2 ? text(9000) : one(['', '; filename="a.png"', "; filename*=utf-8''a"]);
    const part = `--${boundary}\r\nContent-Disposition: form-data; name="${one(['file', 'credential', '_for'])}"${headers}\r\n\r\n`;
    const many = random() < 0.2 ? part.repeat(Math.ceil(text(40_000).length)).slice(0, LARGEST_BODY) : '';
    return `${many}${part}${content()}\r\n--${boundary}--\r\n`;
  }
  if (type.includes('json'))
    return `{"credential":${one(['', '"', '{"a":'])}${content()}${one(['', '"}', '}}'])}`;
  return `credential=${content()}`;
}

const LONG_LINE = 200;

/** The lines within what Node accepts: the long ones share what the short ones leave, and keep their last
 *  character. */
function fitted(lines: readonly string[], mostBytes: number): readonly string[] {
  const clean = lines.map((line) => line.replace(/[\r\n\0\u0100-\uffff]/g, '').trimEnd());
  const long = clean.filter(({ length }) => length > LONG_LINE).length;
  const short = clean.reduce((sum, { length }) => sum + (length > LONG_LINE ? 2 : length + 2), 0);
  const share = Math.max(LONG_LINE, Math.floor((mostBytes - short) / Math.max(1, long)));
  return clean.map((line) => (line.length <= share ? line : line.slice(0, share - 1) + line.slice(-1)));
}

/** Sends it; the status of the first answer, or 0 where the connection ended without one. */
export async function sendStrange(
  port: number,
  request: StrangeRequest,
  patienceMs = 60_000,
): Promise<number> {
  const socket = connect(port, 'localhost');
  let answer = '';
  socket.on('data', (bytes: Buffer) => {
    if (answer.length < 20) answer += bytes.toString('latin1', 0, 20);
  });
  const ended = new Promise<void>((resolve) => {
    socket.once('close', () => resolve()).once('error', () => resolve());
    socket.setTimeout(patienceMs, () => socket.destroy());
  });
  const bytes = bytesOf(request);
  const length = Math.ceil(bytes.length / request.pieces);
  for (let at = 0; at < bytes.length && !socket.destroyed; at += length) {
    socket.write(bytes.subarray(at, at + length));
    if (request.pieces > 1) await wait(3);
  }
  await ended;
  return Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0);
}

function bytesOf({ head, body, chunk, times }: StrangeRequest): Buffer {
  const parts: Buffer[] = [Buffer.from(head, 'latin1')];
  if (chunk === undefined) parts.push(body);
  for (let at = 0; chunk !== undefined && at < body.length; at += chunk) {
    const piece = body.subarray(at, at + chunk);
    parts.push(Buffer.from(`${piece.length.toString(16)}\r\n`), piece, Buffer.from('\r\n'));
  }
  if (chunk !== undefined) parts.push(Buffer.from('0\r\n\r\n'));
  return Buffer.concat(Array<Buffer[]>(times).fill(parts).flat());
}

/** Numbers from 0 to 1 that look random and are the same for the same seed. */
function mulberry32(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
