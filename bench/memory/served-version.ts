import { chmodSync, cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { jalon } from '../../test/support/command-line.ts';
import { findFreePort } from '../../test/support/servers/free-port.ts';
import { openSession } from '../fixtures/open-session.ts';
import { startNode } from '../servers/shape.ts';
import { AGENT, writeFixtureFiles } from '../workspaces/fixture.ts';
import { spendOfficeHour } from './office-hour.ts';

const PUBLIC_BADGES = 40;
const TABLE_BYTES = 8_000_000;

/** A version of the program with a database of its own. */
export interface Version {
  /** Its folder, built. */
  readonly root: string;
  /** Its command that serves, in that folder. */
  readonly command: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Words before the command. */
  readonly enter?: readonly string[];
}

/** A database that is filled once and served many times. */
export interface PreparedVersion {
  /** The most memory that the service takes in one busy hour of the DANE, in MB. */
  measurePeak(): Promise<number>;
  remove(): void;
}

/** Imports people with three years of engagement each, grants and signs what they earn, and accepts it. */
export async function prepareVersion(version: Version, people: number): Promise<PreparedVersion> {
  const folder = mkdtempSync(join(tmpdir(), 'jalon-bench-peak-'));
  const files = mkdtempSync(join(tmpdir(), 'jalon-bench-files-'));
  writeFixtureFiles(files, people);
  const table = cutTable(readFileSync(join(files, 'engagements.csv'), 'utf8'));
  const environment = settingsOf(folder, 'http://localhost:1');
  for (const command of [
    ['keys', 'generate'],
    ['import', files],
    ['grant', '--all-met', '--also-to-look-at'],
    ['issue'],
    ['accept', '--all', '--visibility', 'public', '--name', 'full'],
  ]) {
    const { code, stderr } = await jalon(command, { environment, root: version.root });
    if (code !== 0) throw new Error(`jalon ${command.join(' ')} ended with ${code}: ${stderr}`);
  }
  rmSync(files, { recursive: true });
  return {
    measurePeak: () => measurePeak(version, folder, table),
    remove: () => rmSync(folder, { recursive: true }),
  };
}

async function measurePeak(
  { root, command, environment, enter = [] }: Version,
  from: string,
  table: Uint8Array<ArrayBuffer>,
) {
  const folder = mkdtempSync(join(tmpdir(), 'jalon-bench-hour-'));
  cpSync(from, folder, { recursive: true });
  // Keys that others may read are not used.
  chmodSync(join(folder, 'keys'), 0o700);
  const file = join(folder, 'jalon.db');
  const url = `http://localhost:${await findFreePort()}`;
  const service = await startNode([join(root, command), 'serve'], {
    url: `${url}/health/ready`,
    environment: { ...settingsOf(folder, url), ...environment },
    log: join(folder, 'log.jsonl'),
    enter,
  });
  try {
    await spendOfficeHour({ url, cookie: openSession(file, AGENT), badges: publicBadges(file), table });
    return peakOf(service.pid);
  } finally {
    await service.stop();
    rmSync(folder, { recursive: true });
  }
}

function settingsOf(folder: string, url: string): Readonly<Record<string, string>> {
  return {
    DATABASE_URL: `sqlite:${join(folder, 'jalon.db')}`,
    KEYS_DIR: join(folder, 'keys'),
    PUBLIC_URL: url,
    PORT: new URL(url).port,
    DEMO: '0',
    LIMIT_REQUESTS: '1000000',
  };
}

/** Lines of a table, over and over with references of their own, up to some megabytes. */
function cutTable(text: string): Uint8Array<ArrayBuffer> {
  const [header = '', ...lines] = text.trim().split('\n');
  const table = [header];
  let bytes = header.length + 1;
  for (let at = 0; bytes < TABLE_BYTES; at += 1) {
    const line = `${at}-${lines[at % lines.length]}`;
    table.push(line);
    bytes += line.length + 1;
  }
  return new TextEncoder().encode(`${table.join('\n')}\n`);
}

function publicBadges(file: string): readonly string[] {
  const database = new Sqlite(file, { readonly: true });
  const ids = database.prepare('select id from credential limit ?').pluck().all(PUBLIC_BADGES);
  database.close();
  return ids.map((id) => `/credentials/${id}`);
}

/** The kernel records the peak of each process. In MB of 1,000,000 bytes. */
function peakOf(pid: number): number {
  const kibibytes = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return (Number(kibibytes ?? Number.NaN) * 1024) / 1_000_000;
}
