import type { ErrorParams } from '../../../domain/errors.ts';
import type { systemErrors as french, Sentence } from '../../fr/errors/system.ts';

/** `: value` where there is a value, else empty. */
export const value = (given: ErrorParams[string] | undefined) =>
  given === undefined || given === '' ? '' : `: ${Array.isArray(given) ? given.join(', ') : given}`;

/** Why a file cannot be opened, by the system's own code and by ours. */
const openFaults: Readonly<Record<string, string>> = {
  missing: 'there is no file at this place',
  ENOENT: 'there is no file at this place',
  EACCES: 'you are not allowed to read it',
  EISDIR: 'it is a folder',
  'other-recipient': 'it is encrypted for another identity',
  cut: 'it is not whole: its end is missing, or was changed. Copy it again',
  damaged: 'it was changed',
  'not-age': 'it is no encrypted backup',
  'not-a-database': 'it is no database',
  'not-regular': 'it is no file, or no ordinary one',
  link: 'it is a link; name the file itself',
};

/** The clocks with which the server's own is compared. */
const witnesses: Readonly<Record<string, string>> = {
  database: "the database's",
  'identity-provider': "the identity provider's",
  fetched: 'that of a server named in the settings',
  version: 'the date of this version',
};

export const systemErrors: Readonly<Record<keyof typeof french, Sentence>> = {
  'foreign-backup': ({ name, because, found }) =>
    ({
      statement: `${name} has a statement that no export of D1 has (${found}). Nothing was done.`,
      object: `${name} has what Jalon does not put there, or not so (${found}). Nothing was done. If it is yours, remove it from a copy of the backup, then restore the copy.`,
      missing: `${name} lacks what its version of Jalon puts there (${found}). Nothing was done.`,
    })[String(because)] ?? `${name} is not a backup of Jalon.`,
  'key-missing': ({ remedy, algorithm }) =>
    `There is no active signing key${value(algorithm)}. If there was one, put the folder of keys (KEYS_DIR) back from a backup; otherwise run \`${remedy ?? 'jalon keys generate'}\`.`,
  'keys-lost': ({ kids, folder }) =>
    `Keys that signed for this service are no longer there${folder ? ` (${folder})` : ''}${value(kids)}. Put them back from a backup of the folder of keys. If there is none, run \`jalon keys generate --new-after-loss\`: the badges signed before still verify, for their public keys are in the database.`,
  'keys-foreign': ({ kids, folder }) =>
    `The keys in ${folder} are not those of this service${value(kids)}: they sign nothing in its name. Put the right folder of keys (KEYS_DIR) back. If it is lost, move this one aside, then run \`jalon keys generate --new-after-loss\` (on Workers, with a copy of the database: docs/operate.md).`,
  'signing-unavailable': () =>
    'Nothing can be signed at the moment: the service has no access to its keys. Nothing was recorded, nothing is lost, and all that was signed before can still be read and verified. Try again later. If this lasts, tell whoever runs the service: `jalon keys list` says what is missing, and the folder of keys (KEYS_DIR) or its passphrase (KEYS_PASSPHRASE) must be put back.',
  'signing-key-ended': ({ kid }) =>
    `The key ${kid} signs no more: the database calls it retired or compromised. Copy the folder of keys (KEYS_DIR) in which it was replaced, then try again.`,
  'key-unreadable': ({ file, reason, remedy }) =>
    `A signing key cannot be read${value(file)}${value(reason)}.${remedy ? ` ${remedy}` : ''}`,
  'key-compromised': ({ reason }) => `This key was declared compromised${value(reason)}.`,
  unavailable: () => 'The database does not answer. Try again in a moment.',
  'database-unusable': ({ because, file }) =>
    ({
      locked: `The database ${file} is locked by another program. Wait until it has finished, or stop it (\`fuser ${file}\` names it), then try again.`,
      'read-only': `The database ${file} cannot be written: its file, folder or disk is read-only, or another account's. Let this account write the file and its folder, then try again.`,
      full: `The disk of the database ${file} is full: nothing is lost, and nothing more is written. Make room; the service goes on by itself.`,
      damaged: `The database ${file} is damaged. Stop the service, keep a copy of the file, then restore a backup: jalon restore FILE, or PostgreSQL's own tools.`,
      'not-a-database': `${file} is not a database of Jalon. Look at DATABASE_URL, or restore a backup: jalon restore FILE.`,
      moved: `The database ${file} was moved or replaced while the service ran. Put it back, then start the service again.`,
      standby: `The database ${file} accepts only reads: it is a standby, or its transactions are read-only (default_transaction_read_only). Name the primary in DATABASE_URL, or promote this one (pg_promote). The service resumes by itself.`,
      connections: `The database ${file} has no connection left. See who holds them (select * from pg_stat_activity), close some, or raise max_connections: each process of Jalon opens twelve at most. The service resumes by itself.`,
      silent: `The database ${file} keeps its connections open and does not respond. Check whether the PostgreSQL server is frozen and whether the network works. The service resumes by itself.`,
      disk: `The disk of the database ${file} no longer reads or writes. Look at it (the system's log), then start the service again.`,
    })[String(because)] ??
    `The database ${file} cannot be opened. Look at DATABASE_URL: the path must lead to a file, in a folder that this account may read and write.`,
  'migrations-pending': ({ migrations }) =>
    `The database is of an earlier version, and is not changed unasked${value(migrations)}. Save it (jalon backup FILE; pg_dump for PostgreSQL), stop the other processes, run \`jalon migrate\`, then try again.`,
  'clock-contradicted': ({ now, witness, at }) =>
    `The server's clock says ${now}, but ${witnesses[String(witness)] ?? witness} says ${at}: no badge is signed while they contradict each other. Set the server's clock right (NTP); the service goes on by itself. Where the server's clock is the right one, TRUST_CLOCK=1 signs all the same.`,
  'newer-database': ({ migrations }) =>
    `A newer version of Jalon wrote this database${value(migrations)}. Update Jalon; to keep this version, restore the backup from before the update (docs/releases.md).`,
  'development-database': () =>
    'This database is from the trials before the first release: no version of Jalon takes it up. Only the program that wrote it can still serve it. Keep a copy of it, give a new database in DATABASE_URL (without that setting, put the folder var/ or .wrangler/state aside), then import the files again.',
  'cannot-move': ({ because, table, rows, migrations, reason }) =>
    ({
      'not-empty': `The target database holds rows already (table ${table}: ${rows}). Give an empty database.`,
      'not-ours': `The target database serves something else (table ${table}). Give an empty database, made for Jalon.`,
      newer: `A newer version of Jalon has prepared one of the two databases${value(migrations)}. Update Jalon, then try again.`,
      failed: `The copy failed${value(reason)}: nothing is copied.`,
      changed: 'The service wrote during the copy: nothing is copied. Stop the service, then try again.',
    })[String(because)] ?? 'The database cannot be moved.',
  'unreadable-file': ({ name, reason }) =>
    reason === 'exists'
      ? `“${name}” exists already. Choose another name.`
      : `The file cannot be read${value(name)}${value(openFaults[`${reason}`] ?? reason)}.`,
  'unrecognised-file': ({ name }) => `No known header was found in this file${value(name)}.`,
};
