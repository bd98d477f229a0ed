import { statSync, writeFileSync } from 'node:fs';
import { makeIdentity } from '../../adapters/backup-encryption/age.node.ts';
import { backupSqlite, restoreSqlite } from '../../adapters/storage/engines/backup.node.ts';
import { type NotedBackup, noteBackup } from '../../application/backup.ts';
import { reasonOf } from '../../application/observability/counting-logger.ts';
import { DomainError } from '../../domain/errors.ts';
import { toInstant } from '../../domain/time/calendar.ts';
import { migrationsFolder, openKnownDatabase } from '../../node.ts';
import { readSettings } from '../../settings/read.node.ts';
import { type Command, type CommandCall, textOption } from '../command.ts';
import { UsageError } from '../errors.ts';
import { OWNER_ONLY } from '../output.ts';
import { openBackup, sealBackup } from '../sealed-backup.ts';

/** `backup FILE`: makes a consistent copy of the database while the service runs; with `--with-keys`, one
 *  compressed archive of the database and the keys for the holder of an identity, whose recipient `--recipient` or
 *  `BACKUP_RECIPIENT` names. `--noted` notes a backup that another program
 *  made, as those of PostgreSQL do. `--new-identity FILE` makes such an identity. */
export const backupCommand: Command = {
  options: {
    noted: { type: 'boolean' },
    'with-keys': { type: 'boolean' },
    recipient: { type: 'string' },
    'new-identity': { type: 'string' },
  },
  words: { min: 0, max: 1 },
  async run(call) {
    const { words, options, output, texts } = call;
    const [file] = words;
    const withKeys = options['with-keys'] === true;
    const named = withKeys ? call.environment['BACKUP_RECIPIENT'] : undefined;
    const recipient = textOption(call, 'recipient') ?? named;
    const identity = textOption(call, 'new-identity');
    const alone = [options['noted'] === true, identity !== undefined].filter(Boolean).length;
    const isClear = file === undefined ? alone === 1 : alone === 0;
    if (!isClear || (recipient !== undefined && !withKeys)) throw new UsageError(texts.wrongWords('backup'));
    if (withKeys && !recipient) throw new UsageError(texts.recipientNeeded);
    if (identity !== undefined) return writeIdentity(call, identity);
    if (file === undefined) {
      await note(call, {});
      output.line({ kind: 'backup-noted' }, texts.backupNoted);
    } else if (recipient) {
      const sealed = await sealBackup(call, file, recipient);
      output.line({ kind: 'backup', file, ...sealed }, texts.sealed(file, sealed));
      if (sealed.hasDatabase) await noteFile(call, file);
    } else await copyDatabase(call, file);
    return 0;
  },
};

async function copyDatabase(call: CommandCall, file: string): Promise<void> {
  const { output, texts } = call;
  const copy = { from: databaseFileOf(call), to: file, migrationsFolder: migrationsFolder() };
  const rejection = await backupSqlite(copy);
  const bytes = statSync(file).size;
  output.line({ kind: 'backup', file, bytes }, texts.backedUp(file, bytes));
  await noteFile(call, file);
  if (rejection) output.note(texts.backupRefused(String(rejection.params['found'] ?? rejection.code)));
}

/** The identity stays where it is made; its recipient may be known to everybody. */
async function writeIdentity({ output, texts }: CommandCall, path: string): Promise<0> {
  const { recipient, file } = await makeIdentity();
  try {
    writeFileSync(path, file, { flag: 'wx', mode: OWNER_ONLY.file });
  } catch (error) {
    const isThere = (error as NodeJS.ErrnoException).code === 'EEXIST';
    throw new DomainError('unreadable-file', { name: path, reason: isThere ? 'exists' : reasonOf(error) });
  }
  output.line({ kind: 'identity', file: path, recipient }, texts.identityMade(path, recipient));
  return 0;
}

/** The copy is whole without the note. */
async function noteFile(call: CommandCall, file: string): Promise<void> {
  await note(call, { bytes: statSync(file).size }).catch((error: unknown) =>
    call.output.note(call.texts.backupNotNoted(reasonOf(error))),
  );
}

/** Notes the backup in the database, for the figures and the alerts. */
async function note({ environment }: CommandCall, made: Pick<NotedBackup, 'bytes'>): Promise<void> {
  const store = await openKnownDatabase(environment);
  try {
    if (store) await noteBackup(store, { at: toInstant(new Date()), ...made });
  } finally {
    await store?.close();
  }
}

/** `restore FILE`: puts a backup, or an SQL export of D1, in the database's place, after checking that it is
 *  undamaged, one of ours and not newer. An older one is migrated. With `--identity FILE` it opens a sealed backup, and
 *  puts the keys in their place too. */
export const restoreCommand: Command = {
  options: { identity: { type: 'string' } },
  words: { min: 1, max: 1 },
  async run(call) {
    const { words, output, texts } = call;
    const file = words[0] ?? '';
    const identity = textOption(call, 'identity');
    if (identity !== undefined) {
      const opened = await openBackup(call, file, identity);
      output.line({ kind: 'restored', file, ...opened }, texts.unsealed(file, opened));
      if (opened.migrations !== undefined) output.note(texts.restoredWarning);
      return 0;
    }
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
function databaseFileOf({ environment, texts }: CommandCall): string {
  const { database } = readSettings(environment).config;
  if (database.kind === 'postgres') throw new UsageError(texts.saveWithPostgres);
  return database.file;
}
