import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { PARSERS } from './parsers.ts';

const CHILD = fileURLToPath(new URL('../../limits/parsers.child.ts', import.meta.url));
/** The heap of the process, in MiB. */
const HEAP_MB = 512;
/** A process that says nothing for this long is ended: its input has no end. */
const SILENCE_MS = 180_000;

/** Eight times the length may cost this many times as much. */
const LARGEST_GROWTH = 24;
/** Below this time, the growth is that of the machine's noise. */
const SMALLEST_MS = 40;
/** The most processor time for a MiB, where the parser states no other. */
const USUAL_MS_A_MEBIBYTE = 250;
const MEBIBYTE = 1_048_576;

interface Cost {
  readonly length: number;
  readonly milliseconds: number;
}

type ParserMessage =
  | { readonly kind: 'begins'; readonly at: number; readonly shape: string; readonly length: number }
  | {
      readonly kind: 'measured';
      readonly at: number;
      readonly shape: string;
      readonly costs: readonly Cost[];
    }
  | { readonly kind: 'finished'; readonly shapes: number };

export interface Measured {
  readonly inputs: number;
  /** What went wrong, each with the number of inputs until it was found. */
  readonly faults: readonly string[];
  readonly slowest: string;
}

/** Feeds one parser with the worst shapes, in a process of its own that is started again after an input that
 *  ended it. */
export async function measureParser(name: string, largestOfTwo: number): Promise<Measured> {
  const faults: string[] = [];
  let inputs = 0;
  let slowest = { milliseconds: 0, shape: '' };
  let next: number | undefined = 0;
  while (next !== undefined) {
    next = await runFrom(name, next, {
      largestOfTwo,
      onCosts: (shape, costs) => {
        inputs += costs.length;
        const error = errorOf(costs, PARSERS[name]?.msAMebibyte ?? USUAL_MS_A_MEBIBYTE);
        if (error !== undefined) faults.push(`${shape}: ${error} (after ${inputs} inputs)`);
        for (const { length, milliseconds } of costs) {
          if (milliseconds > slowest.milliseconds) slowest = { milliseconds, shape: `${shape}, ${length}` };
        }
      },
      onEnd: (shape, length, why) => {
        inputs += 1;
        faults.push(`${shape}: ${why} at ${length} characters (after ${inputs} inputs)`);
      },
    });
  }
  return { inputs, faults, slowest: `${Math.round(slowest.milliseconds)} ms for ${slowest.shape}` };
}

function errorOf(costs: readonly Cost[], msAMebibyte: number): string | undefined {
  for (const [at, { length, milliseconds }] of costs.entries()) {
    const before = costs[at - 1];
    const allowed = (msAMebibyte * Math.max(length, MEBIBYTE)) / MEBIBYTE;
    if (milliseconds > allowed) return `${Math.round(milliseconds)} ms for ${length} characters`;
    if (before === undefined || milliseconds < SMALLEST_MS) continue;
    const longer = length / before.length / 8;
    const growth = milliseconds / Math.max(before.milliseconds, 1);
    if (growth > LARGEST_GROWTH * longer) {
      return `${growth.toFixed(0)} times the time for ${length / before.length} times the length`;
    }
  }
  return undefined;
}

interface Hearing {
  readonly largestOfTwo: number;
  onCosts(shape: string, costs: readonly Cost[]): void;
  onEnd(shape: string, length: number, why: string): void;
}

/** The number of the shape after the one that ended the process; undefined once all were measured. */
function runFrom(
  name: string,
  first: number,
  { largestOfTwo, onCosts, onEnd }: Hearing,
): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const child = fork(CHILD, [name, String(first), String(largestOfTwo)], {
      execArgv: [`--max-old-space-size=${HEAP_MB}`],
      silent: true,
    });
    let begun: Extract<ParserMessage, { kind: 'begins' }> | undefined;
    let isStuck = false;
    let isFinished = false;
    let errors = '';
    const stop = () => {
      isStuck = true;
      child.kill('SIGKILL');
    };
    let silence = setTimeout(stop, SILENCE_MS);
    child.stderr?.on('data', (part) => {
      errors = `${errors}${part}`.slice(-2000);
    });
    child.on('message', (stated: ParserMessage) => {
      clearTimeout(silence);
      silence = setTimeout(stop, SILENCE_MS);
      if (stated.kind === 'begins') begun = stated;
      if (stated.kind === 'measured') onCosts(stated.shape, stated.costs);
      if (stated.kind === 'finished') isFinished = true;
    });
    child.once('exit', () => {
      clearTimeout(silence);
      if (isFinished) return resolve(undefined);
      if (!begun) return reject(new Error(errors));
      onEnd(begun.shape, begun.length, isStuck ? 'no end' : `the process ended ${errors.slice(-300)}`);
      resolve(begun.at + 1);
    });
  });
}
