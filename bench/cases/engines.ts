import { microseconds } from '../measuring/compare.ts';
import { median } from '../measuring/median.ts';
import type { Finding, Row } from '../measuring/row.ts';
import type { Shape } from '../servers/shape.ts';
import { startPostgresShape, startSqliteShape } from '../servers/start-node-shape.ts';
import { startWorkerShape } from '../servers/start-worker-shape.ts';
import { type Round, runRound } from '../shapes/round.ts';

const WORKS = [
  ['issue, stored', 'issuedBadge'],
  ['verification page', 'verificationPage'],
  ['import a line', 'importedLine'],
] as const satisfies readonly (readonly [string, keyof Round])[];

/** Runs the same rounds through the same API on each engine. In every round the engines take turns. */
export const engines: Row = {
  name: 'engines',
  title: 'what PostgreSQL and D1 lose',
  against: 'the same work on SQLite on Node (below 1 × is what is lost)',
  group: 'heavy',
  startsPrograms: true,
  includes:
    'Each: 200 lines imported, 100 badges issued with both proofs and stored, 300 views of their pages, all through the API. Processor time of the server, of PostgreSQL beside it, and for D1 of workerd and of `wrangler dev` around it.',
  excludes:
    'The client. `wrangler dev` is not what runs at Cloudflare: its proxy before every request is counted and weighs most on cheap pages.',
  measure: async ({ rounds, note }) => {
    const shapes: Shape[] = [];
    try {
      for (const start of [startSqliteShape, startPostgresShape, startWorkerShape])
        shapes.push(await start());
      const found = shapes.map((): Round[] => []);
      // The first round warms up the servers and is not counted.
      for (let round = 0; round <= rounds; round += 1) {
        for (const [at, shape] of shapes.entries()) {
          note(`round ${round} of ${rounds}: ${shape.name}`);
          const result = await runRound(shape, round);
          if (round > 0) found[at]?.push(result);
        }
      }
      const [sqlite = [], ...others] = found;
      return others.flatMap((own, at) =>
        WORKS.map(([what, work]) =>
          toFinding(`${shapes[at + 1]?.name}: ${what}`, costsOf(own, work), costsOf(sqlite, work)),
        ),
      );
    } finally {
      for (const shape of shapes) await shape.stop();
    }
  },
};

/** The cost of some work in each round, in µs. */
function costsOf(rounds: readonly Round[], work: (typeof WORKS)[number][1]): readonly number[] {
  return rounds.map((round) => (round[work].cpuMs ?? Number.NaN) * 1000);
}

function toFinding(what: string, own: readonly number[], sqlite: readonly number[]): Finding {
  const ratios = own.map((cost, round) => (sqlite[round] ?? Number.NaN) / cost);
  return {
    what,
    value: median(ratios),
    unit: '×',
    spread: [Math.min(...ratios), Math.max(...ratios)],
    detail: `${microseconds(median(own))} against ${microseconds(median(sqlite))}`,
  };
}
