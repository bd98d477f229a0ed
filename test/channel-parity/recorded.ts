import Database from 'better-sqlite3';
import { AGENT, TOKEN } from './fixture.ts';

/** Tables that belong to the channel itself, and to no act: sessions and forms of the browser, the work that a page
 *  follows, the files that a browser sends before they are imported. */
const CHANNEL_TABLES = new Set([
  'session',
  'typed_form',
  'job',
  'upload',
  'upload_part',
  'upload_line',
  'life',
  'lived_day',
]);

/** Lines of the audit about the work that a page follows, and about files that were sent to be looked at. */
const WORK = ['job-begun-', 'decision-started'];

/** Columns with a value that is drawn, signed, said or counted by the channel: the number that a status list gives, salts
 *  and signatures, and the claims and attempts of the outbox. */
const DRAWN: Readonly<Record<string, readonly string[]>> = {
  award: ['claimed_by', 'claimed_at', 'claim_count'],
  credential: ['status_index', 'salt', 'jws'],
  status_list: ['document', 'suspension_document', 'valid_until'],
  api_token: ['last_used_on'],
  outbox: ['attempts', 'claimed_by', 'due_at'],
  audit: ['details_salt', 'details_digest', 'digest', 'position', 'road', 'request', 'terminal'],
};

type Row = Readonly<Record<string, unknown>>;

/** The rows of every table, each as a text. */
export type Records = ReadonlyMap<string, readonly string[]>;

/** Reads the whole database. */
export function readRecords(file: string): Records {
  const database = new Database(file, { readonly: true });
  try {
    const tables = database
      .prepare<[], { name: string }>("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
      .all()
      .map(({ name }) => name)
      .filter((name) => !CHANNEL_TABLES.has(name) && !name.startsWith('sqlite_'));
    return new Map(
      tables.map((name) => [
        name,
        database
          .prepare<[], Row>(`SELECT * FROM "${name}"`)
          .all()
          .map((row) => JSON.stringify(withoutDrawn(name, row))),
      ]),
    );
  } finally {
    database.close();
  }
}

function withoutDrawn(table: string, row: Row): Row {
  const drawn = DRAWN[table] ?? [];
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, drawn.includes(name) ? '' : value]),
  );
}

/** What an act wrote: the rows that are new or changed, and those that are gone, without the ids, instants and
 *  signatures that each run draws again, and with one name for whoever acted. */
export function whatChanged(before: Records, after: Records, { agentId }: { readonly agentId: string }) {
  const known = new Set([...before.values()].flat().flatMap((row) => idsIn(row)));
  const mask = (text: string) => masked(text, { known, agentId });
  const changes: Record<string, { readonly written: readonly Row[]; readonly gone: readonly Row[] }> = {};
  for (const [table, rows] of after) {
    const [was, is] = [new Set(before.get(table)), new Set(rows)];
    const fresh = rows.filter((row) => !was.has(row) && !isWork(table, row)).map(mask);
    const written = table === 'outbox' ? onceForEachList(fresh) : fresh;
    const gone = (before.get(table) ?? []).filter((row) => !is.has(row)).map(mask);
    if (written.length + gone.length === 0) continue;
    changes[table] = { written: written.sort().map(opened), gone: gone.sort().map(opened) };
  }
  return changes;
}

/** The tasks with each publication of a status list once: one badge after the other has its bit published, or all of
 *  them together, and the last publication holds every bit. */
function onceForEachList(tasks: readonly string[]): string[] {
  const isPublication = (task: string) => JSON.parse(task).kind === 'publish-status-list';
  return tasks.filter((task, at) => !isPublication(task) || tasks.indexOf(task) === at);
}

/** The row with its columns of JSON as values, so that a difference is seen where it is. */
function opened(text: string): Row {
  const row = JSON.parse(text) as Row;
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => {
      const isJson = typeof value === 'string' && /^[[{]/.test(value);
      return [name, isJson ? JSON.parse(value) : value];
    }),
  );
}

function isWork(table: string, row: string): boolean {
  return table === 'audit' && WORK.some((action) => JSON.parse(row).action.startsWith(action));
}

const ID =
  /[0-9a-f]{14}-[0-9a-f]{16,32}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|(?<![\w-])[\w-]{22}(?![\w-])/g;
const idsIn = (text: string): readonly string[] => text.match(ID) ?? [];

/** The text without what is drawn again in each run. */
export function masked(
  text: string,
  { known, agentId }: { readonly known: ReadonlySet<string>; readonly agentId: string },
): string {
  return text
    .replaceAll(agentId, 'ACTOR')
    .replaceAll(`token:${TOKEN}`, 'ACTOR')
    .replaceAll(AGENT, 'ACTOR')
    .replaceAll('"cli"', '"ACTOR"')
    .replaceAll(ID, (id) => (known.has(id) ? id : 'ID'))
    .replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g, 'INSTANT')
    .replaceAll(/(?:sha256\$)?[0-9a-f]{64}/g, 'DIGEST')
    .replaceAll(/(\\?"proofValue\\?":\\?")[^"\\]+/g, '$1PROOF')
    .replaceAll(/(\\?"statusListIndex\\?":\\?")\d+/g, '$1INDEX')
    .replaceAll(/(\/status\/[\w-]{22}#)\d+/g, '$1INDEX')
    .replaceAll(/(\\?"salt\\?":\\?")[^"\\]+/g, '$1SALT');
}
