import { randomUUID } from 'node:crypto';
import { fileSources } from '../../src/adapters/spreadsheets/file-source.node.ts';
import { openSpreadsheet } from '../../src/adapters/spreadsheets/open.ts';
import { openSqliteStore } from '../../src/adapters/storage/engines/sqlite.node.ts';
import { importFiles } from '../../src/application/files/import/run.ts';
import { publishedCatalogue } from '../../src/catalogue/versions.ts';
import type { PersonId } from '../../src/domain/ids.ts';
import type { Instant } from '../../src/domain/time/calendar.ts';
import { MIGRATIONS } from '../support/migrations.ts';
import { somePorts } from '../support/servers/some-ports.ts';

/** Runs with `--expose-gc`: imports the given files into the given database, and reports the result and the
 *  most memory that the process held at two looks in a row, without garbage. On a busy machine the collector
 *  sometimes leaves 20 MB of garbage until the next look; what the program holds is there at both. */
const [database = '', ...paths] = process.argv.slice(2);
const store = await openSqliteStore({
  file: database,
  migrationsFolder: MIGRATIONS,
});
let heldBytes = 0;
let bytesBefore = 0;
let reports = 0;
const run = importFiles(
  somePorts({
    store,
    clock: { now: () => '2026-11-24T10:00:00Z' as Instant },
    ids: { personId: () => randomUUID() as string as PersonId, uuid: () => randomUUID() },
    origin: 'https://jalon.test',
    catalogue: publishedCatalogue,
    openSheets: openSpreadsheet,
  }),
);
const summary = await run(await fileSources(paths), {
  dryRun: false,
  actor: 'test',
  onProgress: () => {
    reports += 1;
    if (reports % 16 !== 0) return;
    // A second collection waits for what the first still frees next to the program.
    globalThis.gc?.();
    globalThis.gc?.();
    const { heapUsed, external } = process.memoryUsage();
    const bytes = heapUsed + external;
    heldBytes = Math.max(heldBytes, Math.min(bytes, bytesBefore));
    bytesBefore = bytes;
  },
});
await store.close();
process.stdout.write(JSON.stringify({ summary, heldBytes, reports }));
