import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { DEMO_DAY } from '../../demo/events.ts';
import { generateDemo } from '../../demo/generate-demo.ts';
import { demoPersonas, PERSONAS } from '../../demo/personas.ts';
import { planDemo } from '../../demo/plan-demo.ts';
import type { Evaluation, Finding } from '../../src/domain/criteria/evaluation.ts';
import { derivePersonFacts } from '../../src/domain/facts/derive-person.ts';
import { deriveTeamFacts } from '../../src/domain/facts/derive-team.ts';
import { parseLocalDate } from '../../src/domain/time/calendar.ts';
import { evaluateAll } from '../support/evaluate-all.ts';
import { criteriaInForce, framework } from '../support/office.ts';
import { readPersonRecords, readRows, readSchoolRecord } from './read-records.ts';

const schoolsCsv = readFileSync('data/establishments-dijon.csv', 'utf8');
const files = generateDemo({ establishmentsCsv: schoolsCsv });
const plan = planDemo(schoolsCsv);
const records = readPersonRecords(files);

/** The evaluations of a person's badges on a day. */
function judge(email: string, day: string): readonly Evaluation[] {
  const on = parseLocalDate(day);
  const criteria = criteriaInForce(on);
  const record = records.get(email);
  if (record === undefined) throw new Error(`no record of ${email}`);
  return evaluateAll(criteria, derivePersonFacts(record, on, { thresholds: criteria.thresholds, framework }));
}

function judgeSchool(uai: string, day: string): Evaluation {
  const on = parseLocalDate(day);
  const criteria = criteriaInForce(on);
  const basis = { thresholds: criteria.thresholds, framework };
  const [team] = evaluateAll(criteria, deriveTeamFacts(readSchoolRecord(files, uai), on, basis));
  if (team === undefined) throw new Error('no badge for a school');
  return team;
}

/** The number of simple requirements that these findings lack for the badge. */
function countMissing(findings: readonly Finding[]): number {
  const missing = findings
    .filter(({ met }) => !met)
    .map((finding) => {
      if (finding.parts.length === 0) return 1;
      if ('any' in finding.requirement) return Math.min(...finding.parts.map((part) => countMissing([part])));
      return Math.max(1, countMissing(finding.parts));
    });
  return missing.reduce((sum, count) => sum + count, 0);
}

const emailsOf = (part: string) =>
  plan.people.filter((person) => person.part === part).map(({ email }) => email);

const uaisOf = (group: string) =>
  plan.people.filter((person) => person.part === `${group}#0`).map(({ schools }) => schools.first.uai);

/** The archetypes that earn a badge, and those that lack exactly the named requirement. */
const BADGES: readonly {
  readonly badge: string;
  readonly earn: readonly string[];
  readonly lack: Readonly<Record<string, string>>;
}[] = [
  {
    badge: 'RUPN-ENG',
    earn: [
      'committed',
      'confirmedByDane',
      'confirmedWithReservation',
      'addedHalves',
      'twoHundredDays',
      'authorised',
      'authorisedTwice',
      'twoSelfReports',
    ],
    lack: {
      oneDayShort: 'duration',
      lateStart: 'duration',
      oneFamily: 'families',
      unauthorised: 'families',
      notReviewed: 'reviews',
    },
  },
  {
    badge: 'RUPN-CONF',
    earn: ['established', 'interrupted', 'moved', 'twoSchools', 'guide'],
    lack: {
      hoursShort: 'recent-training',
      withoutFamilyA: 'families',
      oneMeeting: 'dane-events',
      missedReview: 'reviews',
      contestedYear: 'duration',
      stoppedLongAgo: 'recent',
    },
  },
  {
    badge: 'RUPN-EXP',
    earn: ['guide', 'guideByTraining', 'guideByResource'],
    lack: {
      guideHoursExpired: 'training',
      guideNotValidated: 'contribution',
      guideHalfYearShort: 'duration',
      guideThreeFamilies: 'families',
      guideLeft: 'recent',
    },
  },
  {
    badge: 'RUPN-ACC',
    earn: ['companion', 'companionOverTwoYears', 'guide'],
    lack: { twoSessions: 'sessions-or-project', shortWorkshop: 'support', companionTooSpread: 'support' },
  },
  {
    badge: 'RUPN-ENT',
    earn: ['entAdministrator', 'serviceReferent'],
    lack: {
      entTrainingTooOld: 'training',
      entLocalSheet: 'training',
      entWithoutRole: 'administration',
      entHalfYear: 'administration',
    },
  },
  {
    badge: 'RUPN-COM',
    earn: ['communicator'],
    lack: { oneLink: 'showcases', twoCommunicationMissions: 'relay', notTheContact: 'relay' },
  },
  {
    badge: 'RUPN-VEILLE',
    earn: ['learner', 'learnerOverTwoYears'],
    lack: {
      learnerElevenHours: 'learning-period',
      learnerWithoutE3: 'learning-period',
      learnerAlone: 'learning-period',
      learnerLongAgo: 'learning-period',
    },
  },
];

describe('the demonstration', () => {
  test('peoples at least 70 real public schools with at least 150 RUPN over seven school years', () => {
    const engagements = readRows(files, 'engagements.csv');
    const listed = new Map(readRows(files, 'etablissements.csv').map((row) => [row['uai'], row]));
    const peopled = new Set(engagements.map((row) => row['uai']));
    const years = new Set(
      engagements.map((row) => row['debut']).filter((debut) => debut?.startsWith('01/09/')),
    );
    expect(records.size).toBeGreaterThanOrEqual(150);
    expect(peopled.size).toBeGreaterThanOrEqual(70);
    expect([...years].sort()).toEqual(
      [2020, 2021, 2022, 2023, 2024, 2025, 2026].map((year) => `01/09/${year}`),
    );
    for (const uai of peopled) {
      expect(listed.get(uai)).toMatchObject({ secteur: 'Public', lycee_agricole: '0' });
    }
  });

  test('gives every peopled school its principal', () => {
    const heads = new Set(readRows(files, 'personnes.csv').map((row) => row['uai']));
    expect(readRows(files, 'engagements.csv').filter((row) => !heads.has(row['uai']))).toEqual([]);
  });

  test('is the same, byte for byte, whenever it is generated', () => {
    expect(generateDemo({ establishmentsCsv: schoolsCsv })).toEqual(files);
  });

  test('gives every line a key of its own', () => {
    const keys: Readonly<Record<string, readonly string[]>> = {
      'personnes.csv': ['email'],
      'engagements.csv': ['reference'],
      'autorisations.csv': ['uai', 'mission', 'collectivite', 'debut'],
      'evenements.csv': ['code'],
      'presences.csv': ['email', 'evenement'],
      'points-etape.csv': ['email', 'uai', 'date', 'nature'],
      'contributions.csv': ['reference'],
    };
    for (const [name, columns] of Object.entries(keys)) {
      const rows = readRows(files, name);
      const distinct = new Set(rows.map((row) => columns.map((column) => row[column]).join('|')));
      expect(distinct.size, name).toBe(rows.length);
    }
  });

  test('holds nothing that looks like a NUMEN', () => {
    const numens = files.flatMap(({ text }) => text.match(/\b\d{2}[A-Z]\d{7}[A-Z]{3}\b/gi) ?? []);
    expect(numens).toEqual([]);
  });

  test('contains nothing that happens after its day', () => {
    const dates = ['points-etape.csv', 'contributions.csv'].flatMap((name) => readRows(files, name));
    expect(dates.filter((row) => parseLocalDate(row['date'] ?? '') > DEMO_DAY)).toEqual([]);
    const starts = new Map(readRows(files, 'evenements.csv').map((row) => [row['code'], row['debut'] ?? '']));
    const attended = readRows(files, 'presences.csv').map((row) => starts.get(row['evenement']) ?? '9999');
    expect(attended.filter((day) => day > DEMO_DAY)).toEqual([]);
  });

  test('contains every named persona, with the right profile', () => {
    const people = new Map(readRows(files, 'personnes.csv').map((row) => [row['email'], row['profil']]));
    const word = { rupn: 'rupn', principal: 'chef', dane: 'dane' };
    for (const { email, kind } of demoPersonas) expect(people.get(email)?.split('|')).toContain(word[kind]);
    const played = new Set(plan.people.map(({ part }) => part));
    expect(Object.keys(PERSONAS).filter((part) => !played.has(part))).toEqual([]);
  });
});

describe.each(BADGES)('$badge in the demonstration', ({ badge, earn, lack }) => {
  const evaluationOf = (email: string, day: string) =>
    judge(email, day).find(({ achievement }) => achievement === badge);

  test('is earned by at least three people, on the day and until the school year ends', () => {
    const people = earn.flatMap(emailsOf);
    expect(people.length).toBeGreaterThanOrEqual(3);
    for (const email of people) {
      for (const day of [DEMO_DAY, '2027-08-31'])
        expect(evaluationOf(email, day)?.met, `${email} ${day}`).toBe(true);
    }
  });

  test('is missed by one requirement by at least three people', () => {
    const people = Object.entries(lack).flatMap(([part, rule]) =>
      emailsOf(part).map((email) => ({ email, rule })),
    );
    expect(people.length).toBeGreaterThanOrEqual(3);
    for (const { email, rule } of people) {
      const findings = evaluationOf(email, DEMO_DAY)?.findings ?? [];
      expect(
        findings.filter(({ met }) => !met).map((finding) => finding.rule),
        email,
      ).toEqual([rule]);
      expect(countMissing(findings), email).toBe(1);
    }
  });
});

describe('RUPN-EQUIPE in the demonstration', () => {
  test('is earned for 2025-26 by at least three schools', () => {
    const uais = ['fullTeam', 'teamAhead', 'teamWithHandover'].flatMap(uaisOf);
    expect(uais.length).toBeGreaterThanOrEqual(3);
    for (const uai of uais) {
      for (const day of ['2026-07-10', '2026-08-31']) expect(judgeSchool(uai, day).met, uai).toBe(true);
    }
  });

  test('is missed for 2025-26 by one requirement, another in each school', () => {
    const missing = {
      teamWithoutMeeting: 'school-meeting',
      teamWithoutReview: 'reviews',
      teamWithoutTraining: 'training',
      teamWithoutSiteReferent: 'referent-site',
      teamWithoutAuthorityContact: 'contact-collectivite',
      teamWithoutFamilyE: 'families',
      teamOfOne: 'members',
    };
    for (const [group, rule] of Object.entries(missing)) {
      for (const uai of uaisOf(group)) {
        const findings = judgeSchool(uai, '2026-07-10').findings.filter(({ met }) => !met);
        expect(
          findings.map((finding) => finding.rule),
          group,
        ).toEqual([rule]);
      }
    }
  });

  test('lacks only covered families in November 2026 where all else is done, and is earned from the 29th', () => {
    const uais = ['teamAhead', 'newTeam'].flatMap(uaisOf);
    expect(uais.length).toBeGreaterThanOrEqual(3);
    for (const uai of uais) {
      const unmet = judgeSchool(uai, DEMO_DAY).findings.filter(({ met }) => !met);
      expect(unmet.map(({ rule }) => rule)).toEqual(['families']);
      expect(judgeSchool(uai, '2026-11-28').met).toBe(false);
      expect(judgeSchool(uai, '2026-11-29').met).toBe(true);
    }
  });
});
