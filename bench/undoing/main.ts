import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import Sqlite from 'better-sqlite3';
import { Client } from 'pg';
import { jalon, ROOT } from '../../test/support/command-line.ts';
import { digestOfTables, importToUndo } from '../../test/support/import-to-undo.ts';
import { startPostgres } from '../../test/support/servers/start-postgres.ts';

/** `npm run bench -- undoing [--lines N] [--postgres] [--kill-after S]`: imports this number of lines over an
 *  older import, undoes them, and reports the time, the memory, and whether the database is as before. With
 *  `--kill-after`, the undoing is killed after this number of seconds and run again. */
const { values } = parseArgs({
  options: {
    lines: { type: 'string', default: '100000' },
    postgres: { type: 'boolean', default: false },
    'kill-after': { type: 'string' },
  },
});
const POLL_INTERVAL_MS = 200;
const print = (text: string) => void process.stdout.write(`${text}\n`);

const folder = mkdtempSync(join(tmpdir(), 'jalon-bench-undo-'));
const server = values.postgres ? await startPostgres() : undefined;
const file = join(folder, 'jalon.db');
const environment = {
  DATABASE_URL: server?.url ?? `sqlite:${file}`,
  PUBLIC_URL: 'https://bench.example',
  KEYS_DIR: join(folder, 'keys'),
  DEMO: '0',
};
try {
  const files = importToUndo(Number(values.lines));
  await load(files.before);
  const before = await digest();
  const importing = performance.now();
  await load(files.undone);
  print(`import of ${values.lines} lines: ${secondsSince(importing)} s`);
  const [newest] = (await jalon(['imports', 'list', '--json'], { environment })).lines;
  const undoing = performance.now();
  if (values['kill-after']) await undo(String(newest?.['id']), Number(values['kill-after']));
  await undo(String(newest?.['id']));
  print(`undone: ${secondsSince(undoing)} s in all`);
  const after = await digest();
  const others = Object.keys(before).filter((table) => before[table] !== after[table]);
  for (const table of others) print(`${table}: ${before[table]} before, ${after[table]} after`);
  print(others.length === 0 ? 'The database is as it was before.' : 'The database is not as it was before.');
  if (others.length > 0) process.exitCode = 1;
} finally {
  await server?.stop();
  rmSync(folder, { recursive: true });
}

function secondsSince(start: number): string {
  return ((performance.now() - start) / 1000).toFixed(1);
}

async function load(files: Readonly<Record<string, string>>): Promise<void> {
  const paths = Object.entries(files).map(([name, text]) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  });
  const { code, stdout, stderr } = await jalon(['import', ...paths, '--json'], { environment });
  if (code !== 0) throw new Error(`the import failed: ${stdout.slice(-500)} ${stderr.slice(-500)}`);
}

/** Runs `imports undo`, and reads its memory from time to time. */
async function undo(id: string, killAfterSeconds?: number): Promise<void> {
  const child = spawn(process.execPath, [join(ROOT, 'dist/cli.js'), 'imports', 'undo', id, '--json'], {
    env: { PATH: process.env['PATH'] ?? '', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child.stdout.on('data', (text) => print(String(text).trim()));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const held = watchMemory(child);
  const killing = killAfterSeconds && setTimeout(() => child.kill('SIGKILL'), killAfterSeconds * 1000);
  const code = await ended;
  clearTimeout(killing);
  const megabytes = await held;
  const half = Math.floor(megabytes.length / 2);
  const mostOf = (some: readonly number[]) => Math.max(0, ...some).toFixed(0);
  print(
    `ended with ${code ?? 'SIGKILL'}; held at most ${mostOf(megabytes.slice(0, half))} MB in its first half, ${mostOf(megabytes.slice(half))} MB in its second`,
  );
}

async function watchMemory(child: ChildProcess): Promise<readonly number[]> {
  const megabytes: number[] = [];
  while (child.exitCode === null && child.signalCode === null) {
    try {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      megabytes.push(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
    } catch {
      break;
    }
    await wait(POLL_INTERVAL_MS);
  }
  return megabytes;
}

async function digest(): Promise<Readonly<Record<string, string>>> {
  if (server) {
    const client = new Client({ connectionString: server.url });
    await client.connect();
    const ask = async (sql: string) => (await client.query(sql)).rows as readonly object[];
    const tables = (await ask("select tablename from pg_tables where schemaname = 'public'")) as readonly {
      readonly tablename: string;
    }[];
    const found = await digestOfTables(
      ask,
      tables.map(({ tablename }) => tablename),
    );
    await client.end();
    return found;
  }
  const database = new Sqlite(file, { readonly: true });
  const tables = database.prepare("select name from sqlite_master where type = 'table'").pluck().all();
  const found = await digestOfTables(
    async (sql) => database.prepare(sql).all() as readonly object[],
    tables as readonly string[],
  );
  database.close();
  return found;
}
