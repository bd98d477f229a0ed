import type { JsonObject } from '../../src/open-badges/parsing/json-value.ts';
import { anotherBadge } from '../fixtures/another-badge.ts';
import { makeServedBadges } from '../fixtures/make-served-badges.ts';
import { type Contender, compare, toRatio } from '../measuring/compare.ts';
import type { Row } from '../measuring/row.ts';
import { type LeanRequest, openLeanClient } from '../servers/lean-client.ts';
import type { MeasuredServer } from '../servers/shape.ts';
import { startSqliteShape } from '../servers/start-node-shape.ts';
import { startPlainIssuer } from '../servers/start-plain-issuer.ts';

/** Each request contains a badge that was never signed before. Our audit must then have as many lines as
 *  badges were signed; the row throws where a status is not 201. */
export const issueHttp: Row = {
  name: 'issue-http',
  title: 'issue over HTTP (/vc-api/credentials/issue), 10 connections, stored',
  against: '@digitalbazaar/vc 7 `vc.issue` in a bare Hono route, not stored',
  group: 'usual',
  startsPrograms: true,
  includes:
    'Ours: the processor time of the server for a request over one of 10 open connections: HTTP, limits, the token, strict reading of the body, every check of the shape, schema and terms, the Data Integrity proof, a place in a status list, and an audit line with the digest of what was signed, committed to a SQLite file. The rival: the same badge posted to a bare Hono route that calls `vc.issue`.',
  excludes:
    'The client, which is another process. The signed credential itself is not kept by either side: it belongs to the program that asked.',
  boundBy:
    'The signature in process takes some 150 µs. The commit of an audit line for each request takes the most, then HTTP, the strict reading of the body and the digest of what was signed, over canonical JSON.',
  measure: async (options) => {
    const shape = await startSqliteShape();
    const plain = await startPlainIssuer();
    const clients = [openLeanClient(shape.url), openLeanClient(plain.url)] as const;
    try {
      const unsigned = await readUnsigned(shape);
      const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${shape.token}` };
      const posting = (server: MeasuredServer, at: 0 | 1, path: string): Contender => {
        let requests: readonly LeanRequest[] = [];
        return {
          cpuMs: () => server.cpuMs() ?? Number.NaN,
          prepare: async (count) => {
            requests = Array.from({ length: count }, () => ({ path, headers, body: toBody(unsigned) }));
          },
          run: (count) => clients[at].send(requests, count, 201),
        };
      };
      const comparison = await compare(
        {
          ours: posting(shape, 0, '/vc-api/credentials/issue'),
          rival: posting(plain, 1, '/credentials/issue'),
        },
        options,
      );
      return [toRatio('one request', comparison, { atLeast: 8 })];
    } finally {
      for (const client of clients) client.close();
      await plain.stop();
      await shape.stop();
    }
  },
};

/** A badge of the form and size of the server's own. Its addresses and titles are a program's, because the server
 *  signs its own badges through awards alone. */
async function readUnsigned(shape: Parameters<typeof makeServedBadges>[0]): Promise<JsonObject> {
  const [path = ''] = await makeServedBadges(shape, 1);
  const answer = await fetch(`${shape.url}${path}`, { headers: { Accept: 'application/vc+ld+json' } });
  const { proof: _, issuer, ...badge } = (await answer.json()) as JsonObject;
  const origin = new URL(String(badge['id'])).origin;
  const text = JSON.stringify({ issuer, ...badge })
    .replaceAll(origin, 'https://program.example')
    .replaceAll(/"(name|humanCode)":"[^"]*"/g, '"$1":"Atelier du lundi"');
  const unsigned = JSON.parse(text) as JsonObject;
  return { ...unsigned, issuer: { ...(unsigned['issuer'] as JsonObject), id: (issuer as JsonObject)['id'] } };
}

function toBody(unsigned: JsonObject): string {
  const { credentialStatus: _, id, ...badge } = anotherBadge(unsigned);
  const urn = `urn:bench:${String(id).split('/').at(-1)}`;
  return JSON.stringify({ credential: { ...badge, id: urn } });
}
