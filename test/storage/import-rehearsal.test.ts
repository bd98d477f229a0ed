import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { generateDemo } from '../../demo/generate-demo.ts';
import { openSpreadsheet } from '../../src/adapters/spreadsheets/open.ts';
import { openImportRehearsal } from '../../src/adapters/storage/imports/dry-run.ts';
import { type ImportEntry, importFiles } from '../../src/application/files/import/run.ts';
import { publishedCatalogue } from '../../src/catalogue/versions.ts';
import type { PersonId } from '../../src/domain/ids.ts';
import type { Instant } from '../../src/domain/time/calendar.ts';
import { award } from '../contracts/store-values.ts';
import { type Desk, openDesk } from '../files/support.ts';
import { generateFaultyDemo } from '../support/faulty-demo.ts';
import { WHOLE_PERSON } from '../support/fixtures/whole-person.ts';
import { costOf } from '../support/load/growth.ts';
import { toSource } from '../support/servers/service.ts';
import { somePorts } from '../support/servers/some-ports.ts';

const schoolsCsv = readFileSync('data/establishments-dijon.csv', 'utf8');
const demo = generateDemo({ establishmentsCsv: schoolsCsv });
const files = (all: readonly { readonly name: string; readonly text: string }[]) =>
  Object.fromEntries(all.map(({ name, text }) => [name, text]));

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

/** The result of a dry run that works in memory instead of on a copy of the store. */
async function rehearse(texts: Readonly<Record<string, string>>) {
  let people = 0;
  const personId = () => {
    people += 1;
    return `rehearsed-${people}` as PersonId;
  };
  const run = importFiles(
    somePorts({
      store: { ...desk.store, openDryRun: async () => openImportRehearsal(desk.store) },
      clock: { now: () => '2026-11-24T10:00:00Z' as Instant },
      ids: { personId, uuid: () => crypto.randomUUID() },
      origin: 'https://jalon.test',
      catalogue: publishedCatalogue,
      openSheets: openSpreadsheet,
    }),
  );
  const entries: ImportEntry[] = [];
  const { kind: _, ...summary } = await run(Object.entries(texts).map(toSource), {
    dryRun: true,
    locale: 'fr',
    actor: 'test',
    onEntry: (entry) => void entries.push(entry),
  });
  return { summary, entries };
}

describe('a rehearsal of an import', () => {
  it('reports for an empty service the same as the import, and writes nothing', async () => {
    const before = desk.dump();
    const rehearsed = await rehearse(files(demo));
    expect(desk.dump()).toBe(before);
    expect(rehearsed).toMatchObject(pick(await desk.import(files(demo))));
  });

  it('reports for a full service the same as the import, with all kinds of lines', async () => {
    await desk.import(files(demo));
    const faulty = files(generateFaultyDemo());
    const before = desk.dump();
    const rehearsed = await rehearse(faulty);
    expect(desk.dump()).toBe(before);
    expect(rehearsed).toMatchObject(pick(await desk.import(faulty)));
  });

  it('refuses changes that are no part of an import', async () => {
    const rehearsal = openImportRehearsal(desk.store);
    await expect(rehearsal.commit([{ kind: 'award-granted', award: award('a1') }])).rejects.toThrow(
      'award-granted',
    );
  });
});

function pick({ summary, entries }: Awaited<ReturnType<Desk['import']>>) {
  return { summary, entries };
}

describe('a question to a rehearsal', () => {
  it('costs the same however many records it keeps', async () => {
    const costBeside = async (count: number) => {
      const rehearsal = openImportRehearsal(desk.store);
      const people = Array.from({ length: count }, (_, at) => ({
        ...WHOLE_PERSON,
        id: `person-${at}` as PersonId,
        emails: [`p${at}@ac-test.example`],
      }));
      await rehearsal.commit(people.map((person) => ({ kind: 'person-saved', person })));
      const requested = people.slice(0, 500).flatMap(({ emails }) => emails);
      expect(await rehearsal.readPeopleByEmail(requested)).toEqual(people.slice(0, 500));
      return costOf(() => rehearsal.readPeopleByEmail(requested));
    };
    const [few, many] = [await costBeside(500), await costBeside(32_000)];
    expect(many).toBeLessThan(5 * few + 5);
  });

  it('finds a person under the addresses of the last state alone', async () => {
    const rehearsal = openImportRehearsal(desk.store);
    const person = { ...WHOLE_PERSON, emails: ['before@ac-test.example'] };
    const moved = { ...person, emails: ['after@ac-test.example'] };
    await rehearsal.commit([
      { kind: 'person-saved', person },
      { kind: 'person-saved', person: moved },
    ]);
    expect(await rehearsal.readPeopleByEmail(person.emails)).toEqual([]);
    expect(await rehearsal.readPeopleByEmail(moved.emails)).toEqual([moved]);
  });
});
