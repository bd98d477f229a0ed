import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeCsv } from '../../src/adapters/spreadsheets/write-csv.ts';
import { makeWorkbookWriter } from '../../src/adapters/spreadsheets/write-workbook.ts';
import { exportRecords } from '../../src/application/files/export/records.ts';
import type { Table, TableWriter } from '../../src/application/files/export/table.ts';
import type { Change } from '../../src/domain/change/union.ts';
import type { Instant } from '../../src/domain/time/calendar.ts';
import { ADA, FIXTURE, LATER, person } from '../contracts/store-values.ts';
import { type Desk, openDesk } from '../files/support.ts';
import { somePorts } from '../support/servers/some-ports.ts';
import { MUCH_WORK_MS } from '../support/timeouts.ts';
import { hostileFixture } from './hostile-fixture.ts';

const clock = { now: () => '2026-11-24T10:00:00Z' as Instant };

async function readTables(desk: Desk, maxTableRows?: number): Promise<readonly Table[]> {
  const tables: Table[] = [];
  const run = exportRecords(somePorts({ store: desk.store, clock }));
  for await (const table of run({ actor: 'test', ...(maxTableRows && { maxTableRows }) })) tables.push(table);
  return tables;
}

/** A file for each table, in the order of their names, as a folder lists them. */
function toFiles(tables: readonly Table[], write: TableWriter, extension: string) {
  const files = tables.map((table) => [`${table.name}.${extension}`, write([table])] as const);
  return Object.fromEntries(files.sort(([one], [other]) => (one < other ? -1 : 1)));
}

async function withDesks(use: (here: Desk, elsewhere: Desk) => Promise<void>): Promise<void> {
  const desks = [await openDesk(), await openDesk()] as const;
  try {
    await use(...desks);
  } finally {
    for (const desk of desks) await desk.close();
  }
}

const WRITERS: readonly (readonly [string, TableWriter])[] = [
  ['csv', writeCsv],
  ['xlsx', makeWorkbookWriter()],
];

describe('an export that is imported again', () => {
  it.each(WRITERS)(
    'as %s changes nothing here and gives the same elsewhere',
    { timeout: MUCH_WORK_MS },
    async (extension, write) => {
      await fc.assert(
        fc.asyncProperty(hostileFixture, (changes) =>
          withDesks(async (here, elsewhere) => {
            await here.store.commit(changes);
            await here.openContests();
            const tables = await readTables(here);
            const before = here.dump();
            const files = toFiles(tables, write, extension);
            const again = await here.import(files);
            expect(again.refused).toEqual([]);
            expect(again.summary).toMatchObject({ created: 0, updated: 0 });
            expect(here.dump()).toBe(before);
            const moved = await elsewhere.import(files);
            expect(moved.refused).toEqual([]);
            expect(sortRows(await readTables(elsewhere))).toEqual(sortRows(tables));
          }),
        ),
        { numRuns: 25 },
      );
    },
  );

  it('continues in further files where a table is full, in the order to import them', async () => {
    await withDesks(async (here, elsewhere) => {
      const people = Array.from({ length: 5 }, (_, at): Change => {
        const emails = [`p${at}@ac.fr`, `p${at}.old@ac.fr`, `p${at}.older@ac.fr`];
        return { kind: 'person-saved', person: person(`person-${at}` as typeof ADA, { emails }) };
      });
      await here.store.commit(people);
      const tables = await readTables(here, 4);
      const names = tables.map(({ name }) => name).filter((name) => name.startsWith('personnes'));
      expect(names).toEqual(['personnes', 'personnes_002', 'personnes_003', 'personnes_004']);
      const { refused, summary } = await elsewhere.import(toFiles(tables, writeCsv, 'csv'));
      expect(refused).toEqual([]);
      expect(summary.created).toBe(5);
      expect(sortRows(await readTables(elsewhere))).toEqual(sortRows(await readTables(here)));
    });
  });

  it('contains no erased person and no NUMEN, and leaves its author in the audit', async () => {
    await withDesks(async (here) => {
      const numen = '21E1234567ABC';
      const leaky = person('person-eve' as typeof ADA, { familyName: numen });
      await here.store.commit([...FIXTURE, { kind: 'person-saved', person: leaky }]);
      await here.store.commit([
        { kind: 'person-erased', personId: ADA, names: { familyNames: [], emails: [] }, at: LATER },
      ]);
      const text = JSON.stringify(await readTables(here));
      expect(text).toContain('person-eve@');
      expect(text).not.toContain(numen);
      expect(text).not.toContain('ada');
      expect(here.dump()).toContain('records-exported');
    });
  });
});

/** Another service draws new ids, and rows sorted by them have another order. */
function sortRows(tables: readonly Table[]) {
  const byKind = new Map<string, string[]>();
  for (const { name, rows } of tables) {
    const kind = name.replace(/_\d+$/, '');
    byKind.set(kind, [...(byKind.get(kind) ?? []), ...rows.map((row) => JSON.stringify(row))].sort());
  }
  return byKind;
}
