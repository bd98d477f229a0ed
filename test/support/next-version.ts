import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './command-line.ts';
import { MIGRATIONS } from './migrations.ts';

/** Name of the migration that only the next version has. */
export const NEXT_MIGRATION = '9999_next.sql';

/** Makes a folder `migrations` with the project's migrations and one more. Returns its path. */
export function makeNextMigrations(folder: string, sql = 'CREATE TABLE next (id TEXT);\n'): string {
  const migrations = join(folder, 'migrations');
  cpSync(MIGRATIONS, migrations, { recursive: true });
  writeFileSync(join(migrations, NEXT_MIGRATION), sql);
  return migrations;
}

/** Makes the program of the next version in that folder. Returns its root. */
export function makeNextVersion(folder: string): string {
  const root = join(folder, 'next');
  mkdirSync(root);
  makeNextMigrations(root);
  cpSync(join(ROOT, 'dist'), join(root, 'dist'), {
    recursive: true,
    filter: (name) => !name.endsWith('.map'),
  });
  for (const name of ['node_modules', 'data', 'schemas', 'package.json']) {
    symlinkSync(join(ROOT, name), join(root, name));
  }
  return root;
}
