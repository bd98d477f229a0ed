import { audit } from '../../../domain/audit/entry.ts';
import type { PersonId } from '../../../domain/ids.ts';
import { maskNumen } from '../../../domain/person/numen.ts';
import type { Slice } from '../../../domain/tables/keyset-page.ts';
import type { Ports } from '../../service-ports.ts';
import type { PersonReader } from '../../store/people-readers.ts';
import type { Addressed, FileTable } from './file-table.ts';
import type { Table, TableCell } from './table.ts';
import { engagementTable } from './tables/engagements.ts';
import { attendanceTable, contributionTable, eventTable, reviewTable } from './tables/facts.ts';
import { personTable } from './tables/people.ts';
import { authorisationTable, schoolTable } from './tables/schools.ts';

const PAGE_ROWS = 500;
/** The most rows of one table, so that a workbook can hold it and an import can read it whole. */
const MAX_TABLE_ROWS = 20_000;

export interface ExportOptions {
  readonly actor: string;
  /** One kind of file; all kinds by default. */
  readonly only?: FileName;
  /** Rows after which a new table begins; 20,000 by default. */
  readonly maxTableRows?: number;
}

/** All records in the form of the DANE's files (docs/files.md), so that importing them changes
 *  nothing. The tables are in the order in which they can be imported. A kind with more rows than fit into a
 *  table continues in `personnes_002`, and so on. Only one table is in memory at a time. An audit entry is
 *  written at the end. */
export const exportRecords = ({ store, clock }: Ports) =>
  async function* ({ actor, only, maxTableRows = MAX_TABLE_ROWS }: ExportOptions): AsyncGenerator<Table> {
    const details: Record<string, number> = {};
    for await (const table of readTables(store, maxTableRows, only)) {
      const kind = table.name.replace(/_\d+$/, '');
      details[kind] = (details[kind] ?? 0) + table.rows.length;
      yield table;
    }
    await store.commit([
      audit('records-exported', { at: clock.now(), actor, subject: only ?? 'all', details }),
    ]);
  };

/** The DANE's files, in the order in which they can be imported. */
export const FILE_NAMES = [
  'etablissements',
  'personnes',
  'evenements',
  'autorisations',
  'engagements',
  'presences',
  'points-etape',
  'contributions',
] as const;
export type FileName = (typeof FILE_NAMES)[number];

async function* readTables(
  store: Ports['store'],
  maxRows: number,
  only: FileName | undefined,
): AsyncGenerator<Table> {
  const tables = { ...listRegisterTables(store, maxRows), ...listPersonalTables(store, maxRows) };
  for (const name of only ? [only] : FILE_NAMES) yield* tables[name]();
}

function listRegisterTables(store: Ports['store'], max: number) {
  const itself = <Item>(item: Item) => item;
  return {
    etablissements: () =>
      toTables(
        schoolTable,
        readPages(store.readSchoolPage, ({ uai }) => uai),
        max,
      ),
    personnes: () =>
      toTables(
        personTable,
        readPages(store.readPersonSlice, ({ id }) => id),
        max,
      ),
    evenements: () =>
      toTables(
        eventTable,
        readPages(store.readEventSlice, ({ code }) => code),
        max,
      ),
    autorisations: () => toTables(authorisationTable, readPages(store.readAuthorisationSlice, itself), max),
  };
}

/** Records about people, who are named by their current address. */
function listPersonalTables(store: Ports['store'], max: number) {
  const itself = <Item>(item: Item) => item;
  const toReference = ({ reference }: { readonly reference: string }) => reference;
  const named = <Item extends { readonly personId: PersonId }, Key>(
    read: Read<Item, Key>,
    keyOf: (item: Item) => Key,
  ) => addressed(store, readPages(read, keyOf));
  return {
    engagements: () => toTables(engagementTable, named(store.readEngagementSlice, toReference), max),
    presences: () => toTables(attendanceTable, named(store.readAttendanceSlice, itself), max),
    'points-etape': () => toTables(reviewTable, named(store.readReviewSlice, itself), max),
    contributions: () => toTables(contributionTable, named(store.readContributionSlice, toReference), max),
  };
}

type Read<Item, Key> = (page: Slice<Key>) => Promise<readonly Item[]>;

async function* readPages<Item, Key>(
  read: Read<Item, Key>,
  keyOf: (item: Item) => Key,
): AsyncGenerator<readonly Item[]> {
  let page = await read({ limit: PAGE_ROWS });
  for (;;) {
    const last = page.at(-1);
    if (last === undefined) return;
    yield page;
    page = await read({ after: keyOf(last), limit: PAGE_ROWS });
  }
}

/** The records, each with the current address of its person. */
async function* addressed<Item extends { readonly personId: PersonId }>(
  store: Pick<PersonReader, 'readPeople'>,
  pages: AsyncIterable<readonly Item[]>,
): AsyncGenerator<readonly Addressed<Item>[]> {
  for await (const page of pages) {
    const people = await store.readPeople([...new Set(page.map(({ personId }) => personId))]);
    const emailOf = new Map(people.map(({ id, emails: [email] }) => [id, email]));
    // A person erased between the two reads has no address; their records are left out.
    yield page.flatMap((item) => {
      const email = emailOf.get(item.personId);
      return email === undefined ? [] : [{ ...item, email }];
    });
  }
}

async function* toTables<Item>(
  { name, columns, toRows }: FileTable<Item>,
  pages: AsyncIterable<readonly Item[]>,
  maxRows: number,
): AsyncGenerator<Table> {
  let rows: (readonly TableCell[])[] = [];
  let part = 1;
  const toTable = (held: readonly (readonly TableCell[])[]): Table => ({
    name: part === 1 ? name : `${name}_${String(part).padStart(3, '0')}`,
    columns,
    rows: held,
  });
  for await (const page of pages) {
    rows.push(...page.flatMap(toRows).map((row) => row.map(withoutNumen)));
    for (; rows.length > maxRows; part += 1) {
      yield toTable(rows.slice(0, maxRows));
      rows = rows.slice(maxRows);
    }
  }
  if (part === 1 || rows.length > 0) yield toTable(rows);
}

/** A cell with any NUMEN masked. Imports accept none, but if one were stored all the same, it must not be
 *  exported. */
function withoutNumen(cell: TableCell): TableCell {
  return typeof cell === 'string' ? maskNumen(cell) : cell;
}
