import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backupSqlite, restoreSqlite } from '../../src/adapters/storage/engines/backup.node.ts';
import { FIXTURE } from '../contracts/store-values.ts';
import { jalon } from '../support/command-line.ts';
import { exportSql } from '../support/export-sql.ts';
import { fr } from '../support/fr.ts';
import { MIGRATIONS } from '../support/migrations.ts';
import { type Folder, openFolder } from './sqlite-folder.ts';

let folder: Folder;
let given: string;
/** Another database of the same account. */
let other: string;
let honest: readonly string[];

beforeEach(async () => {
  folder = openFolder();
  const store = await folder.openCopy();
  await store.commit(FIXTURE);
  await store.close();
  given = join(folder.path, 'given.sql');
  other = join(folder.path, 'other.db');
  honest = exportSql(folder.file);
  write(other, "create table revoked (id text); insert into revoked values ('a'), ('b')");
  await backupSqlite({ from: folder.file, to: join(folder.path, 'backup.db'), migrationsFolder: MIGRATIONS });
});
afterEach(() => folder.remove());

function write(file: string, sql: string): void {
  const database = new Sqlite(file);
  database.exec(sql);
  database.close();
}

/** Every file but the given one and what SQLite keeps next to it, with the digest of its bytes. */
function everythingElse(): Readonly<Record<string, string>> {
  const names = readdirSync(folder.path, { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => !name.startsWith('given.sql') && name !== 'var');
  return Object.fromEntries(files.map((name) => [name, digestOf(join(folder.path, name))]));
}

const digestOf = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');

const restore = (from = given) => restoreSqlite({ from, to: folder.file, migrationsFolder: MIGRATIONS });

const ENDLESS = '(WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM c) SELECT max(x) FROM c)';
const CONSTANTS = Array.from({ length: 40 }, (_, at) => `(${at})`).join(',');
const CROSS = Array.from({ length: 9 }, (_, at) => `(VALUES ${CONSTANTS}) AS v${at}`).join(',');
const grown = (levels: number): string =>
  levels === 0 ? "'a'" : `replace(${grown(levels - 1)},'a','aaaaaaaaaaaaaaaa')`;

/** Statements of every kind that SQLite knows and no export contains. FOLDER is the folder of the test. */
const HOSTILE_STATEMENTS: Readonly<Record<string, string>> = {
  'empties another database':
    "ATTACH DATABASE 'FOLDER/other.db' AS p; DELETE FROM p.revoked; DETACH DATABASE p;",
  'makes a database elsewhere': "ATTACH DATABASE 'FOLDER/made.db' AS p; CREATE TABLE p.t (a);",
  'copies itself elsewhere': "VACUUM INTO 'FOLDER/made.db';",
  'is an ATTACH after a COMMIT': "BEGIN; COMMIT; ATTACH DATABASE 'FOLDER/other.db' AS p;",
  vacuums: 'VACUUM;',
  'never ends in a row': `CREATE TABLE t (a); INSERT INTO t VALUES (${ENDLESS});`,
  'never ends in a table': `CREATE TABLE t AS SELECT ${ENDLESS};`,
  'never ends in an index': `CREATE TABLE t (a); INSERT INTO t SELECT 1 WHERE 1 < ${ENDLESS};`,
  'takes the product of constants': `CREATE TABLE t (a); INSERT INTO t SELECT count(*) FROM ${CROSS};`,
  'doubles its rows': 'INSERT INTO audit SELECT * FROM audit;',
  'grows a text': `CREATE TABLE t (a); INSERT INTO t VALUES (${grown(12)});`,
  'makes a large value': 'CREATE TABLE t (a); INSERT INTO t VALUES (zeroblob(900000000));',
  'fills a text': "CREATE TABLE t (a); INSERT INTO t VALUES (printf('%900000000d', 1));",
  'checks by a slow pattern': "CREATE TABLE t (a CHECK (a LIKE '%a%a%a%a%a%a%b'));",
  'reads a module': 'CREATE VIRTUAL TABLE t USING fts5(a);',
  'loads code': "CREATE TABLE t (a); INSERT INTO t VALUES (load_extension('x'));",
  'adds a trigger':
    'CREATE TRIGGER t AFTER UPDATE ON credential BEGIN UPDATE credential SET revoked_at = NULL; END;',
  'adds a trigger for this connection':
    'CREATE TEMP TRIGGER t AFTER INSERT ON audit BEGIN DELETE FROM audit; END;',
  'adds a view': 'CREATE VIEW v AS SELECT * FROM person;',
  'adds a table': 'CREATE TABLE t (a);',
  'adds an index': 'CREATE INDEX i ON person (family_name);',
  'adds too many indexes': Array.from(
    { length: 1100 },
    (_, at) => `CREATE INDEX i${at} ON person (id);`,
  ).join(''),
  'makes each row large': `CREATE TABLE t (a DEFAULT '${'x'.repeat(100_000)}');${'INSERT INTO t DEFAULT VALUES;'.repeat(20_000)}`,
  'makes each row slow': `CREATE TABLE t (a CHECK (${'a || a || '.repeat(900)}a != ''));${"INSERT INTO t VALUES ('xxxxxxxx');".repeat(20_000)}`,
  'fills the list': "INSERT INTO kysely_migration VALUES (hex('x'), '');",
  'fills an index again': `CREATE TABLE t (a UNIQUE);${'REINDEX;'.repeat(3000)}`,
  'empties a list again and again': 'DELETE FROM sqlite_sequence;'.repeat(3),
  'goes back': 'BEGIN; ROLLBACK;',
  'follows references': 'PRAGMA foreign_keys = ON;',
  'drops a table': 'DROP TABLE audit;',
  'changes a table': 'ALTER TABLE person ADD COLUMN a;',
  'renames a table': 'ALTER TABLE person RENAME TO people;',
  'changes a row': "UPDATE person SET family_name = 'X';",
  'empties a table': 'DELETE FROM person;',
  'writes the schema': "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'x';",
  'moves temporary files': "PRAGMA temp_store_directory = 'FOLDER';",
  'changes the journal': 'PRAGMA journal_mode = WAL;',
  'keeps a savepoint': 'SAVEPOINT s;',
  'collects statistics of tables': 'CREATE TABLE t (a); ANALYZE;',
  selects: 'SELECT * FROM person;',
  explains: 'EXPLAIN SELECT 1;',
  'is no SQL': 'To be or not to be;',
  'lacks its end': "INSERT INTO person VALUES ('",
};

const inFolder = (sql: string) => sql.replaceAll('FOLDER', folder.path);

describe('restoring the SQL of another hand', () => {
  it('restores what D1 exports', async () => {
    writeFileSync(given, honest.join('\n'));
    write(folder.file, 'delete from person_email');
    expect(await restore()).toEqual([]);
    expect(exportSql(folder.file)).toEqual(honest);
  });

  it('restores it with the statistics that D1 may have made', async () => {
    const statistics = `ANALYZE sqlite_schema; INSERT INTO "sqlite_stat1" ("tbl","idx","stat") VALUES('person',NULL,'3');`;
    writeFileSync(given, [...honest, statistics].join('\n'));
    expect(await restore()).toEqual([]);
  });

  it.each(Object.entries(HOSTILE_STATEMENTS))('does nothing if it %s', async (_what, sql) => {
    for (const at of [1, honest.length]) {
      writeFileSync(given, honest.toSpliced(at, 0, inFolder(sql)).join('\n'));
      const before = everythingElse();
      await expect(restore()).rejects.toMatchObject({
        code: expect.stringMatching(/^(foreign-backup|unreadable-file)$/),
      });
      expect(everythingElse()).toEqual(before);
    }
  });

  it('either does nothing or restores our schema, whatever statements stand where', async () => {
    const statement = fc.constantFrom(...Object.values(HOSTILE_STATEMENTS), ...honest);
    const placed = fc.tuple(fc.nat(honest.length), statement);
    await fc.assert(
      fc.asyncProperty(fc.array(placed, { maxLength: 4 }), fc.nat(20), async (added, dropped) => {
        const statements = honest.filter((_, at) => at % 21 !== dropped || at === 0);
        for (const [at, sql] of added) statements.splice(Math.max(1, at), 0, inFolder(sql));
        writeFileSync(given, statements.join('\n'));
        const before = everythingElse();
        const refused = await restore().then(
          () => undefined,
          (error) => error.code,
        );
        const { 'var/jalon.db': database, ...others } = everythingElse();
        const { 'var/jalon.db': databaseBefore, ...othersBefore } = before;
        expect(others).toEqual(othersBefore);
        if (refused) expect(database).toBe(databaseBefore);
        if (refused) expect(['foreign-backup', 'unreadable-file']).toContain(refused);
        expect(exportSql(folder.file).filter(isDefinition)).toEqual(honest.filter(isDefinition));
      }),
      { numRuns: 150 },
    );
  }, 120_000);
});

const isDefinition = (sql: string) => sql.startsWith('CREATE');

describe('restoring a database of another hand', () => {
  it.each([
    ['a trigger', 'create trigger undo after update on credential begin select 1; end', 'trigger undo'],
    ['a view', 'create view people as select * from person', 'view people'],
    ['a table', 'create table extra (a)', 'table extra'],
    ['an index', 'create index extra on person (family_name)', 'index extra'],
    ['a module', 'create virtual table extra using fts5(a)', 'table extra'],
    ['a column', 'alter table person add column extra', 'table person'],
    ['no audit', 'drop table audit', 'audit'],
    [
      'a view that never ends in the place of a table',
      `drop table mail; create view mail as select ${ENDLESS} as id`,
      'view mail',
    ],
    [
      'a list that never ends',
      `drop table kysely_migration; create view kysely_migration as select ${ENDLESS} as name`,
      'view kysely_migration',
    ],
  ])('refuses %s by its name, and does nothing', async (_what, sql, found) => {
    copyFileSync(join(folder.path, 'backup.db'), given);
    const database = new Sqlite(given);
    database.pragma('foreign_keys = OFF');
    database.exec(sql);
    database.close();
    const before = everythingElse();
    await expect(restore()).rejects.toMatchObject({
      code: 'foreign-backup',
      params: { name: given, found: expect.stringContaining(found) },
    });
    expect(everythingElse()).toEqual(before);
  });

  it.each([
    ['without its list of migrations', 'drop table kysely_migration', 'kysely_migration'],
    ['whose list is another table', 'drop table kysely_migration; create table kysely_migration (a)', 'name'],
  ])('explains one %s', async (_what, sql, reason) => {
    copyFileSync(join(folder.path, 'backup.db'), given);
    write(given, sql);
    await expect(restore()).rejects.toMatchObject({
      code: 'unreadable-file',
      params: { name: given, reason: expect.stringContaining(reason) },
    });
  });
});

describe('a backup of a database to which its operator has added something', () => {
  it('is made, and says that it will be refused', async () => {
    const environment = { DATABASE_URL: `sqlite:${folder.file}` };
    const back = (name: string) => jalon(['backup', join(folder.path, name)], { environment });
    expect(await back('first.db')).toMatchObject({ code: 0, stderr: '' });
    write(folder.file, 'create view people as select * from person');
    const { code, stderr } = await back('second.db');
    expect([code, stderr.trim()]).toEqual([0, fr.cli.backupRefused('view people')]);
  });
});

describe('restoring something that is no regular file', () => {
  const made: Readonly<Record<string, (path: string) => unknown>> = {
    'a pipe': (path) => spawnSync('mkfifo', [path]),
    'a folder': (path) => mkdirSync(path),
    'a link': (path) => symlinkSync(join(folder.path, 'backup.db'), path),
    'a link to a device': (path) => symlinkSync('/dev/zero', path),
    nothing: () => {},
  };
  it.each(Object.keys(made))('refuses %s in words', async (what) => {
    rmSync(given, { force: true });
    made[what]?.(given);
    const environment = { DATABASE_URL: `sqlite:${folder.file}` };
    const { code, stderr } = await jalon(['restore', given], { environment });
    expect(code).toBe(1);
    expect(stderr).toContain(given);
    expect(stderr).not.toMatch(/^ {4}at /m);
  });

  it('refuses a device and a socket in words', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(join(folder.path, 'socket'), resolve));
    for (const name of ['/dev/zero', join(folder.path, 'socket')]) {
      await expect(restore(name)).rejects.toMatchObject({ code: 'unreadable-file', params: { name } });
    }
    server.close();
  });
});
