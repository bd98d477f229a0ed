import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { openSpreadsheet } from '../../src/adapters/spreadsheets/open.ts';
import { openSqliteStore } from '../../src/adapters/storage/engines/sqlite.node.ts';
import type { RefusedLine } from '../../src/application/files/import/entry.ts';
import { type ImportEntry, type ImportSource, importFiles } from '../../src/application/files/import/run.ts';
import type { Store } from '../../src/application/ports.ts';
import { publishedCatalogue } from '../../src/catalogue/versions.ts';
import type { PersonId } from '../../src/domain/ids.ts';
import type { Instant } from '../../src/domain/time/calendar.ts';
import type { FileCounts, UnreadTable } from '../../src/domain/upload/types.ts';
import { openImportedContests } from '../../src/features/contests/actions.ts';
import { copyDatabase } from '../support/fixtures/template.ts';
import { MIGRATIONS } from '../support/migrations.ts';
import { somePorts } from '../support/servers/some-ports.ts';

/** Three real schools, by the order of their UAIs. */
export const UAI = { guyot: '0210001M', lacaille: '0210011Y', ducs: '0210014B' };

export interface Imported {
  readonly summary: Omit<Awaited<ReturnType<ReturnType<typeof importFiles>>>, 'kind'>;
  readonly entries: readonly ImportEntry[];
  readonly refused: readonly ImportEntry[];
  readonly notices: readonly ImportEntry[];
  readonly refusedLines: readonly RefusedLine[];
  readonly files: readonly FileCounts[];
  readonly unread: readonly UnreadTable[];
}

export interface Desk {
  readonly store: Store;
  readonly file: string;
  import(
    files: Files,
    options?: { dryRun?: boolean; locale?: 'fr' | 'en'; event?: string },
  ): Promise<Imported>;
  /** Opens the contests that the timer would open. */
  openContests(): Promise<void>;
  /** Every row of every table, as text. */
  dump(): string;
  close(): Promise<void>;
}

type Files = Readonly<Record<string, string | Uint8Array>>;

/** A store in its own folder, and an importer on it with counted ids and a stopped clock. */
export async function openDesk(): Promise<Desk> {
  const folder = mkdtempSync(join(tmpdir(), 'jalon-import-'));
  const file = join(folder, 'jalon.db');
  await copyDatabase(file);
  const store = await openSqliteStore({ file, migrationsFolder: MIGRATIONS });
  let people = 0;
  const ids = {
    personId: () => {
      people += 1;
      return `person-${String(people).padStart(6, '0')}` as PersonId;
    },
    uuid: () => crypto.randomUUID(),
  };
  const origin = 'https://jalon.test';
  const clock = { now: () => '2026-11-24T10:00:00Z' as Instant };
  const catalogue = publishedCatalogue;
  const ports = somePorts({ store, clock, ids, origin, catalogue, openSheets: openSpreadsheet });
  const run = importFiles(ports);
  return {
    store,
    file,
    async import(sent, { dryRun = false, locale = 'fr', event } = {}) {
      const entries: ImportEntry[] = [];
      const refusedLines: RefusedLine[] = [];
      const files: FileCounts[] = [];
      const unread: UnreadTable[] = [];
      const sources = Object.entries(sent).map(([name, content]) => toSource(name, content));
      const { kind: _, ...summary } = await run(sources, {
        dryRun,
        locale,
        event,
        actor: 'test',
        onEntry: (entry) => entries.push(entry),
        onRefused: (line) => refusedLines.push(line),
        onFile: (file) => files.push(file),
        onUnread: (table) => unread.push(table),
      });
      const of = (kind: ImportEntry['kind']) => entries.filter((entry) => entry.kind === kind);
      return { summary, entries, refused: of('refused'), notices: of('notice'), refusedLines, files, unread };
    },
    openContests: openImportedContests(ports),
    dump: () => dump(file),
    async close() {
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Bytes in pieces of 7, so that nothing can rely on the end of a piece. */
function toSource(name: string, content: string | Uint8Array): ImportSource {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return {
    name,
    sizeBytes: bytes.length,
    async *open() {
      for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7);
    },
  };
}

/** Every row of every table of the database, in a stable order. */
function dump(file: string): string {
  const db = new Sqlite(file, { readonly: true });
  try {
    const tables = db
      .prepare("select name from sqlite_master where type = 'table' order by name")
      .pluck()
      .all();
    return tables
      .flatMap((table) =>
        db
          .prepare(`select * from "${String(table)}"`)
          .all()
          .map((row) => `${table} ${JSON.stringify(row)}`),
      )
      .sort()
      .join('\n');
  } finally {
    db.close();
  }
}

/** A small world that other files refer to: two schools, three people, one event. */
const FIXTURE: Files = {
  'etablissements.csv': `uai;nom\n${UAI.guyot};Collège Claude Guyot\n${UAI.lacaille};Collège Jean Lacaille\n`,
  'personnes.csv':
    'email;prenom;nom\nada@ac-dijon.fr;Ada;Martin\nbob@ac-dijon.fr;Bob;Petit\ncleo@ac-dijon.fr;Cléo;Roux\n',
  'evenements.csv': 'code;nature;intitule;debut;heures\nPAF-1;EV-PAF;ENT;2025-10-01;6\n',
};

/** A desk that knows the small world. */
export async function openPopulatedDesk(): Promise<Desk> {
  const desk = await openDesk();
  const { refused } = await desk.import(FIXTURE);
  if (refused.length > 0) throw new Error(`the small world is refused: ${JSON.stringify(refused)}`);
  return desk;
}
