import { grantToMany } from '../../test/support/many-awards.ts';
import { startTestService } from '../../test/support/servers/service.ts';
import { anotherBadge } from '../fixtures/another-badge.ts';
import { withSampleService } from '../fixtures/with-sample-service.ts';
import { compare, toRatio } from '../measuring/compare.ts';
import { inProcess, processCpuMs } from '../measuring/in-process.ts';
import type { Row } from '../measuring/row.ts';

const BADGES_A_ROUND = 300;
const BADGES_OF_A_TRIAL = 3;

/** Each round issues awards that were granted before the measurement, into a SQLite file on the disk. The row
 *  throws where fewer badges are stored than the round counts. */
export const issueStored: Row = {
  name: 'issue-stored',
  title: 'issue as the command does it: both proofs, index, audit, stored',
  against: '@digitalbazaar/vc 7, one proof, not stored',
  group: 'usual',
  startsPrograms: false,
  includes:
    'Ours: the use case behind `jalon issue`: claiming awards, building the document, Data Integrity and VC-JWT (RS256, 3,072 bits), an index of the status list, the audit, the commit to a SQLite file with its threads. The rival: `vc.issue` of one such badge.',
  excludes:
    'Ours: the start of the command and what it prints. The rival makes no JWT, builds no document and stores nothing, so this is the larger task against the smaller.',
  boundBy:
    'The RS256 signature with 3,072 bits alone takes 0.62 to 0.8 ms of the 1.3 ms, half or more, so that 8 × (some 0.6 ms) is out of reach with it; the rival makes none (docs/adr/0019). The Ed25519 signature takes 0.02 to 0.04 ms.',
  measure: (options) =>
    withSampleService(async ({ plain, unsigned }) => {
      const created = String(unsigned['validFrom']);
      const count = options.size ?? (options.blockMs === 0 ? BADGES_OF_A_TRIAL : BADGES_A_ROUND);
      const service = await startTestService();
      await grantToMany(service, count * (options.rounds + 1));
      const issue = async (limit: number) => {
        let stored = 0;
        for await (const { kind } of service.services.issueCredentials({ actor: 'bench', limit })) {
          if (kind === 'issued') stored += 1;
        }
        if (stored !== limit) throw new Error(`${stored} badges of ${limit} were stored`);
      };
      const comparison = await compare(
        {
          ours: { cpuMs: processCpuMs, count, run: issue },
          rival: inProcess({
            fresh: () => anotherBadge(unsigned),
            once: (badge) => plain.sign(badge, created),
          }),
        },
        options,
      ).finally(service.stop);
      return [toRatio('one badge', comparison, { atLeast: 8 })];
    }),
};
