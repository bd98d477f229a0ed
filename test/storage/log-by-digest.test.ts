import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openSqliteStore } from '../../src/adapters/storage/engines/sqlite.node.ts';
import { extendBadgeLog } from '../../src/application/badge-log/append-badges.ts';
import { canonicalJson } from '../../src/open-badges/canonicalization/canonical-json.ts';
import { MIGRATIONS } from '../support/migrations.ts';
import { somePorts } from '../support/servers/some-ports.ts';

const MIGRATION = '0029_log_by_digest.sql';
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jalon-log-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The migrations before this one, in a folder of their own. */
function earlierMigrations(): string {
  const earlier = join(folder, 'migrations');
  mkdirSync(earlier);
  const names = readdirSync(MIGRATIONS).filter((name) => name.endsWith('.sql') && name < MIGRATION);
  for (const name of names) cpSync(join(MIGRATIONS, name), join(earlier, name));
  return earlier;
}

it('keeps the entries of an older log in their places, and enters what that log lacked', async () => {
  const file = join(folder, 'jalon.db');
  await (await openSqliteStore({ file, migrationsFolder: earlierMigrations() } as never)).close();
  const database = new Sqlite(file);
  database.pragma('foreign_keys = off');
  const [logged, jws] = [hashOf('logged'), hashOf('its jws')];
  database.exec(`
    INSERT INTO log_entry VALUES (0, 'c0', 1, 'jalon-badge/v1' || char(10) || 'document ${logged}' || char(10) || 'jws ${jws}' || char(10));
    INSERT INTO log_tile VALUES (0, 0, 1, '${Buffer.alloc(32).toString('base64')}');
    INSERT INTO log_pending VALUES ('c1', 1), ('c1', 2), ('gone', 1);
    INSERT INTO credential (id, award_id, revision, valid_from, document, jws, key_ids, status_list_id, status_index,
      subject_id, salt, acceptance, visibility, hidden, shown_name, show_schools, email_identifier)
    VALUES ('c1', 'a1', 2, '2026-01-01T00:00:00Z', '{"b": 1, "a": "é"}', 'x.y.z', '[]', 'l', 1,
      's', 's', 'private', 'unlisted', 0, 'none', 0, 0);
    INSERT INTO badge_record VALUES ('p1', 'r1', 'none', 1, '2026-01-01T00:00:00Z', '{"record":1}', 'r.r.r', '[]', 's', '');
    INSERT INTO program_credential VALUES ('urn:1', 'sha256$${hashOf('program')}', 'l', 2, '2026-01-01T00:00:00Z', 't', NULL, NULL);
  `);
  database.close();
  const store = await openSqliteStore({ file, migrationsFolder: MIGRATIONS } as never);
  expect(await store.readLogEntryOf(jws)).toEqual({ position: 0, digests: { document: logged, jws } });
  expect(await extendBadgeLog(somePorts({ store }))()).toBe(3);
  const entered = (await store.readLogEntries(1, 10)).map(({ digests }) => digests.document);
  const stored = [{ a: 'é', b: 1 }, { record: 1 }].map((document) => hashOf(canonicalJson(document)));
  expect(new Set(entered)).toEqual(new Set([...stored, hashOf('program')]));
  expect(await store.readUnreadForms(10)).toEqual([]);
  await store.close();
});
