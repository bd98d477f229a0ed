import { setTimeout as wait } from 'node:timers/promises';
import type { MeasuredServer } from '../servers/shape.ts';

export interface Times {
  /** Milliseconds. */
  readonly median: number;
  readonly p99: number;
  readonly longest: number;
}

export interface Readers {
  /** What was answered so far, and the times since this was last asked. */
  take(): Times & { readonly answers: number; readonly failed: number };
  /** What failed, a few of each. */
  readonly faults: readonly string[];
  readonly ended: Promise<void>;
}

interface Reading {
  /** Requests a second. */
  readonly rate: number;
  /** The addresses known now; more come in the meantime. */
  readonly paths: () => readonly string[];
  readonly stop: AbortSignal;
}

const READERS = 8;
const MOST_FAULTS = 20;

/** Asks for one address after the other like browsers, every third time with the tag of the answer before. */
export function readSteadily(server: MeasuredServer, { rate, paths, stop }: Reading): Readers {
  const tags = new Map<string, string>();
  const faults: string[] = [];
  let times: number[] = [];
  let answers = 0;
  let failed = 0;
  let requested = 0;
  const ask = async (path: string, turn: number) => {
    const tag = turn % 3 === 0 ? tags.get(path) : undefined;
    const headers = { accept: 'text/html', ...(tag && { 'if-none-match': tag }) };
    const answer = await fetch(server.url + path, { headers });
    await answer.arrayBuffer();
    const etag = answer.headers.get('etag');
    if (etag) tags.set(path, etag);
    // The page of a badge that was revoked in the meantime answers too.
    if (answer.status !== 200 && answer.status !== 304) throw new Error(String(answer.status));
  };
  const read = async () => {
    const pause = (1000 * READERS) / rate;
    for (let next = performance.now(); !stop.aborted; next += pause) {
      const late = next - performance.now();
      if (late > 0) await wait(late);
      const known = paths();
      const path = known[requested % known.length] ?? '/';
      requested += 1;
      const began = performance.now();
      try {
        await ask(path, requested);
      } catch (error) {
        failed += 1;
        if (faults.length < MOST_FAULTS) faults.push(`${path}: ${causeOf(error)}`);
      }
      answers += 1;
      times.push(performance.now() - began);
    }
  };
  return {
    take() {
      const sorted = times.toSorted((one, other) => one - other);
      times = [];
      const at = (share: number) => Number((sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1));
      return { answers, failed, median: at(0.5), p99: at(0.99), longest: at(1 - 1 / (sorted.length + 1)) };
    },
    faults,
    ended: Promise.all(Array.from({ length: READERS }, read)).then(() => {}),
  };
}

function causeOf(error: unknown): string {
  const { message, cause } = error as Error;
  return cause instanceof Error ? `${message} (${cause.message})` : message;
}
