import { parseArgs } from 'node:util';
import { type NodeShape, startPostgresShape, startSqliteShape } from '../servers/start-node-shape.ts';
import { type Soaked, soak } from './run.ts';

/** `npm run bench -- soak [--minutes N] [--rate N] [--store sqlite|postgres]`: lets the service work for an
 *  hour on both databases at once, reading at a steady rate while badges are imported, granted, issued,
 *  accepted, revoked and verified. Prints one JSON line a minute and shape, then what `jalon doctor` finds. The
 *  exit code is 1 where an answer failed or the doctor found something. */
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '60' },
    rate: { type: 'string', default: '100' },
    store: { type: 'string' },
  },
});
const minutes = Number(values.minutes);
const rate = Number(values.rate);

const starts: Readonly<Record<string, () => Promise<NodeShape>>> = {
  sqlite: startSqliteShape,
  postgres: startPostgresShape,
};
const wanted = values.store === undefined ? Object.keys(starts) : [values.store];

const print = (line: object) => void process.stdout.write(`${JSON.stringify(line)}\n`);

async function soakShape(name: string): Promise<Soaked> {
  const shape = await starts[name]?.();
  if (shape === undefined) throw new Error(`--store is sqlite or postgres, not ${name}`);
  try {
    return await soak(shape, { minutes, rate, onMinute: (minute) => print({ shape: name, ...minute }) });
  } finally {
    await shape.stop();
  }
}

const ended = await Promise.all(wanted.map(soakShape));
for (const [at, one] of ended.entries()) print({ shape: wanted[at], ended: true, ...one });
process.exitCode = ended.every(({ failed, found }) => failed === 0 && found.length === 0) ? 0 : 1;
