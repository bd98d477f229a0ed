import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeMigratedDatabase } from './postgres.ts';

/** The engines that several processes can share, each with the function that makes an empty database. */
export const ENGINES: readonly (readonly [
  string,
  () => Promise<{ readonly url: string; drop(): Promise<void> }>,
])[] = [
  [
    'SQLite',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'jalon-engine-'));
      return {
        url: `sqlite:${join(folder, 'jalon.db')}`,
        drop: async () => rmSync(folder, { recursive: true }),
      };
    },
  ],
  ['PostgreSQL', makeMigratedDatabase],
];
