import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Desk, openPopulatedDesk, UAI } from '../files/support.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openPopulatedDesk();
});
afterEach(() => desk.close());

/** A file of test/vectors/spreadsheets. The README there explains how it was made. */
const vector = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../vectors/spreadsheets/${name}`, import.meta.url)));
const importVector = (name: string) => desk.import({ [name]: vector(name) });

describe('spreadsheets from real offices', () => {
  it('finds the people of a LibreOffice workbook under its titles, and names what it omits', async () => {
    const { summary, refused, notices, files, unread } = await importVector('personnes.ods');
    expect(refused).toEqual([]);
    expect(summary).toMatchObject({ created: 0, unchanged: 3 });
    expect(files).toMatchObject([{ file: 'personnes.ods › Référents 2026', lines: 3 }]);
    expect(unread).toEqual([
      { file: 'personnes.ods › Brouillon', why: 'hidden', lines: 2 },
      { file: 'personnes.ods › À lire', why: 'unknown', lines: 2 },
    ]);
    expect(notices.map(({ code }) => code)).toEqual(['hidden-sheet', 'unknown-sheet', 'unknown-columns']);
    expect(notices[2]).toMatchObject({ line: 4, reason: expect.stringContaining('Téléphone') });
    expect(await desk.store.readPeopleByEmail(['zoe@ac-dijon.fr'])).toEqual([]);
  });

  it('reads days, serial numbers, short years and loose lists of an Excel workbook', async () => {
    const { summary, refused, notices } = await importVector('engagements.xlsx');
    expect(refused).toEqual([]);
    expect(summary).toMatchObject({ created: 2 });
    const [one, two] = await desk.store.readEngagements(['2026-001', '2026-002']);
    expect(one).toMatchObject({
      uai: UAI.guyot,
      period: { from: '2026-09-01' },
      missions: ['A1', 'C4', 'D1'],
      roles: ['contact-dane'],
    });
    expect(two).toMatchObject({ period: { from: '2026-09-01', to: '2027-06-30' }, missions: ['A1', 'A2'] });
    expect(notices).toMatchObject([{ line: 2, reason: expect.stringContaining('Debut mandat') }]);
  });

  it('reads Unicode text of Excel, and hours with their unit', async () => {
    const { summary, entries } = await importVector('presences-unicode.csv');
    expect(entries).toEqual([]);
    expect(summary).toMatchObject({ created: 2 });
    const saved = await desk.store.readEventAttendances('PAF-1', { limit: 9 });
    expect(saved.map(({ hours, proof }) => [hours, proof])).toEqual([
      [6, 3],
      [1.5, 2],
    ]);
  });

  it('follows a line sep=, and skips the title below it', async () => {
    const { summary, entries } = await importVector('evenements-sep.csv');
    expect(entries).toEqual([]);
    expect(summary).toMatchObject({ created: 2 });
    const [summer, pix] = await desk.store.readEvents(['PAF-7', 'PAF-8']);
    expect(summer).toMatchObject({
      title: 'Été numérique : « l’ENT »',
      startsOn: '2026-09-01',
      hours: 6,
      tags: ['ENT', 'RGPD'],
    });
    expect(pix).toMatchObject({ hours: 2.5 });
  });

  it.each(['personnes.ods', 'engagements.xlsx', 'presences-unicode.csv', 'evenements-sep.csv'])(
    'changes nothing when %s is imported again',
    async (name) => {
      await importVector(name);
      const before = desk.dump();
      const { summary } = await importVector(name);
      expect(summary).toMatchObject({ created: 0, updated: 0, refused: 0 });
      expect(desk.dump()).toBe(before);
    },
  );
});

describe('tables of other services', () => {
  it('reads the plan of SOFIA-FMO as events, one session for each group', async () => {
    const { summary, refused, unread, notices } = await importVector('plan-sofia.xlsx');
    expect(refused).toEqual([]);
    expect(summary).toMatchObject({ created: 3 });
    expect(unread).toMatchObject([{ file: 'plan-sofia.xlsx › Lisez-moi', why: 'unknown' }]);
    expect(notices[1]).toMatchObject({ code: 'unknown-columns', reason: expect.stringContaining('Lieu') });
    const codes = ['78101_1_S1', '78101_2_S1', '78102_1_S2'];
    expect(await desk.store.readEvents(codes)).toEqual([
      event(codes[0], 'Administrer l’ENT', ['2026-10-02', '2026-10-02', 6]),
      event(codes[1], 'Administrer l’ENT', ['2026-10-08', '2026-10-09', 9]),
      event(codes[2], 'Protéger les données', ['2026-11-12', '2026-11-12', 3]),
    ]);
    expect((await importVector('plan-sofia.xlsx')).summary).toMatchObject({ unchanged: 3, updated: 0 });
  });

  it('keeps the tags that an event of the plan got in the service', async () => {
    await importVector('plan-sofia.xlsx');
    const tags = 'code;nature;intitule;debut;etiquettes\n78101_1_S1;EV-PAF;Autre;2026-10-02;ENT\n';
    await desk.import({ 'e.csv': tags });
    await importVector('plan-sofia.xlsx');
    expect(await desk.store.readEvents(['78101_1_S1'])).toMatchObject([
      { title: 'Administrer l’ENT', tags: ['ENT'] },
    ]);
  });

  it('reads a course of Moodle as attendances at the chosen event, completed ones only', async () => {
    const moodle = { 'moodle-achevement.csv': vector('moodle-achevement.csv') };
    const { summary, notices, refused } = await desk.import(moodle, { event: 'PAF-1' });
    expect(refused).toEqual([]);
    expect(summary).toMatchObject({ created: 1 });
    expect(notices.map(({ line, code }) => [line, code])).toEqual([
      [1, 'unknown-columns'],
      [3, 'not-completed'],
    ]);
    const saved = await desk.store.readEventAttendances('PAF-1', { limit: 9 });
    expect(saved).toMatchObject([{ proof: 2 }]);
    expect((await desk.import(moodle, { event: 'PAF-1' })).summary).toMatchObject({ unchanged: 1 });
  });

  it('does not lower a better proof with it', async () => {
    await desk.import({ 'p.csv': 'email;evenement;preuve;heures\nada@ac-dijon.fr;PAF-1;3;4\n' });
    await desk.import({ 'm.csv': vector('moodle-achevement.csv') }, { event: 'PAF-1' });
    const saved = await desk.store.readEventAttendances('PAF-1', { limit: 9 });
    expect(saved).toMatchObject([{ proof: 3, hours: 4 }]);
  });

  const PARTICIPANTS =
    'Prénom,"Nom de famille","Adresse de courriel",Groupes\nAda,Martin,ada@ac-dijon.fr,\nInconnu,X,x@ac-dijon.fr,\n';

  it('reads a list of participants completely, and recognises only known people', async () => {
    const { summary, refused } = await desk.import({ 'p.csv': PARTICIPANTS }, { event: 'PAF-1' });
    expect(summary).toMatchObject({ created: 1, refused: 1 });
    expect(refused).toMatchObject([{ line: 3, code: 'unknown-email', value: 'x@ac-dijon.fr' }]);
  });

  it('asks for the event where none was chosen, and never reads the list as a file of people', async () => {
    const { refused, unread } = await desk.import({ 'p.csv': PARTICIPANTS });
    expect(refused).toMatchObject([{ code: 'event-needed', fix: expect.stringContaining('--event') }]);
    expect(unread).toMatchObject([{ why: 'refused', lines: 3 }]);
    expect(await desk.store.readPeopleByEmail(['x@ac-dijon.fr'])).toEqual([]);
  });

  it('reads a file of its own as such, with any word for an address', async () => {
    const { refused, summary } = await desk.import({
      'e.csv': `Référence;Prénom;Nom de famille;Adresse de courriel;Établissement;Date de début;Missions\nE1;Ada;Martin;ada@ac-dijon.fr;${UAI.guyot};01/09/2026;A1\n`,
    });
    expect(refused).toEqual([]);
    expect(summary.created).toBe(1);
  });

  it('refuses each line where the chosen event is not known', async () => {
    const { refused } = await desk.import({ 'p.csv': PARTICIPANTS }, { event: 'RIEN' });
    expect(refused.map(({ code }) => code)).toEqual(['unknown-event', 'unknown-email']);
  });
});

function event(
  code: string | undefined,
  title: string,
  [startsOn, endsOn, hours]: readonly [string, string, number],
) {
  return { code, kind: 'EV-PAF', title, startsOn, endsOn, hours, tags: [] };
}
