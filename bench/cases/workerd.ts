import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openRemoteClient } from '../../src/cli/remote-client.ts';
import type { JsonObject } from '../../src/open-badges/parsing/json-value.ts';
import { ROOT } from '../../test/support/command-line.ts';
import { grantEarners } from '../fixtures/make-served-badges.ts';
import { withSampleService } from '../fixtures/with-sample-service.ts';
import { type Contender, compare, toRatio } from '../measuring/compare.ts';
import type { Row } from '../measuring/row.ts';
import type { Shape } from '../servers/shape.ts';
import { startWorkerShape } from '../servers/start-worker-shape.ts';
import { startWrangler } from '../servers/start-wrangler.ts';

const BADGES_A_ROUND = 50;

/** A Worker cannot read its own processor time, so the time of workerd and of wrangler around it is measured.
 *  One request signs many badges, so that the cost of the request itself hardly matters. */
export const workerd: Row = {
  name: 'workerd',
  title: 'issue in workerd',
  against: '@digitalbazaar/vc 7 in a workerd of its own, one proof, not stored',
  group: 'heavy',
  startsPrograms: true,
  includes:
    'First line: the signer of the service and the plain library in one Worker, one Data Integrity proof each, as in `issue-one`. Second line: `POST /api/v1/credentials/issue` of the whole Worker, both proofs, index, audit, stored in D1, for 50 badges a round. Processor time of workerd and of wrangler around it.',
  excludes:
    'The client. In the second line the rival makes one proof and stores nothing: the larger task against the smaller.',
  boundBy:
    'The same code as in `issue-one`; each of its ten hashes and the signature go through the layer that imitates Node.',
  measure: async (options) => {
    const unsigned = await withSampleService(async (sample) => sample.unsigned);
    const signing = await startSigningWorker();
    const shape = await startWorkerShape();
    try {
      const signed = (path: string): Contender => ({
        cpuMs: () => signing.cpuMs() ?? Number.NaN,
        run: (count) => askToSign(`${signing.url}${path}?count=${count}`, unsigned),
      });
      const longer = { ...options, blockMs: 2 * options.blockMs };
      const alone = await compare({ ours: signed('/ours'), rival: signed('/plain') }, longer);
      const whole = await compare({ ours: issuing(shape), rival: signed('/plain') }, longer);
      return [
        toRatio('one proof', alone, { atLeast: 20 }),
        toRatio('the whole badge through its API', whole),
      ];
    } finally {
      await signing.stop();
      await shape.stop();
    }
  },
};

async function startSigningWorker() {
  const folder = mkdtempSync(join(tmpdir(), 'jalon-bench-'));
  const words = [
    '--config',
    join(ROOT, 'bench/workerd/wrangler.toml'),
    '--persist-to',
    join(folder, 'state'),
  ];
  return startWrangler({ words, folder, readyPath: '/' });
}

async function askToSign(url: string, unsigned: JsonObject): Promise<void> {
  const answer = await fetch(url, { method: 'POST', body: JSON.stringify(unsigned) });
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
}

/** Grants before each block, then issues through the API. */
function issuing(shape: Shape): Contender {
  let round = 0;
  return {
    cpuMs: () => shape.cpuMs() ?? Number.NaN,
    count: BADGES_A_ROUND,
    async prepare(count) {
      round += 1;
      await grantEarners(shape, { count, prefix: `round-${round}` });
    },
    async run(count) {
      let issued = 0;
      for await (const _ of openRemoteClient(shape).issue()) issued += 1;
      if (issued !== count) throw new Error(`${issued} badges of ${count} were issued`);
    },
  };
}
