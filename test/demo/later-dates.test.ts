import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { DEMO_DAY } from '../../demo/events.ts';
import { type DemoFile, generateDemo } from '../../demo/generate-demo.ts';
import { moveDay, teamDaysUntil, yearsLaterOn } from '../../demo/move-plan.ts';
import { planDemo } from '../../demo/plan-demo.ts';
import type { Evaluation } from '../../src/domain/criteria/evaluation.ts';
import { derivePersonFacts } from '../../src/domain/facts/derive-person.ts';
import { deriveTeamFacts } from '../../src/domain/facts/derive-team.ts';
import { type LocalDate, parseLocalDate } from '../../src/domain/time/calendar.ts';
import { evaluateAll } from '../support/evaluate-all.ts';
import { criteriaInForce, framework } from '../support/office.ts';
import { readPersonRecords, readRows, readSchoolRecord } from './read-records.ts';

const schoolsCsv = readFileSync('data/establishments-dijon.csv', 'utf8');
const plan = planDemo(schoolsCsv);
const TEAM_DAY = '2026-07-10';
const written = generateDemo({ establishmentsCsv: schoolsCsv });

/** For each badge, whether it is met, or else the rules that are not. */
const outcomes = (evaluations: readonly Evaluation[]) =>
  evaluations.map(({ achievement, findings }) => [
    achievement,
    ...findings.flatMap(({ met, rule }) => (met ? [] : [rule])),
  ]);

/** The outcomes of all people with a written story, and of each school, on the last day of the story. */
function comeTo(files: readonly DemoFile[], years: number) {
  const records = readPersonRecords(files);
  const judgedOn = (day: string) => {
    const on = moveDay(day, years);
    const criteria = criteriaInForce(on);
    return { on, criteria, basis: { thresholds: criteria.thresholds, framework } };
  };
  const person = judgedOn(DEMO_DAY);
  const people = plan.people.filter(({ part, story }) => story && part !== 'ordinary');
  const school = judgedOn(TEAM_DAY);
  const uais = people.filter(({ part }) => part.includes('#')).map(({ schools }) => schools.first.uai);
  return Object.fromEntries([
    ...people.map(({ email, part }) => {
      const record = records.get(email);
      if (!record) throw new Error(`no record of ${email}`);
      const facts = derivePersonFacts(record, person.on, person.basis);
      return [`${part} ${email}`, outcomes(evaluateAll(person.criteria, facts))];
    }),
    ...uais.map((uai) => {
      const facts = deriveTeamFacts(readSchoolRecord(files, uai), school.on, school.basis);
      return [uai, outcomes(evaluateAll(school.criteria, facts))];
    }),
  ]);
}

const asWritten = comeTo(written, 0);

describe('the demonstration first started in a later year', () => {
  test('is moved by as many years as possible without any future day', () => {
    const days: Readonly<Record<string, number>> = {
      '2024-02-29': 0,
      '2026-11-24': 0,
      '2027-08-31': 0,
      '2027-11-23': 0,
      '2027-11-24': 1,
      '2028-02-29': 1,
      '2031-12-31': 5,
    };
    for (const [day, years] of Object.entries(days)) {
      expect([day, yearsLaterOn(parseLocalDate(day))]).toEqual([day, years]);
    }
    expect(generateDemo({ establishmentsCsv: schoolsCsv, today: '2027-11-23' as LocalDate })).toEqual(
      written,
    );
  });

  test('has school teams whose badge has not ended, whatever the day', () => {
    const first = ['2026-11-25', '2027-07-09', '2027-11-24', '2028-02-29'];
    const both = ['2027-07-10', '2027-08-31', '2027-09-01', '2027-11-23'];
    const daysOf = (day: string) => teamDaysUntil(parseLocalDate(day)).map((on) => on.slice(0, 4));
    expect(first.map(daysOf)).toEqual([['2026'], ['2026'], ['2027'], ['2027']]);
    expect(both.map(daysOf)).toEqual(Array(4).fill(['2026', '2027']));
    const on = '2027-07-10' as LocalDate;
    const criteria = criteriaInForce(on);
    const uais = ['teamAhead#0', 'newTeam#0'].flatMap((name) =>
      plan.people.filter(({ part }) => part === name).map(({ schools }) => schools.first.uai),
    );
    expect(uais.length).toBeGreaterThanOrEqual(3);
    for (const uai of uais) {
      const basis = { thresholds: criteria.thresholds, framework };
      const facts = deriveTeamFacts(readSchoolRecord(written, uai), on, basis);
      expect(outcomes(evaluateAll(criteria, facts))).toEqual([['RUPN-EQUIPE']]);
    }
  });

  test.each([1, 2, 6])('brings everyone to the same badges, %i years later', (years) => {
    const today = moveDay(DEMO_DAY, years);
    const files = generateDemo({ establishmentsCsv: schoolsCsv, today });
    expect(comeTo(files, years)).toEqual(asWritten);
    const reported = [
      ...readRows(files, 'points-etape.csv').map((row) => row['date']),
      ...readRows(files, 'contributions.csv').map((row) => row['date']),
    ].map((day) => parseLocalDate(day ?? ''));
    expect(reported.filter((day) => day > today)).toEqual([]);
    expect(new Set(reported.map((day) => new Date(day).getUTCDay())).has(0)).toBe(false);
  });
});
