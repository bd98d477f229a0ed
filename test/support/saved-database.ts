import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import Sqlite from 'better-sqlite3';
import { ROOT } from './command-line.ts';
import { PRODUCTION_SETTINGS } from './production-settings.ts';

const UPGRADE_FOLDER = join(ROOT, 'test/vectors/upgrade');

/** A copy of the database that an earlier version wrote, with its keys and the settings to open it. */
export interface SavedDatabase {
  readonly folder: string;
  readonly file: string;
  readonly environment: Record<string, string>;
  ask<Row = Record<string, unknown>>(sql: string): readonly Row[];
  remove(): void;
}

export function openSavedDatabase(): SavedDatabase {
  const folder = mkdtempSync(join(tmpdir(), 'jalon-kept-'));
  const file = join(folder, 'jalon.db');
  const keys = join(folder, 'keys');
  writeFileSync(file, brotliDecompressSync(readFileSync(join(UPGRADE_FOLDER, 'jalon-2026-11-29.db.br'))));
  mkdirSync(keys, { mode: 0o700 });
  for (const name of ['ed-d97b3e4c9cc981d0.json', 'rs-477812e887385aa1.json']) {
    writeFileSync(join(keys, name), readFileSync(join(UPGRADE_FOLDER, 'keys', name)), { mode: 0o600 });
  }
  return {
    folder,
    file,
    environment: { ...PRODUCTION_SETTINGS, DATABASE_URL: `sqlite:${file}`, KEYS_DIR: keys },
    ask: <Row>(sql: string) => {
      const connection = new Sqlite(file, { readonly: true });
      const rows = connection.prepare(sql).all() as Row[];
      connection.close();
      return rows;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
