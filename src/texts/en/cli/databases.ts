import type { CliDatabaseTexts } from '../../fr/cli/databases.ts';
import { count, fileSize, plural } from '../grammar/page-phrases.ts';

const REPLAYED = {
  done: 'done again',
  already: 'done already',
  unknown: 'unknown to this database',
} as const;

export const cliDatabaseTexts: CliDatabaseTexts = {
  sinceNeeded: 'Say since which day: erasures export --since 2026-11-01 FILE.',
  notErasures: (line) =>
    `Line ${line} names neither an erased person nor a revoked badge. Give a file that “erasures export” wrote.`,
  erasuresListed: (file, { erased, revoked }) =>
    `${file}: ${erased} ${plural(erased, 'person', 'people')} erased, ${revoked} ${plural(revoked, 'badge', 'badges')} revoked.`,
  // The reason is public and in French, as every text that a badge shows.
  revokedAgain: 'Révocation rétablie après le retour à une sauvegarde',
  replayed: (act) =>
    `${act.kind === 'erased' ? `person ${act.person}` : `badge ${act.credential}`}: ${
      act.outcome === 'failed' ? `refused (${act.code})` : REPLAYED[act.outcome]
    }`,
  replaySummary: ({ done, already, unknown, failed }) =>
    `Done again: ${done}. Done already: ${already}. Unknown to this database: ${unknown}. Refused: ${failed}.`,
  backedUp: (file, bytes) => `Database saved in ${file} (${fileSize(bytes)}). Keep the folder of keys too.`,
  sealed: (file, { keys, hasDatabase, bytes }) =>
    `${hasDatabase ? 'Database and keys' : 'Keys'} saved in ${file} (${fileSize(bytes)})${hasDatabase ? '' : ' (PostgreSQL has its own programs for the database)'}, for the recipient alone: ${count(keys, 'key', 'keys')}. Keep the identity and KEYS_PASSPHRASE elsewhere.`,
  recipientNeeded:
    'Say for whom to encrypt the keys: --recipient age1…, or BACKUP_RECIPIENT in the environment. `jalon backup --new-identity FILE`, on another machine, makes one.',
  identityMade: (file, recipient) => [
    `Identity written to ${file}: keep it away from this machine, it alone opens the backups.`,
    `Recipient: ${recipient}`,
  ],
  badRecipient: (text) => `“${text}” is no recipient of age: one begins with age1.`,
  badIdentity: (file) => `${file} holds no identity of age (AGE-SECRET-KEY-1…).`,
  unsealed: (file, { migrations, keys, keptKeys }) => [
    `${migrations === undefined ? 'Keys' : 'Database and keys'} restored from ${file}: ${count(keys, 'key', 'keys')}.`,
    ...(keptKeys.length > 0
      ? [`Left as they are here, because the backup has them otherwise: ${keptKeys.join(', ')}.`]
      : []),
  ],
  backupNoted: 'Backup noted: /metrics says its age from now on.',
  backupNotNoted: (reason) =>
    `The copy is whole, but the database could not note that it was made: ${reason}`,
  backupRefused: (found) =>
    `The database has what Jalon does not put there, or not so (${found}): "jalon restore" will refuse this backup. If it is yours, remove it from the database, then back up again.`,
  restored: (file, migrations) =>
    `Database restored from ${file}.${migrations > 0 ? ` The backup was older than the program: ${count(migrations, 'migration', 'migrations')} done.` : ''}`,
  moveFromPostgres: 'The database in DATABASE_URL is PostgreSQL already: there is nothing to move.',
  movedTable: ({ table, rows }) => `✔ ${table}: ${rows}`,
  moved: (rows) =>
    `${count(rows, 'row', 'rows')} copied and counted. Put the new address in DATABASE_URL, keep the same folder of keys, then start again.`,
  moveTakenBack: (isMarked) =>
    isMarked
      ? 'This database can be written again. Delete the copy of the rehearsal.'
      : 'This database was not marked by a move.',
  migrated: (total) =>
    total === 0 ? 'The database is up to date.' : `${count(total, 'migration', 'migrations')} done.`,
};
