import { parseArgs } from 'node:util';
import { measurePlainIssue } from '../baselines/measure-plain-issue.ts';
import { measure, view } from '../measuring/measure.ts';
import type { MeasuredServer, Shape } from '../servers/shape.ts';
import { startHello } from '../servers/start-hello.ts';
import { startPostgresShape, startSqliteShape } from '../servers/start-node-shape.ts';
import { remoteWorkerShape, startWorkerShape, workerIsHere } from '../servers/start-worker-shape.ts';
import { type References, type ShapeReport, toReport, toText } from './report.ts';
import { type Round, runRound } from './round.ts';
import { writeTables } from './tables.ts';

/** `npm run bench -- shapes [--json] [--rounds N] [--worker URL] [--write]`: measures each way of running the service.
 *  Costs are given as multiples of a hello page and of a plain signature, measured in the same rounds.
 *  `--write` writes the figures in docs/scaling.md. `--worker` measures a running Worker (token in JALON_TOKEN) instead of one on this machine. */
const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '3' },
    worker: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
});
const ROUNDS = Math.max(1, Number(values.rounds));
const HELLOS = 3_000;
const PLAIN_ISSUES = 60;

const note = (text: string) => void process.stderr.write(`${text}\n`);

async function openShapes(): Promise<readonly Shape[]> {
  const shapes: Shape[] = [await startSqliteShape(), await startPostgresShape()];
  if (values.worker) shapes.push(remoteWorkerShape(values.worker, process.env['JALON_TOKEN'] ?? ''));
  else if (workerIsHere) shapes.push(await startWorkerShape());
  else note('There is no src/worker.ts: workerd and D1 are not measured.');
  return shapes;
}

/** Measures all shapes in turn, round after round, so that other work of the machine affects all of them
 *  alike. */
async function run(shapes: readonly Shape[], hello: MeasuredServer): Promise<void> {
  const found = new Map<Shape, Round[]>(shapes.map((shape) => [shape, []]));
  const references: References[] = [];
  // The first round warms up the servers and is not counted.
  for (let round = 0; round <= ROUNDS; round += 1) {
    let badge = '';
    for (const [shape, rounds] of found) {
      note(`round ${round} of ${ROUNDS}: ${shape.name}`);
      const result = await runRound(shape, round);
      badge ||= result.badges[0] ?? '';
      if (round > 0) rounds.push(result);
    }
    const document = await (await fetch(`${badge}.json`)).json();
    const plainIssue = await measurePlainIssue(document, PLAIN_ISSUES);
    const helloCost = await measure(hello, HELLOS, () => view([hello.url], HELLOS));
    if (round > 0) references.push({ plainIssue, hello: helloCost });
  }
  const reports: ShapeReport[] = [];
  for (const [shape, rounds] of found) {
    const report = toReport(shape.name, rounds, references);
    reports.push(report);
    process.stdout.write(`${values.json ? JSON.stringify(report) : toText(report)}\n`);
  }
  if (values.write) writeTables(reports, new Date().toISOString().slice(0, 10));
}

const hello = await startHello();
const shapes = await openShapes();
try {
  await run(shapes, hello);
} finally {
  for (const server of [hello, ...shapes]) await server.stop();
}
