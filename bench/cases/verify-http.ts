import { openNodeContext } from '../../src/node.ts';
import type { JsonObject } from '../../src/open-badges/parsing/json-value.ts';
import { openPlainTestSuite } from '../baselines/open-plain-test-suite.ts';
import { anotherBadge } from '../fixtures/another-badge.ts';
import { makeServedBadges } from '../fixtures/make-served-badges.ts';
import { type Contender, compare, toRatio } from '../measuring/compare.ts';
import { inProcess } from '../measuring/in-process.ts';
import type { Row } from '../measuring/row.ts';
import { type LeanClient, type LeanRequest, openLeanClient } from '../servers/lean-client.ts';
import type { MeasuredServer } from '../servers/shape.ts';
import { type NodeShape, startSqliteShape } from '../servers/start-node-shape.ts';
import { verificationOf } from '../servers/verify-response.ts';

/** Each request contains a badge that was never verified before, signed with the server's own key. Before the
 *  measurement, a changed badge must be refused. */
export const verifyHttp: Row = {
  name: 'verify-http',
  title: 'verify one badge by POST /api/v1/verifications',
  against: '@digitalbazaar/vc 7 `verifyCredential` in process, controller and key in memory',
  group: 'usual',
  startsPrograms: true,
  includes:
    'Ours: the processor time of the server for a request over one of 10 open connections: HTTP, limits, strict reading of the body, and the whole verification with schema and signed status list, the report as JSON. The rival: reading the same JSON text and `verifyCredential`.',
  excludes:
    'The client, which is another process. The rival has no HTTP, no schema and no status: the larger task against the smaller.',
  boundBy:
    'Half goes to the verification: Ed25519 12 %, the canonical form 10, strict reading and plain form 10, the steps 10, the schema 6. A third goes to HTTP: Node’s parser, streams and sockets 18 %, Hono with headers 9, JSON of body and report 4, limits and middlewares 3. V8 compiles and collects for a tenth of the time.',
  measure: async (options) => {
    const shape = await startSqliteShape();
    const client = openLeanClient(shape.url);
    const { makeBadge, close } = await openMaker(shape);
    try {
      const controller = (await (await fetch(`${shape.url}/.well-known/did.json`)).json()) as JsonObject;
      const plain = await openPlainTestSuite({ controller });
      const theirs = async (text: string) => {
        const { verified, error } = await plain.verify(JSON.parse(text), new Date().toISOString());
        if (!verified) throw error ?? new Error('the rival refuses a good badge');
      };
      await assertItJudges(shape, await makeBadge());
      await theirs(await makeBadge());
      const comparison = await compare(
        {
          ours: posting({ server: shape, client, makeBadge }),
          rival: inProcess({ fresh: makeBadge, once: theirs }),
        },
        options,
      );
      return [toRatio('one request', comparison, { atLeast: 12 })];
    } finally {
      client.close();
      await close();
      await shape.stop();
    }
  },
};

/** Signs badges in this process with the keys of the server. */
async function openMaker(shape: NodeShape) {
  const [path = ''] = await makeServedBadges(shape, 1);
  const { proof: _, ...unsigned } = (await (
    await fetch(`${shape.url}${path}`, { headers: { Accept: 'application/vc+ld+json' } })
  ).json()) as JsonObject;
  const context = await openNodeContext(shape.environment);
  await context.keys.open();
  const makeBadge = async () =>
    JSON.stringify((await context.ports.signer.signDocument(anotherBadge(unsigned))).document);
  return { makeBadge, close: context.close };
}

interface Posting {
  readonly server: MeasuredServer;
  readonly client: LeanClient;
  readonly makeBadge: () => Promise<string>;
}

function posting({ server, client, makeBadge }: Posting): Contender {
  let requests: readonly LeanRequest[] = [];
  return {
    cpuMs: () => server.cpuMs() ?? Number.NaN,
    async prepare(count) {
      const made: LeanRequest[] = [];
      for (let at = 0; at < count; at += 1) made.push(verificationOf(await makeBadge()));
      requests = made;
    },
    run: (count) => client.send(requests, count, 200),
  };
}

async function assertItJudges({ url }: MeasuredServer, badge: string): Promise<void> {
  for (const [text, expected] of [
    [badge, true],
    [badge.replace('"name":"', '"name":"X'), false],
  ] as const) {
    const { path, headers = {}, body = '' } = verificationOf(text);
    const answer = await fetch(`${url}${path}`, { method: 'POST', headers, body });
    const report = (await answer.json()) as { readonly verified?: boolean };
    if (report.verified !== expected) throw new Error(`wrong verdict: ${JSON.stringify(report)}`);
  }
}
