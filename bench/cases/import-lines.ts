import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { startTestService, type TestService, toSource } from '../../test/support/servers/service.ts';
import { earnersFiles } from '../fixtures/earners.ts';
import { type Contender, compare, toRatio } from '../measuring/compare.ts';
import { processCpuMs } from '../measuring/in-process.ts';
import type { Row } from '../measuring/row.ts';

const LINES = { usual: 20_000, full: 100_000, trial: 20 };

/** Half of the lines are people, the other half their engagements. Each round imports into a new database. */
export const importLines: Row = {
  name: 'import',
  title: 'import CSV files into a new database',
  against: 'csv-parse 7 as a stream over the same files, its records thrown away',
  group: 'usual',
  startsPrograms: false,
  includes:
    'Ours: decoding, reading and checking every cell, finding who and where it is, the decision about each line, what follows for the segments of engagement, the commit to a SQLite file with its audit. 20,000 lines by default, 100,000 with `--full`. The rival: the same bytes to arrays of cells, which is a small part of the task.',
  excludes: 'Ours: making the empty database, and what the command prints.',
  boundBy:
    "Of 28 to 35 µs a line, by a profile at 35, SQLite takes 10 for the rows and their indexes and some 5 for writing pages; every cell is read and checked twice (8), what is known is read (4), the decision and what undoes it take 3, the garbage 4. The rival's whole task takes 3.5.",
  measure: async (options) => {
    const lines =
      options.size ?? (options.blockMs === 0 ? LINES.trial : options.full ? LINES.full : LINES.usual);
    const files = earnersFiles({ count: lines / 2, prefix: 'p' });
    const ours = importing(files, lines);
    const comparison = await compare({ ours: ours.contender, rival: parsing(files, lines) }, options).finally(
      ours.close,
    );
    const figure = toRatio(`a line of ${lines.toLocaleString('en')}`, comparison, { atLeast: 0.1 });
    return [figure];
  },
};

type Files = Readonly<Record<string, string>>;

function importing(files: Files, lines: number): { contender: Contender; close: () => Promise<void> } {
  let service: TestService | undefined;
  const close = async () => {
    await service?.stop();
    service = undefined;
  };
  return {
    close,
    contender: {
      cpuMs: processCpuMs,
      count: lines,
      async prepare() {
        await close();
        service = await startTestService();
      },
      async run() {
        const sources = Object.entries(files).map(toSource);
        const summary = await service?.services.importFiles(sources, { dryRun: false, actor: 'bench' });
        // The school is one more line.
        if (summary?.created !== lines + 1)
          throw new Error(`not all were imported: ${JSON.stringify(summary)}`);
      },
    },
  };
}

function parsing(files: Files, lines: number): Contender {
  const bytes = Object.values(files).map((text) => Buffer.from(text));
  return {
    cpuMs: processCpuMs,
    count: lines,
    async run() {
      let read = 0;
      for (const file of bytes) {
        const parser = Readable.from([file]).pipe(parse({ delimiter: ';' }));
        for await (const _ of parser) read += 1;
      }
      if (read < lines) throw new Error(`csv-parse read ${read} lines`);
    },
  };
}
