import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { jalon } from '../support/command-line.ts';
import { startServer } from '../support/servers/running.ts';
import { makeSmallDisk, type SmallDisk } from './small-disk.ts';

const DISK_MEGABYTES = 8;
const tried = makeSmallDisk(1);
tried?.remove();

describe.skipIf(!tried)('a disk of the database', { timeout: 240_000 }, () => {
  let disk: SmallDisk;
  let keys: string;
  let environment: Readonly<Record<string, string>>;
  beforeEach(() => {
    disk = makeSmallDisk(DISK_MEGABYTES) as SmallDisk;
    keys = mkdtempSync(join(tmpdir(), 'jalon-keys-'));
    environment = {
      DATABASE_URL: `sqlite:${join(disk.path, 'jalon.db')}`,
      KEYS_DIR: keys,
      PUBLIC_URL: 'http://localhost:3000',
    };
  });
  afterEach(() => {
    disk.remove();
    rmSync(keys, { recursive: true, force: true });
  });

  /** Fills the disk until not a byte more fits. */
  function fill(): string {
    const filler = join(disk.path, 'filler');
    for (const size of [1024 * 1024, 4096, 1]) {
      try {
        for (;;) writeFileSync(filler, Buffer.alloc(size), { flag: 'a' });
      } catch {
        // The disk is full for pieces of this size.
      }
    }
    return filler;
  }

  it('that is full still allows reading, reports this, and is written again once there is room', async () => {
    await jalon(['keys', 'generate'], { environment });
    const { lines } = await jalon(['token', 'create', '--role', 'dane', '--name', 'x', '--json'], {
      environment,
    });
    const server = await startServer(environment);
    const write = () =>
      fetch(`${server.url}/api/v1/tokens`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${lines[0]?.['token']}`, 'Content-Type': 'application/json' },
        body: JSON.stringify({ role: 'reader', name: 'y'.repeat(80) }),
      });
    expect(await (await fetch(`${server.url}/health/ready`)).json()).toMatchObject({
      warnings: ['disk-nearly-full'],
    });
    const filler = fill();
    const statuses: number[] = [];
    // SQLite takes a few more rows in the space that it already had.
    for (let turn = 0; turn < 400 && !statuses.includes(503); turn += 1)
      statuses.push((await write()).status);
    expect(statuses.at(-1)).toBe(503);
    expect(statuses.filter((status) => status !== 200 && status !== 503)).toEqual([]);
    expect((await fetch(`${server.url}/badges`)).status).toBe(200);
    const command = await jalon(['token', 'create', '--role', 'dane', '--name', 'y', '--lang', 'en'], {
      environment,
    });
    expect(command.code).toBe(3);
    expect(command.stderr.trim().split('\n')).toEqual([expect.stringContaining('is full: nothing is lost')]);
    rmSync(filler);
    expect((await write()).status).toBe(200);
    expect(await server.stop()).toBe(0);
  });

  it('that is read-only stops the start, with one line that gives a remedy', async () => {
    await jalon(['keys', 'generate'], { environment });
    await jalon(['migrate'], { environment });
    disk.makeReadOnly();
    const { code, stderr } = await jalon(['serve', '--lang', 'en'], { environment });
    expect(code).toBe(3);
    expect(stderr.trim().split('\n')).toEqual([expect.stringContaining('cannot be written')]);
  });
});
