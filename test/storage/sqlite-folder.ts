import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore } from '../../src/adapters/storage/engines/sqlite.node.ts';
import type { Store } from '../../src/application/ports.ts';

export const MIGRATIONS = join(import.meta.dirname, '../../migrations');

export interface Folder {
  readonly path: string;
  /** The database that `open` opens, in a folder that it makes. */
  readonly file: string;
  open(): Promise<Store>;
  remove(): void;
}

/** A folder of its own for one test's database. */
export function openFolder(): Folder {
  const path = mkdtempSync(join(tmpdir(), 'jalon-store-'));
  const file = join(path, 'var', 'jalon.db');
  return {
    path,
    file,
    open: () => openSqliteStore({ file, migrationsFolder: MIGRATIONS }),
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}
