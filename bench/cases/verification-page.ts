import { setTimeout as wait } from 'node:timers/promises';
import type { Finding, Row } from '../measuring/row.ts';
import { AGAINST_HELLO, againstHello, type HelloComparison, SERVED } from '../servers/against-hello.ts';
import type { LeanRequest } from '../servers/lean-client.ts';
import { startPostgresShape } from '../servers/start-node-shape.ts';

/** A page is prepared again once a minute, because it shows when it was checked. */
const RETURNS_AFTER_MS = 65_000;

const BROWSER = {
  Accept: 'text/html,application/xhtml+xml',
  'Accept-Language': 'fr',
  'Accept-Encoding': 'gzip, deflate, br',
};

/** The service runs as with `jalon serve`, in a process of its own, once with a SQLite file and once with a
 *  PostgreSQL server, and all its middleware. Only the servers' processor time counts, with that of PostgreSQL. */
export const verificationPage: Row = {
  name: 'verification-page',
  title: 'the public page of a badge over HTTP',
  against: AGAINST_HELLO,
  group: 'usual',
  startsPrograms: true,
  includes: `Ours: GET of ${SERVED} badges in turn over 10 open connections, as a browser asks (brotli, French), the whole page, its status as it stands in the database at that moment; then the same with \`If-None-Match\`, and with the same ETags once more than a minute has passed. The rival answers 58 bytes without compression.`,
  excludes:
    'The client, which is another process. A page from memory alone, without a look at the status, has no row: the service never serves one.',
  boundBy:
    "A 304 pays for the socket as the greeting does. Five more headers to read, the caller's allowance and the look at the database's version, some 2 µs, make the difference.",
  measure: async (options) => [
    ...(await againstHello(options, (requested) => measurePage(requested, ''))),
    ...(await againstHello(
      options,
      (requested) => measurePage(requested, ', from PostgreSQL'),
      startPostgresShape,
    )),
  ],
};

async function measurePage(
  { badges, ask, against }: HelloComparison & { readonly badges: readonly string[] },
  from: string,
): Promise<readonly Finding[]> {
  const requests = badges.map((path) => ({ path, headers: BROWSER }));
  const [first] = requests;
  const answer = await ask(first ?? { path: '/' });
  const encoding = /\r\ncontent-encoding: (\S+)/i.exec(answer.head)?.[1] ?? 'not compressed';
  const page = await against(requests, 200, {
    what: `the page, its status read live${from}`,
    wanted: { atLeast: 0.5 },
  });
  const size = `${(answer.bodyBytes / 1024).toFixed(1)} KB, ${encoding}`;
  const known = await withTags(requests, ask);
  const notModified = await measure304(known, { ask, against }, `not modified (304)${from}`);
  await wait(RETURNS_AFTER_MS);
  const later = await measure304(known, { ask, against }, `not modified (304), a minute later${from}`);
  return [{ ...page, detail: `${page.detail}; ${size}` }, notModified, later];
}

/** The requests of a reader who has seen the pages. */
async function withTags(
  requests: readonly LeanRequest[],
  ask: HelloComparison['ask'],
): Promise<readonly LeanRequest[]> {
  const known: LeanRequest[] = [];
  for (const request of requests) {
    const tag = /\r\netag: (.+)/i.exec((await ask(request)).head)?.[1];
    if (tag !== undefined) known.push({ ...request, headers: { ...request.headers, 'If-None-Match': tag } });
  }
  return known;
}

async function measure304(
  known: readonly LeanRequest[],
  { ask, against }: HelloComparison,
  what: string,
): Promise<Finding> {
  const figure = { what, wanted: { atLeast: 0.8 } };
  const again = known[0] && (await ask(known[0])).status;
  if (again === 304) return against(known, 304, figure);
  const reason = known.length === 0 ? 'the page has no ETag' : `a known ETag is answered ${again}`;
  return { ...figure, value: undefined, unit: '×', detail: reason };
}
