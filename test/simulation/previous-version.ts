import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Store } from '../../src/application/ports.ts';
import { DomainError } from '../../src/domain/errors.ts';
import { MIGRATIONS } from '../support/migrations.ts';

/** Copies all migrations but the newest into the folder, as the version before had them. */
export function copyPreviousMigrations(folder: string): string {
  mkdirSync(folder, { recursive: true });
  const names = readdirSync(MIGRATIONS).filter((name) => name.endsWith('.sql'));
  for (const name of names.toSorted().slice(0, -1)) copyFileSync(join(MIGRATIONS, name), join(folder, name));
  return folder;
}

/** Starts the version before, which must be refused. */
export async function startPreviousVersion(open: () => Promise<Store>): Promise<void> {
  try {
    const store = await open();
    await store.close();
  } catch (error) {
    if (error instanceof DomainError && error.code === 'newer-database') return;
    throw error;
  }
  throw new Error('an older version opened the database');
}
