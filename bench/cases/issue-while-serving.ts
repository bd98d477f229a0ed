import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { writeEarners } from '../fixtures/earners.ts';
import { makeServedBadges } from '../fixtures/make-served-badges.ts';
import { microseconds } from '../measuring/compare.ts';
import { measureProgram } from '../measuring/measure-program.ts';
import type { Finding, Row } from '../measuring/row.ts';
import { type LeanClient, openLeanClient } from '../servers/lean-client.ts';
import { startSqliteShape } from '../servers/start-node-shape.ts';

const BADGES = 100_000;
const SHOWN = 20;
const REQUESTS_A_SECOND = 20;

/** One command signs, a server in another process answers, and a third process sends requests, with one
 *  SQLite file on one machine. Requests start at fixed times, however long the last one took, so that a slow
 *  answer does not hide others. */
export const issueWhileServing: Row = {
  name: 'issue-while-serving',
  title: '100,000 badges in one command while the pages are read',
  group: 'heavy',
  startsPrograms: true,
  includes: `\`jalon issue\` of 100,000 granted awards, both proofs, index, audit, stored, from its start to its end; meanwhile ${REQUESTS_A_SECOND} requests a second for the pages of ${SHOWN} badges, each over an open connection, timed from when it was due.`,
  excludes:
    'Importing and granting. The time that passes is that of a machine whose cores the server, the command and the client share.',
  boundBy:
    'Two signatures of 0.84 ms together a badge on two processors that also serve the pages and run the client.',
  measure: async ({ size = BADGES, note }) => {
    const shape = await startSqliteShape();
    const client = openLeanClient(shape.url);
    const folder = mkdtempSync(join(tmpdir(), 'jalon-bench-files-'));
    try {
      const paths = await makeServedBadges(shape, SHOWN);
      note(`importing and granting ${size}`);
      mkdirSync(folder, { recursive: true });
      writeEarners(folder, { count: size, prefix: 'many' });
      await measureProgram(['import', folder], shape.environment);
      await measureProgram(['grant', '--all-met', '--also-to-look-at'], shape.environment);
      note('issuing');
      const reading = readPages(client, paths);
      const cost = await measureProgram(['issue'], shape.environment);
      const waits = await reading.end();
      return [
        {
          what: 'the command',
          value: cost.wallMs / 1000,
          unit: 's',
          ...(size === BADGES && { wanted: { below: 90 } }),
          detail: `${size.toLocaleString('en')} badges, ${microseconds((cost.cpuMs * 1000) / size)} of processor time each, ${cost.peakMb.toFixed(0)} MB`,
        },
        ...figuresOf(waits),
      ];
    } finally {
      client.close();
      rmSync(folder, { recursive: true });
      await shape.stop();
    }
  },
};

/** Sends requests at a bounded rate until it is told to end. Returns the time of each answer, in ms. */
function readPages(client: LeanClient, paths: readonly string[]) {
  const waits: number[] = [];
  const underway: Promise<void>[] = [];
  const began = performance.now();
  let isOver = false;
  const loop = (async () => {
    for (let number = 0; !isOver; number += 1) {
      const due = began + (number * 1000) / REQUESTS_A_SECOND;
      await wait(Math.max(0, due - performance.now()));
      const path = paths[number % paths.length] ?? '';
      underway.push(
        client.ask({ path, headers: { Accept: 'text/html', 'Accept-Encoding': 'br' } }).then(({ status }) => {
          if (status !== 200) throw new Error(`${path}: ${status}`);
          waits.push(performance.now() - due);
        }),
      );
    }
  })();
  return {
    async end() {
      isOver = true;
      await loop;
      await Promise.all(underway);
      return waits;
    },
  };
}

function figuresOf(waits: readonly number[]): readonly Finding[] {
  const sorted = waits.toSorted((one, other) => one - other);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  const detail = `median ${at(0.5)?.toFixed(1)} ms, slowest ${sorted.at(-1)?.toFixed(0)} ms of ${waits.length}`;
  return [{ what: 'p99 of a public page', value: at(0.99), unit: 'ms', wanted: { below: 250 }, detail }];
}
