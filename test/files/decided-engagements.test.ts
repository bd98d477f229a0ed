import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decide } from '../../src/domain/confirmation/confirm.ts';
import type { Confirmation, Engagement } from '../../src/domain/records.ts';
import type { LocalDate } from '../../src/domain/time/calendar.ts';
import { toXlsx } from '../spreadsheets/workbooks.ts';
import { type Desk, openPopulatedDesk, UAI } from './support.ts';

const BASE = 'reference;email;uai;debut;fin;missions;roles';
const HEADER = `${BASE};confirmation`;
const REQUESTED_LINE = `E1;ada@ac-dijon.fr;${UAI.guyot};2025-09-01;2026-06-30;A1|B2;contact-dane;demandee`;
const file = (header: string, ...lines: string[]) => ({
  'engagements.csv': `${header}\n${lines.join('\n')}\n`,
});
const cells = (line: string) => line.split(';');

let desk: Desk;
beforeEach(async () => {
  desk = await openPopulatedDesk();
  await desk.import(file(HEADER, REQUESTED_LINE));
});
afterEach(() => desk.close());

const read = async (reference = 'E1') => (await desk.store.readEngagements([reference]))[0] as Engagement;

/** Bob decides, like a principal on screen. */
const decided = async (confirmation: Confirmation = 'confirmed') => {
  const [bob] = await desk.store.readPeopleByEmail(['bob@ac-dijon.fr']);
  const by = { personId: bob?.id as never, address: 'bob@ac-dijon.fr' };
  const asRead = await read();
  const engagement = decide(asRead, { by, on: '2026-01-12' as LocalDate }, confirmation);
  await desk.store.commit([{ kind: 'engagement-imported', engagement, asRead }]);
  return engagement;
};

describe('an engagement decided in the service', () => {
  it.each([
    ['a later end', REQUESTED_LINE.replace('2026-06-30', '2026-08-31'), 'fin'],
    ['an end that is emptied', REQUESTED_LINE.replace('2026-06-30', ''), 'fin'],
    ['an earlier start', REQUESTED_LINE.replace('2025-09-01', '2024-09-01'), 'debut'],
    ['one mission more', REQUESTED_LINE.replace('A1|B2', 'A1|B2|C1'), 'missions'],
    ['one mission less', REQUESTED_LINE.replace('A1|B2', 'A1'), 'missions'],
    ['one role more', REQUESTED_LINE.replace('contact-dane', 'contact-dane|contact-collectivite'), 'roles'],
    ['no role any more', REQUESTED_LINE.replace('contact-dane', ''), 'roles'],
    ['another school', REQUESTED_LINE.replace(UAI.guyot, UAI.lacaille), 'uai'],
    ['another person', REQUESTED_LINE.replace('ada@', 'cleo@'), 'email'],
    ['another confirmation', REQUESTED_LINE.replace('demandee', 'confirmee-dane'), 'confirmation'],
    ['a contest', REQUESTED_LINE.replace('demandee', 'contestee'), 'confirmation'],
  ])('refuses %s, with the date, the author and the place to ask for it', async (_, line, column) => {
    await decided();
    const before = desk.dump();
    const { refused, summary } = await desk.import(file(HEADER, line));
    expect(refused).toMatchObject([{ column, code: 'already-decided' }]);
    expect(refused[0]?.reason).toMatch(/2026-01-12 par Bob Petit/);
    expect(refused[0]?.fix).toContain('à l’écran');
    expect(summary).toMatchObject({ created: 0, updated: 0, refused: 1 });
    expect(desk.dump()).toBe(before);
  });

  it('accepts a departure, and the decision keeps its author, day and words', async () => {
    const before = await decided();
    const { refused, notices } = await desk.import(
      file(HEADER, REQUESTED_LINE.replace('2026-06-30', '2026-02-28')),
    );
    expect(refused).toEqual([]);
    expect(notices).toMatchObject([{ code: 'decision-kept', column: 'confirmation' }]);
    expect(await read()).toEqual({ ...before, period: { from: '2025-09-01', to: '2026-02-28' } });
    const back = await desk.import(file(HEADER, REQUESTED_LINE));
    expect(back.refused).toMatchObject([{ column: 'fin', code: 'already-decided' }]);
  });

  it('accepts a later start, which leaves fewer days', async () => {
    const before = await decided();
    const { refused } = await desk.import(file(HEADER, REQUESTED_LINE.replace('2025-09-01', '2025-10-01')));
    expect(refused).toEqual([]);
    expect(await read()).toEqual({ ...before, period: { from: '2025-10-01', to: '2026-06-30' } });
  });

  it.each([
    ['an empty confirmation', file(HEADER, REQUESTED_LINE.replace('demandee', ''))],
    ['no column of it', file(BASE, cells(REQUESTED_LINE).slice(0, 7).join(';'))],
    ['the word that was decided', file(HEADER, REQUESTED_LINE.replace('demandee', 'confirmee'))],
    [
      'other missions in another order',
      file(HEADER, REQUESTED_LINE.replace('A1|B2', 'B2|A1').replace('demandee', '')),
    ],
    [
      'no column of an end, of roles or of a confirmation',
      file('reference;email;uai;debut;missions', `E1;ADA@ac-dijon.fr;${UAI.guyot};01/09/2025;A1|B2`),
    ],
  ])('is left unchanged by a file with %s', async (_, files) => {
    const before = await decided();
    const { refused, notices, summary } = await desk.import(files);
    expect({ refused, notices }).toEqual({ refused: [], notices: [] });
    expect(summary).toMatchObject({ unchanged: 1, updated: 0 });
    expect(await read()).toEqual(before);
  });

  it('accepts any state of before the decision: it is outdated, not wrong', async () => {
    await desk.import(file(HEADER, REQUESTED_LINE.replace('demandee', 'confirmee')));
    const before = await decided('contested');
    for (const word of ['confirmee', 'demandee', 'contestee']) {
      const { refused, notices } = await desk.import(file(HEADER, REQUESTED_LINE.replace('demandee', word)));
      expect(refused).toEqual([]);
      expect(notices.map(({ code }) => code)).toEqual(word === 'contestee' ? [] : ['decision-kept']);
    }
    expect(await read()).toEqual(before);
    const other = await desk.import(
      file(HEADER, REQUESTED_LINE.replace('demandee', 'confirmee-avec-reserve')),
    );
    expect(other.refused).toMatchObject([{ column: 'confirmation' }]);
  });

  it('is widened neither by a second file, in any order, nor by a second or a hidden sheet', async () => {
    const before = await decided();
    const wide = REQUESTED_LINE.replace('2026-06-30', '').replace('demandee', 'confirmee');
    const two = { 'a.csv': `${HEADER}\n${REQUESTED_LINE}\n`, 'b.csv': `${HEADER}\n${wide}\n` };
    for (const files of [two, Object.fromEntries(Object.entries(two).reverse())]) {
      expect((await desk.import(files)).refused).toMatchObject([{ code: 'already-decided', file: 'b.csv' }]);
      expect(await read()).toEqual(before);
    }
    const rows = [cells(HEADER), cells(REQUESTED_LINE)];
    const sheets = { bon: rows, large: [cells(HEADER), cells(wide)] };
    const seen = await desk.import({ 'e.xlsx': toXlsx(sheets) });
    expect(seen.refused).toMatchObject([{ file: 'e.xlsx › large', code: 'already-decided' }]);
    const Sheets = [{ Hidden: 0 as const }, { Hidden: 2 as const }];
    const hidden = await desk.import({ 'e.xlsx': toXlsx(sheets, { Workbook: { Sheets } }) });
    expect(hidden.refused).toEqual([]);
    expect(hidden.notices).toMatchObject([
      { file: 'e.xlsx › large', code: 'hidden-sheet' },
      { file: 'e.xlsx › bon', code: 'decision-kept' },
    ]);
    expect(await read()).toEqual(before);
  });

  it('cannot pass to another person by an address that changes hands', async () => {
    const before = await decided();
    const people = [
      'email;prenom;nom;ancien_email',
      'ada.new@ac-dijon.fr;Ada;Martin;ada@ac-dijon.fr',
      'ada@ac-dijon.fr;Zoé;Autre;bob@ac-dijon.fr',
      'cleo@ac-dijon.fr;Cléo;Roux;ada@ac-dijon.fr',
    ];
    const { notices } = await desk.import({
      'p.csv': people.join('\n'),
      ...file(HEADER, REQUESTED_LINE.replace('ada@', 'cleo@')),
    });
    expect(notices.map(({ code }) => code)).toEqual(['former-address', 'address-of-another']);
    expect(await read()).toEqual(before);
    const [ada] = await desk.store.readPeopleByEmail(['ada@ac-dijon.fr']);
    expect(ada).toMatchObject({ id: before.personId, givenName: 'Ada' });
  });

  it('shows no difference in a dry run that an import would not make', async () => {
    await decided();
    const lines = [
      REQUESTED_LINE.replace('2026-06-30', '2030-01-01'),
      REQUESTED_LINE.replace('demandee', ''),
    ];
    for (const line of lines) {
      const dry = await desk.import(file(HEADER, line), { dryRun: true });
      expect(await desk.import(file(HEADER, line))).toEqual(dry);
    }
  });

  it('prevails over a file that was read before the decision', async () => {
    const asRead = await read();
    const before = await decided();
    const wide: Engagement = { ...asRead, period: { from: asRead.period.from }, confirmation: 'contested' };
    await expect(
      desk.store.commit([{ kind: 'engagement-imported', engagement: wide, asRead }]),
    ).rejects.toMatchObject({ code: 'store-conflict' });
    expect(await read()).toEqual(before);
  });
});

describe('a known reference', () => {
  it('stays with its person and its school, decided or not', async () => {
    const before = await read();
    const moved = await desk.import(file(HEADER, REQUESTED_LINE.replace('ada@', 'bob@')));
    expect(moved.refused).toMatchObject([{ column: 'email', code: 'reference-of-another' }]);
    const elsewhere = await desk.import(file(HEADER, REQUESTED_LINE.replace(UAI.guyot, UAI.lacaille)));
    expect(elsewhere.refused).toMatchObject([{ column: 'uai', code: 'reference-of-another' }]);
    expect(await read()).toEqual(before);
    const contributions = (email: string) => ({
      'c.csv': `reference;email;nature;date\nC1;${email};projet;2025-10-01\n`,
    });
    await desk.import(contributions('ada@ac-dijon.fr'));
    const stolen = await desk.import(contributions('bob@ac-dijon.fr'));
    expect(stolen.refused).toMatchObject([{ column: 'email', code: 'reference-of-another' }]);
  });

  it('in two lines of one import counts by the last line, with both places reported each time', async () => {
    const one = REQUESTED_LINE.replace('E1', 'E9');
    const other = one.replace('ada@', 'bob@').replace('2025-09-01', '2025-10-01');
    const files = { 'a.csv': `${HEADER}\n${one}\n`, 'b.csv': `${HEADER}\n${other}\n` };
    const first = await desk.import(files);
    expect(first.summary).toMatchObject({ created: 1, refused: 0 });
    expect(first.notices).toMatchObject([{ file: 'a.csv', line: 2, code: 'superseded' }]);
    expect(first.notices[0]?.reason).toMatch(/La ligne 2 de «\sb\.csv\s»/u);
    expect((await read('E9')).period.from).toBe('2025-10-01');
    const second = await desk.import(files);
    expect(second.summary).toMatchObject({ created: 0, updated: 0, unchanged: 1, refused: 0 });
    const rows = (line: string) => [cells(HEADER), cells(line)];
    const book = { 'e.xlsx': toXlsx({ x: rows(one), y: rows(other), z: rows(one) }) };
    const sheets = await desk.import(book);
    expect(sheets.refused).toMatchObject([{ file: 'e.xlsx › z', code: 'reference-of-another' }]);
    expect(sheets.notices).toMatchObject([{ file: 'e.xlsx › x', line: 2, code: 'superseded' }]);
  });
});

describe('a single role in several files', () => {
  const line = (reference: string, who: string) =>
    `${reference};${who}@ac-dijon.fr;${UAI.lacaille};2025-09-01;;A1;contact-dane;confirmee`;
  const states = async () => {
    const found = await desk.store.readEngagements(['S1', 'S2']);
    return found.map(({ reference, confirmation }) => `${reference} ${confirmation}`).toSorted();
  };

  it.each([
    ['two files', (a: string, b: string) => ({ 'a.csv': `${HEADER}\n${a}`, 'b.csv': `${HEADER}\n${b}` })],
    [
      'two sheets',
      (a: string, b: string) => ({
        'e.xlsx': toXlsx({ a: [cells(HEADER), cells(a)], b: [cells(HEADER), cells(b)] }),
      }),
    ],
    ['two lines', (a: string, b: string) => file(HEADER, a, b)],
  ])('is held by one of two people, in any order: %s', async (_, toFiles) => {
    const { notices } = await desk.import(toFiles(line('S1', 'ada'), line('S2', 'bob')));
    expect(notices).toMatchObject([{ code: 'clash' }]);
    expect(await states()).toEqual(['S1 confirmed', 'S2 requested']);
    const turned = await desk.import(toFiles(line('S2', 'bob'), line('S1', 'ada')));
    expect(turned.notices).toMatchObject([{ code: 'clash' }]);
    expect(await states()).toEqual(['S1 confirmed', 'S2 requested']);
  });

  it('passes to another person by an earlier end in a later file', async () => {
    await desk.import(file(HEADER, line('S1', 'ada')));
    const { notices } = await desk.import({
      'a.csv': `${HEADER}\n${line('S2', 'bob').replace('2025-09-01', '2026-09-01')}\n`,
      'b.csv': `${HEADER}\n${line('S1', 'ada').replace('2025-09-01;', '2025-09-01;2026-08-31')}\n`,
    });
    expect(notices).toEqual([]);
    expect(await states()).toEqual(['S1 confirmed', 'S2 confirmed']);
  });
});
