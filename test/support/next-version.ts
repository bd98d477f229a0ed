import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './command-line.ts';
import { MIGRATIONS } from './migrations.ts';

/** The name of the migration that only the next version has. */
export const NEXT_MIGRATION = '9999_next.sql';

/** The project's migrations and one more, in a folder `migrations` that is made there; answers its path. */
export function makeNextMigrations(folder: string, sql = 'CREATE TABLE next (id TEXT);\n'): string {
  const migrations = join(folder, 'migrations');
  cpSync(MIGRATIONS, migrations, { recursive: true });
  writeFileSync(join(migrations, NEXT_MIGRATION), sql);
  return migrations;
}

/** The program as the next version has it, made in that folder; answers its root. */
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
