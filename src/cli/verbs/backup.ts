import { backupSqlite, restoreSqlite } from '../../adapters/storage/engines/backup.node.ts';
import { migrationsFolder } from '../../node.ts';
import { readSettings } from '../../settings/read-settings.node.ts';
import { UsageError } from '../usage-error.ts';
import type { Verb, VerbCall } from '../verb.ts';

/** `backup FILE`: makes a consistent copy of the database while the service runs. The key folder must be kept
 *  as well. */
export const backupVerb: Verb = {
  options: {},
  words: { min: 1, max: 1 },
  async run(call) {
    const { words, output, texts } = call;
    const file = words[0] ?? '';
    const copy = { from: databaseFileOf(call), to: file, migrationsFolder: migrationsFolder() };
    const refusal = await backupSqlite(copy);
    output.line({ kind: 'backup', file }, texts.backedUp(file));
    if (refusal) output.note(texts.backupRefused(String(refusal.params['found'] ?? refusal.code)));
    return 0;
  },
};

/** `restore FILE`: puts a backup, or an SQL export of D1, in the database's place, after checking that it is
 *  undamaged, one of ours and not newer. An older one is migrated. */
export const restoreVerb: Verb = {
  options: {},
  words: { min: 1, max: 1 },
  async run(call) {
    const { words, output, texts } = call;
    const file = words[0] ?? '';
    const to = databaseFileOf(call);
    const migrated = await restoreSqlite({ from: file, to, migrationsFolder: migrationsFolder() });
    output.line(
      { kind: 'restored', file, migrations: migrated.length },
      texts.restored(file, migrated.length),
    );
    output.note(texts.restoredWarning);
    return 0;
  },
};

/** PostgreSQL has its own backup programs, which know its roles, replicas and other databases. */
function databaseFileOf({ environment, texts }: VerbCall): string {
  const { database } = readSettings(environment).config;
  if (database.kind === 'postgres') throw new UsageError(texts.saveWithPostgres);
  return database.file;
}
