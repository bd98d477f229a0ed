import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeCsv } from '../../src/adapters/spreadsheets/write-csv.ts';
import { exportRecords } from '../../src/application/files/export/records.ts';
import { publishedCatalogue as catalogue } from '../../src/catalogue/versions.ts';
import { auditedContent, engagementKey } from '../../src/domain/engagement/content.ts';
import {
  ENGAGEMENT_FIELDS,
  summariseEngagement,
  toPrinted,
  toSeen,
} from '../../src/domain/engagement/fields.ts';
import type { PersonId } from '../../src/domain/ids.ts';
import type { Engagement, Person } from '../../src/domain/records.ts';
import type { Instant } from '../../src/domain/time/calendar.ts';
import { digestOfImported } from '../../src/domain/upload/import-log.ts';
import { WHOLE_ENGAGEMENT } from '../support/fixtures/whole-engagement.ts';
import { somePorts } from '../support/servers/some-ports.ts';
import { type Desk, openDesk } from './support.ts';

const whole = WHOLE_ENGAGEMENT;
/** The engagement before any decision in the service. Files do not carry what only the service states. */
const { decided: _, sharing: __, ...inFile } = whole;

const person: Person = {
  id: whole.personId,
  ...{ givenName: 'Zoé', familyName: 'Perrin', emails: ['zoe.perrin@ac-dijon.fr'], profiles: ['rupn'] },
};

let desk: Desk;
beforeEach(async () => {
  desk = await openDeskWithPerson();
});
afterEach(() => desk.close());

async function openDeskWithPerson(): Promise<Desk> {
  const opened = await openDesk();
  await opened.import({ 'etablissements.csv': `uai;nom\n${whole.uai};Collège Claude Guyot\n` });
  await opened.store.commit([{ kind: 'person-saved', person }]);
  return opened;
}

const read = async () => (await desk.store.readEngagements([whole.reference]))[0];
const save = (engagement: Engagement) => desk.store.commit([{ kind: 'engagement-imported', engagement }]);

async function exportEngagements(): Promise<Uint8Array> {
  const clock = { now: () => '2026-11-24T10:00:00Z' as Instant };
  const ports = somePorts({ store: desk.store, catalogue, clock });
  const tables = exportRecords(ports)({ actor: 'agent' as PersonId, only: 'engagements' });
  return writeCsv(await Array.fromAsync(tables));
}

it('reads back every field of an engagement as it was saved', async () => {
  await save(whole);
  expect(await read()).toEqual(whole);
});

it('transfers every field of an engagement to another service by its file', async () => {
  await save(whole);
  const file = await exportEngagements();
  await desk.close();
  desk = await openDeskWithPerson();
  expect(await desk.import({ 'engagements.csv': file })).toMatchObject({ refused: [] });
  expect(await read()).toEqual(inFile);
});

it('changes nothing of an engagement by an exported file', async () => {
  await save(inFile);
  await desk.import({ 'engagements.csv': await exportEngagements() });
  expect(await read()).toEqual(inFile);
});

it('keeps every field of an engagement without a column in the file', async () => {
  await save(inFile);
  const line = `${whole.reference};zoe.perrin@ac-dijon.fr;${whole.uai};2026-09-01;A1`;
  await desk.import({ 'engagements.csv': `reference;email;uai;debut;missions\n${line}\n` });
  expect(await read()).toEqual({ ...inFile, missions: ['A1'] });
});

it('exports every field of an engagement to its person', async () => {
  await save(whole);
  const exported = JSON.stringify(await desk.store.exportPerson(person.id));
  const values = [inFile, whole.period, whole.decided].flatMap((part) => Object.values(part)).flat();
  const missing = values
    .filter((value) => typeof value !== 'object')
    .filter((value) => !exported.includes(typeof value === 'number' ? String(value) : value));
  expect(missing).toEqual([]);
});

/** The engagement with one field emptied or changed, for each field. */
function changedEngagements(): readonly (readonly [string, Engagement])[] {
  const { confirmation: ___, ...fields } = whole;
  return ENGAGEMENT_FIELDS.filter((field) => field in fields).map((field) => {
    const value: unknown = whole[field];
    const other = typeof value === 'string' ? `${value}x` : Array.isArray(value) ? value.slice(1) : undefined;
    const changed = field === 'period' ? { from: whole.period.from } : other;
    return [field, { ...whole, [field]: changed }];
  });
}

const digestOf = (record: Engagement) => digestOfImported({ kind: 'engagement', record });
const missedBy = (textOf: (of: Engagement) => string) =>
  changedEngagements().flatMap(([field, after]) => (textOf(after) === textOf(whole) ? [field] : []));

it('notices in an import that any field was changed since, except those that files do not carry', () => {
  expect(missedBy(digestOf)).toEqual(['reference', 'sharing']);
});

it('notices in a form that the content of an engagement was changed since', () => {
  const others = ['personId', 'confirmedBy', 'confirmedOn', 'reservation', 'decided', 'sharing'];
  expect(missedBy(toSeen)).toEqual(others);
});

/** The fields of the first release alone. */
const first: Engagement = {
  ...{ reference: 'W-1', personId: whole.personId, uai: whole.uai, period: whole.period },
  ...{ missions: whole.missions, roles: whole.roles, confirmation: whole.confirmation },
  ...{ confirmedBy: whole.confirmedBy, reservation: 'Pas le lundi', decided: whole.decided },
};

it('keeps the digests, keys and hidden texts of engagements that earlier versions wrote', () => {
  expect(digestOf(first)).toBe('168sgb5onwu');
  expect(digestOf({ ...first, period: { from: first.period.from }, roles: [] })).toBe('2fuo7plm1e0');
  expect(engagementKey(first)).toBe('0210001M;2026-09-01;2027-08-31;A1|C2;contact-dane|referent-site');
  expect(toSeen(first)).toBe(
    'W-1 0210001M 2026-09-01 2027-08-31 A1,C2 referent-site,contact-dane confirmed-with-reservation',
  );
});

it('keeps the order in which papers and the audit state the fields of an engagement', () => {
  const { decided: ____, ...printed } = first;
  expect(JSON.stringify(toPrinted(first))).toBe(JSON.stringify(printed));
  const { period, missions, roles, confirmation } = first;
  expect(JSON.stringify(summariseEngagement(first))).toBe(
    JSON.stringify({ period, missions, roles, confirmation }),
  );
  expect(JSON.stringify(auditedContent(first))).toBe(
    '{"from":"2026-09-01","to":"2027-08-31","missions":"A1, C2","roles":"referent-site, contact-dane"}',
  );
});
