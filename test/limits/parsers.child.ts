import { PARSERS } from '../support/load/parsers.ts';
import { worstShapes } from '../support/load/worst-shapes.ts';

/** A process with a small heap that feeds one parser with the worst shapes, from 1 KiB on, and reports the
 *  processor time of each. Shapes of one word grow to the parser's limit, and those of two to
 *  `largestOfTwo`. */
const [name = '', firstShape = '0', largestOfTwo = '0'] = process.argv.slice(2);
const GROWTH = 8;
const SMALLEST = 1024;
/** Two thirds of this time are noise of the machine. */
const MEASURED_MS = 3;
/** From this time on, the growth is judged, and a pause of the machine must not count as growth. */
const JUDGED_MS = 40;
/** A shape that has cost this much is known to be slow. */
const ENOUGH_MS = 3000;

const parser = PARSERS[name];
if (!parser) throw new Error(`no parser ${name}`);
const shapes = worstShapes(parser.words);
for (const [at, shape] of shapes.entries()) {
  if (at < Number(firstShape)) continue;
  const costs: { length: number; milliseconds: number }[] = [];
  for (const length of lengthsUpTo(
    at < parser.words.length ? parser.limit : Math.min(parser.limit, Number(largestOfTwo)),
  )) {
    await sendMessage({ kind: 'begins', at, shape: shape.name, length });
    const milliseconds = await costOf(shape.make(length), parser.feed);
    costs.push({ length, milliseconds });
    if (milliseconds > ENOUGH_MS) break;
  }
  await sendMessage({ kind: 'measured', at, shape: shape.name, costs });
}
await sendMessage({ kind: 'finished', shapes: shapes.length });
process.disconnect?.();

/** Waits until the message is gone: what is not sent yet would fill the heap. */
function sendMessage(message: object): Promise<void> {
  return new Promise((resolve) => {
    process.send?.(message, () => resolve());
  });
}

function lengthsUpTo(limit: number): readonly number[] {
  const lengths: number[] = [];
  for (let length = SMALLEST; length < limit / 2; length *= GROWTH) lengths.push(length);
  return [...lengths, limit];
}

/** The shortest of three, or of seven if its growth is judged, in milliseconds of processor; short ones are not
 *  repeated. */
async function costOf(text: string, feed: (text: string) => unknown): Promise<number> {
  let least = await once(text, feed);
  const isRepeated = (again: number) => again < 2 || (again < 6 && least > JUDGED_MS);
  for (let again = 0; isRepeated(again) && least > MEASURED_MS && least < ENOUGH_MS; again += 1) {
    least = Math.min(least, await once(text, feed));
  }
  return least;
}

async function once(text: string, feed: (text: string) => unknown): Promise<number> {
  const before = process.cpuUsage();
  try {
    await feed(text);
  } catch {
    // A refusal is an answer.
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
