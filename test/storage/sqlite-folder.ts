import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openSqliteStore } from '../../src/adapters/storage/engines/sqlite.node.ts';
import type { Store } from '../../src/application/ports.ts';
import { copyDatabase } from '../support/fixtures/template.ts';
import { MIGRATIONS } from '../support/migrations.ts';

export interface Folder {
  readonly path: string;
  /** The database that `open` opens, in a folder that it makes. */
  readonly file: string;
  open(): Promise<Store>;
  /** Like `open`, but copies an empty database, for tests to which the way it is made does not matter. */
  openCopy(): Promise<Store>;
  remove(): void;
}

/** A folder of its own for one test's database. */
export function openFolder(): Folder {
  const path = mkdtempSync(join(tmpdir(), 'jalon-store-'));
  const file = join(path, 'var', 'jalon.db');
  const open = () => openSqliteStore({ file, migrationsFolder: MIGRATIONS });
  return {
    path,
    file,
    open,
    openCopy: async () => {
      mkdirSync(dirname(file), { recursive: true });
      await copyDatabase(file);
      return open();
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}
