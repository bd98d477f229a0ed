import { statSync } from 'node:fs';
import { backupSqlite, restoreSqlite } from '../../adapters/storage/engines/backup.node.ts';
import { type NotedBackup, noteBackup } from '../../application/backup.ts';
import { reasonOf } from '../../application/reason-of.ts';
import { toInstant } from '../../domain/time/time.ts';
import { migrationsFolder, openKnownDatabase } from '../../node.ts';
import { readSettings } from '../../settings/read-settings.node.ts';
import { UsageError } from '../usage-error.ts';
import type { Verb, VerbCall } from '../verb.ts';

/** `backup FILE`: makes a consistent copy of the database while the service runs. The key folder must be kept
 *  as well. `backup --noted` notes one that another program made, as those of PostgreSQL do. */
export const backupVerb: Verb = {
  options: { noted: { type: 'boolean' } },
  words: { min: 0, max: 1 },
  async run(call) {
    const { words, options, output, texts } = call;
    const [file] = words;
    if ((file === undefined) !== (options['noted'] === true))
      throw new UsageError(texts.wrongWords('backup'));
    if (file === undefined) {
      await note(call, {});
      output.line({ kind: 'backup-noted' }, texts.backupNoted);
      return 0;
    }
    const copy = { from: databaseFileOf(call), to: file, migrationsFolder: migrationsFolder() };
    const refusal = await backupSqlite(copy);
    output.line({ kind: 'backup', file }, texts.backedUp(file));
    // The copy is whole without the note.
    await note(call, { bytes: statSync(file).size }).catch((error: unknown) =>
      output.note(texts.backupNotNoted(reasonOf(error))),
    );
    if (refusal) output.note(texts.backupRefused(String(refusal.params['found'] ?? refusal.code)));
    return 0;
  },
};

/** Notes the backup in the database, for the figures and the alerts. */
async function note({ environment }: VerbCall, made: Pick<NotedBackup, 'bytes'>): Promise<void> {
  const store = await openKnownDatabase(environment);
  try {
    if (store) await noteBackup(store, { at: toInstant(new Date()), ...made });
  } finally {
    await store?.close();
  }
}

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
