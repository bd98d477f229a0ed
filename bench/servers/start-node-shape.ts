import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { Client } from 'pg';
import { jalon, ROOT } from '../../test/support/command-line.ts';
import { findFreePort } from '../../test/support/servers/free-port.ts';
import { type PostgresServer, startPostgres } from '../../test/support/servers/start-postgres.ts';
import { cpuOf } from '../measuring/process-use.ts';
import { type Shape, startNode } from './shape.ts';

/** The bench sends more requests than the limits allow. The limits are counted as usual, but set so high that
 *  they are never reached. */
const NO_LIMITS = {
  LIMIT_REQUESTS: '1000000',
  LIMIT_VERIFICATIONS: '1000000',
  LIMIT_API_WRITES: '1000000',
};

/** A service whose settings are known, so that a second process can open the same database and keys. */
export interface NodeShape extends Shape {
  readonly environment: Readonly<Record<string, string>>;
  /** The file of its log, which ends with it. */
  readonly log: string;
  /** Process number of the service. */
  readonly pid: number;
}

/** The service on Node with a SQLite file. */
export async function startSqliteShape(): Promise<NodeShape & { readonly file: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'jalon-bench-'));
  const file = join(folder, 'jalon.db');
  const node = await startService(folder, `sqlite:${file}`);
  return {
    ...node,
    name: 'SQLite on Node',
    file,
    cpuMs: () => cpuOf([node.pid]),
    storedBytes: async () => bytesOfSqlite(file),
    async stop() {
      await node.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

/** The service on Node with a PostgreSQL server of its own. The processor time of both is counted. */
export async function startPostgresShape(): Promise<NodeShape> {
  const folder = mkdtempSync(join(tmpdir(), 'jalon-bench-'));
  const server = await startPostgres();
  const node = await startService(folder, server.url);
  return {
    ...node,
    name: 'PostgreSQL',
    cpuMs: () => cpuOf([node.pid, server.pid]),
    storedBytes: () => bytesOfPostgres(server),
    async stop() {
      await node.stop();
      await server.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

async function startService(folder: string, database: string) {
  const port = await findFreePort();
  const url = `http://localhost:${port}`;
  const environment = {
    DATABASE_URL: database,
    KEYS_DIR: join(folder, 'keys'),
    PORT: String(port),
    PUBLIC_URL: url,
    DEMO: '0',
    ...NO_LIMITS,
  };
  await jalon(['keys', 'generate'], { environment });
  const { lines } = await jalon(['token', 'create', '--role', 'dane', '--name', 'bench', '--json'], {
    environment,
  });
  const log = join(folder, 'log.jsonl');
  const ready = { url: `${url}/health/ready`, environment, log };
  const { pid, stop } = await startNode([`${ROOT}dist/cli.js`, 'serve'], ready);
  return { url, origin: url, environment, log, token: String(lines[0]?.['token']), pid, stop };
}

/** Bytes of the pages in use, in the file and in its log. */
export function bytesOfSqlite(file: string): number {
  const database = new Sqlite(file, { readonly: true });
  const sizeOf = (name: string) => Number(database.pragma(name, { simple: true }));
  const bytes = (sizeOf('page_count') - sizeOf('freelist_count')) * sizeOf('page_size');
  database.close();
  return bytes;
}

/** Bytes of the database without dead rows. An update leaves a dead row, which stays until it is vacuumed. */
async function bytesOfPostgres({ url }: PostgresServer): Promise<number> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query('VACUUM FULL');
  const { rows } = await client.query('select pg_database_size(current_database()) as bytes');
  await client.end();
  return Number(rows[0].bytes);
}
