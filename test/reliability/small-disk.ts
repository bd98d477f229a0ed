import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk of its own, in memory. */
export interface SmallDisk {
  readonly path: string;
  makeReadOnly(): void;
  remove(): void;
}

/** Only an account that may mount gets one; for others it is undefined. */
export function makeSmallDisk(megabytes: number): SmallDisk | undefined {
  const path = mkdtempSync(join(tmpdir(), 'jalon-disk-'));
  if (!succeeds('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', path)) {
    rmdirSync(path);
    return undefined;
  }
  return {
    path,
    makeReadOnly: () => {
      if (!succeeds('mount', '-o', 'remount,ro', path)) throw new Error(`${path} is in use`);
    },
    remove: () => {
      succeeds('umount', '-l', path);
      rmdirSync(path);
    },
  };
}

function succeeds(command: string, ...texts: readonly string[]): boolean {
  return spawnSync(command, texts, { stdio: 'ignore' }).status === 0;
}
