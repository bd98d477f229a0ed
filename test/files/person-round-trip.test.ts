import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeCsv } from '../../src/adapters/spreadsheets/write-csv.ts';
import { exportRecords } from '../../src/application/files/export/records.ts';
import { personTable } from '../../src/application/files/export/tables/people.ts';
import { changePerson, mergePeople } from '../../src/application/people/services.ts';
import { publishedCatalogue as catalogue } from '../../src/catalogue/versions.ts';
import type { PersonId } from '../../src/domain/ids.ts';
import { changedFields, seenPerson } from '../../src/domain/person/fields.ts';
import type { Person } from '../../src/domain/records.ts';
import type { Instant } from '../../src/domain/time/calendar.ts';
import { digestOfImported } from '../../src/domain/upload/import-log.ts';
import { WHOLE_PERSON } from '../support/fixtures/whole-person.ts';
import { somePorts } from '../support/servers/some-ports.ts';
import { type Desk, openDesk, UAI } from './support.ts';

const DANE = 'agent' as PersonId;

const full = WHOLE_PERSON;

/** A person with only the required fields. */
const bare: Person = {
  id: 'bare' as PersonId,
  givenName: 'Zoé',
  familyName: 'Perrin',
  emails: ['z.perrin@ac-dijon.fr'],
  profiles: [],
};

let desk: Desk;
beforeEach(async () => {
  desk = await openDeskWithSchools();
  await desk.store.commit([
    { kind: 'person-saved', person: full },
    { kind: 'person-saved', person: bare },
  ]);
});
afterEach(() => desk.close());

async function openDeskWithSchools(): Promise<Desk> {
  const opened = await openDesk();
  await opened.import({ 'etablissements.csv': `uai;nom\n${UAI.guyot};Collège Claude Guyot\n` });
  return opened;
}

const ports = () =>
  somePorts({
    store: desk.store,
    catalogue,
    clock: { now: () => '2026-11-24T10:00:00Z' as Instant },
    ids: { uuid: () => crypto.randomUUID() },
  });

const read = async (id: PersonId) => (await desk.store.readPeople([id]))[0];

async function exportPeople(): Promise<Uint8Array> {
  const tables = await Array.fromAsync(exportRecords(ports())({ actor: DANE, only: 'personnes' }));
  return writeCsv(tables);
}

it('reads back every field of a person as it was saved', async () => {
  expect(await read(full.id)).toEqual(full);
});

it('transfers every field of a person to another service by the file of people', async () => {
  const file = await exportPeople();
  const other = await openDeskWithSchools();
  try {
    expect(await other.import({ 'personnes.csv': file })).toMatchObject({
      refused: [],
      // Two people of this world have one name.
      notices: [{ code: 'probable-double' }],
    });
    const [arrived] = await other.store.readPeopleByEmail([full.emails[0] ?? '']);
    expect({ ...arrived, id: full.id }).toEqual(full);
  } finally {
    await other.close();
  }
});

it('changes nothing of a person by an exported file of people', async () => {
  await desk.import({ 'personnes.csv': await exportPeople() });
  expect(await read(full.id)).toEqual(full);
});

it('keeps every field without a column in the file of people', async () => {
  await desk.import({ 'personnes.csv': 'email;prenom;nom\nzoe.perrin@ac-dijon.fr;Zoé;Roy\n' });
  expect(await read(full.id)).toEqual({ ...full, familyName: 'Roy' });
});

it('empties every field whose cell is empty', async () => {
  const columns = personTable.columns.map(({ key }) => key);
  const cells: Readonly<Record<string, string>> = {
    email: full.emails[0] ?? '',
    prenom: 'Zoé',
    nom: 'Perrin',
  };
  const lines = [columns, columns.map((column) => cells[column] ?? '')].map((line) => line.join(';'));
  await desk.import({ 'personnes.csv': `${lines.join('\n')}\n` });
  expect(await read(full.id)).toEqual({ ...bare, id: full.id, emails: full.emails, profiles: ['rupn'] });
});

it('keeps every field of a person whose name is corrected', async () => {
  const { emails, ...said } = full;
  await changePerson(ports())({
    ...said,
    email: emails[0] ?? '',
    familyName: 'Roy',
    seen: seenPerson(full),
    actor: DANE,
  });
  expect(await read(full.id)).toEqual({ ...full, familyName: 'Roy' });
});

it('keeps every field of the remaining record in a merge', async () => {
  await mergePeople(ports())({ from: bare.id, into: full.id, actor: DANE });
  expect(await read(full.id)).toEqual({ ...full, emails: [...full.emails, ...bare.emails] });
});

it('takes every field that the remaining record lacks from the other one', async () => {
  await mergePeople(ports())({ from: full.id, into: bare.id, actor: DANE });
  expect(await read(bare.id)).toEqual({ ...full, id: bare.id, emails: [...bare.emails, ...full.emails] });
});

it('exports every field of a person to that person', async () => {
  const exported = JSON.stringify(await desk.store.exportPerson(full.id));
  const missing = Object.values(full)
    .flat()
    .filter((value) => !exported.includes(JSON.stringify(value)));
  expect(missing).toEqual([]);
});

/** The person with another value of one field, for each field. */
function changedPeople(): readonly Person[] {
  const { id: _, ...fields } = full;
  return Object.entries(fields).map(([field, value]) => ({
    ...full,
    [field]: typeof value === 'string' ? `${value}x` : value.slice(1),
  }));
}

it('names every changed field of a person in the audit', () => {
  expect(changedPeople().filter((after) => changedFields(full, after).length !== 1)).toEqual([]);
});

it('tells an import of every field of a person that was changed since', () => {
  const digestOf = (record: Person) => digestOfImported({ kind: 'person', record });
  expect(changedPeople().filter((after) => digestOf(after) === digestOf(full))).toEqual([]);
});

it('keeps the digests of people that earlier versions imported', () => {
  const digestOf = (record: Person) => digestOfImported({ kind: 'person', record });
  const { id, givenName, familyName, emails, profiles, headOf } = full;
  expect(digestOf(bare)).toBe('1c7ueqcujjr');
  expect(digestOf({ id, givenName, familyName, emails, profiles, headOf })).toBe('119sozrkcs8');
});
