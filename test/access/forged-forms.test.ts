import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DRAWN_FOR } from '../../src/adapters/http/forms/read-body.ts';
import type { SignedInBrowser } from '../support/sign-in.ts';
import type { CrawledForm } from './crawled-forms.ts';
import { crawlDane } from './crawled-schools.ts';
import { formsOfClaire } from './forms-of-claire.ts';
import { ACCESS } from './routes-table.ts';
import { HERS, OWN, snapshotOf, startTwoSchools, type TwoSchools } from './two-schools.ts';

/** Routes of the spaces of teachers and principals for which no form is sent here, with the reason. */
const NO_ID = 'its form has no field and its address no id, and it would end the session of the sender';
const LEFT_OUT: Readonly<Record<string, string>> = {
  'POST /sign-out': NO_ID,
  'POST /sign-out-everywhere': NO_ID,
  'POST /roll-call': 'its form has no field: the sealed cookie of the scan names the roll call',
};

let fixture: TwoSchools;
/** The forms of the pages of Claire and of her principal, with their ids. */
let forms: readonly CrawledForm[];
let formsOfDane: readonly CrawledForm[];
/** Every text that names Claire, her school or one of their records. */
let hers: readonly string[];

beforeAll(async () => {
  fixture = await startTwoSchools();
  forms = await formsOfClaire(fixture);
  formsOfDane = await crawlDane(fixture);
  hers = namesOf(snapshotOf(fixture.service));
}, 300_000);
afterAll(() => fixture.service.stop());

type Row = Readonly<Record<string, unknown>>;
type Tables = Readonly<Record<string, readonly unknown[]>>;

function namesOf(tables: Tables): readonly string[] {
  const person = fixture.claire.personId;
  const rows = Object.values(tables).flat() as readonly Row[];
  const own = rows.filter((row) => row['person_id'] === person || row['uai'] === HERS);
  const ids = own.flatMap((row) => [row['id'], row['reference']]);
  return [person, HERS, ...ids.filter((one): one is string => typeof one === 'string')];
}

/** The rows that name Claire, her school or their records, without what the sender left about themselves. */
function rowsOfHers(sender: SignedInBrowser): readonly string[] {
  return Object.entries(snapshotOf(fixture.service)).flatMap(([table, rows]) =>
    (rows as readonly Row[])
      .filter((row) => table !== 'audit' || !isAboutThemselves(row, sender))
      .map((row) => `${table} ${JSON.stringify(row)}`)
      .filter((text) => hers.some((name) => text.includes(name))),
  );
}

const isAboutThemselves = (row: Row, { personId }: SignedInBrowser) =>
  row['actor'] === personId && row['subject'] === personId;

type Swap = (text: string) => string;
const asIs: Swap = (text) => text;

/** The ways to forge a form of hers: whose ids its address and its body hold. */
function waysOf(sender: SignedInBrowser): Readonly<Record<string, readonly [address: Swap, body: Swap]>> {
  const own: Swap = (text) =>
    text
      .replaceAll(HERS, OWN)
      .replaceAll(fixture.claire.personId, fixture.colleague.personId)
      .replaceAll(fixture.head.personId, sender.personId);
  return {
    'her form as it is': [asIs, asIs],
    'her ids in the body of an own address': [own, asIs],
    'own ids in the body of her address': [asIs, own],
    'her record under an own school and person': [own, own],
  };
}

/** What each forged form changed about her. */
async function errorsOf(
  sender: SignedInBrowser,
  sent: readonly CrawledForm[],
  ways = waysOf(sender),
): Promise<readonly string[]> {
  const errors: string[] = [];
  for (const { route, action, fields } of sent) {
    for (const [way, [address, body]] of Object.entries(ways)) {
      const before = new Set(rowsOfHers(sender));
      const forged = Object.fromEntries(
        Object.entries(fields).map(([name, values]) => [name, values.map(body)]),
      );
      const { status } = await sender.post(address(action), { ...forged, [DRAWN_FOR]: sender.personId });
      const after = new Set(rowsOfHers(sender));
      const changed = [...after.symmetricDifference(before)];
      if (changed.length > 0 || status >= 500) errors.push(`${route}, ${way}: ${status} ${changed[0] ?? ''}`);
    }
  }
  return errors;
}

it('sends a form of every route of the spaces of teachers and principals', () => {
  const routes = Object.entries(ACCESS)
    .filter(
      ([route, access]) =>
        route.startsWith('POST ') && ['account', 'owner', 'school-read', 'head', 'team'].includes(access),
    )
    .map(([route]) => route);
  const sent = new Set(forms.map(({ route }) => route));
  expect(routes.filter((route) => !sent.has(route))).toEqual(Object.keys(LEFT_OUT));
});

describe('a form that names the record of another person or school', () => {
  it('changes no row and leaves no line about them, sent by a principal', { timeout: 300_000 }, async () => {
    expect(await errorsOf(fixture.otherHead, forms)).toEqual([]);
  });

  it('changes no row and leaves no line about them, sent by a teacher', { timeout: 300_000 }, async () => {
    expect(await errorsOf(fixture.colleague, forms)).toEqual([]);
  });
});

describe('a form of the DANE', () => {
  it('changes nothing, sent by a teacher or a principal', { timeout: 300_000 }, async () => {
    expect(formsOfDane.length).toBeGreaterThan(30);
    const before = snapshotOf(fixture.service);
    for (const sender of [fixture.colleague, fixture.otherHead]) {
      for (const { route, action, fields } of formsOfDane.filter(({ route }) => route.includes(' /dane'))) {
        const { status } = await sender.post(action, { ...fields, [DRAWN_FOR]: sender.personId });
        expect([route, status]).toEqual([route, status === 404 ? 404 : 403]);
      }
    }
    expect(snapshotOf(fixture.service)).toEqual(before);
  });

  it('changes only the person and the school of its address', { timeout: 300_000 }, async () => {
    const named = formsOfDane.filter(
      ({ action }) => action.includes(HERS) || action.includes(fixture.claire.personId),
    );
    const { 'her ids in the body of an own address': way } = waysOf(fixture.agent);
    expect(
      await errorsOf(fixture.agent, named, { 'her ids in the body of another address': way ?? [asIs, asIs] }),
    ).toEqual([]);
  });
});
