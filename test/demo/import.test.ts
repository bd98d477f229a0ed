import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DEMO_DAY } from '../../demo/events.ts';
import { type DemoFile, generateDemo } from '../../demo/generate-demo.ts';
import { planDemo } from '../../demo/plan-demo.ts';
import { derivePersonFacts } from '../../src/domain/facts/derive-person.ts';
import { parseLocalDate } from '../../src/domain/time/calendar.ts';
import { importTexts } from '../../src/texts/fr/dane/import.ts';
import { OFFICE } from '../../src/texts/office.ts';
import { type Desk, openDesk } from '../files/support.ts';
import {
  type ExpectedRejection,
  generateFaultyDemo,
  listExpectedRejections,
} from '../support/faulty-demo.ts';
import { criteriaInForce, framework } from '../support/office.ts';
import { readPersonRecords } from './read-records.ts';

const schoolsCsv = readFileSync('data/establishments-dijon.csv', 'utf8');
const demo = generateDemo({ establishmentsCsv: schoolsCsv });
const byName = (files: readonly DemoFile[]) =>
  Object.fromEntries(files.map(({ name, text }) => [name, text]));

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

describe('importing the demonstration', () => {
  test('refuses no line, keeps one change of name, and remarks only on the deliberate role conflict and hours', async () => {
    const { summary, entries } = await desk.import(byName(demo));
    const lines = demo.reduce((count, { text }) => count + text.trimEnd().split('\n').length - 1, 0);
    expect(entries.map(({ kind, file, code }) => ({ kind, file, code }))).toEqual([
      { kind: 'notice', file: 'engagements.csv', code: 'clash' },
      { kind: 'notice', file: 'presences.csv', code: 'hours-above' },
    ]);
    expect(summary).toMatchObject({ created: lines - 1, updated: 1, unchanged: 0, refused: 0 });
  });

  test('changes nothing the second time', async () => {
    await desk.import(byName(demo));
    const before = desk.dump();
    const { summary } = await desk.import(byName(demo));
    expect(summary).toMatchObject({ created: 0, updated: 0, refused: 0 });
    expect(desk.dump()).toBe(before);
  });

  test('gives the facts of the files, except for the role conflict', async () => {
    await desk.import(byName(demo));
    const on = parseLocalDate(DEMO_DAY);
    const basis = { thresholds: criteriaInForce(on).thresholds, framework };
    const written = readPersonRecords(demo);
    const people = await desk.store.readPeopleByEmail([...written.keys()]);
    const stored = await desk.store.readPersonRecords(people.map(({ id }) => id));
    const differing = people.filter(({ id, emails }) => {
      const record = stored.find(({ personId }) => personId === id);
      const expected = written.get(emails[0] ?? '');
      if (!record || !expected) return true;
      const facts = derivePersonFacts({ ...record, personId: expected.personId }, on, basis);
      return JSON.stringify(facts) !== JSON.stringify(derivePersonFacts(expected, on, basis));
    });
    const clashing = planDemo(schoolsCsv).people.filter(({ part }) => part === 'clashInTheFile#1');
    expect(people).toHaveLength(written.size);
    expect(differing.map(({ emails }) => emails[0])).toEqual(clashing.map(({ email }) => email));
  });
});

describe('importing the faulty demonstration', () => {
  const inOrder = (rejections: readonly ExpectedRejection[]) =>
    rejections.map(({ file, line, column, code }) => `${file}:${line} ${column} ${code}`).sort();

  test('refuses exactly the faulty lines, each for its reason', async () => {
    const { refused } = await desk.import(byName(generateFaultyDemo()));
    expect(inOrder(refused)).toEqual(inOrder(listExpectedRejections()));
  });

  test('remarks on lines that are accepted nevertheless', async () => {
    const { notices } = await desk.import(byName(generateFaultyDemo()));
    expect(notices.map(({ code }) => code).sort()).toEqual(['clash', 'superseded', 'unknown-columns']);
  });

  test('shows every refusal of a CSV file’s content, and none that depends on earlier data', () => {
    const shown = new Set(listExpectedRejections().map(({ code }) => code));
    const missing = Object.keys(importTexts(OFFICE).refusals).filter((code) => !shown.has(code));
    // Only a workbook can have a value such as #N/A, or a hidden sheet.
    const ofWorkbooks = ['hidden-sheet', 'error-value'];
    expect(missing).toEqual([
      'closed-establishment',
      'already-decided',
      'reference-of-another',
      ...ofWorkbooks,
    ]);
  });
});
