import { parseArgs } from 'node:util';
import { ACTS } from './acts.ts';
import { live } from './live.ts';
import { makeSqlitePlace } from './place.ts';
import { planLife } from './plan.ts';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1' },
    steps: { type: 'string', default: '2000' },
    trace: { type: 'boolean', default: false },
  },
});
const say = (text: string) => void process.stdout.write(`${text}\n`);
const place = await makeSqlitePlace('memory');
const began = performance.now();
const steps = planLife(Number(values.seed), { steps: Number(values.steps), acts: ACTS });
const { trace, ...report } = await live({ place, seed: Number(values.seed), steps });
if (values.trace) say(trace.join('\n'));
for (const { what, ...where } of report.broken) say(`${JSON.stringify(where)} ${what}`);
say(JSON.stringify({ ...report, broken: report.broken.length, seconds: (performance.now() - began) / 1000 }));
await place.remove();
