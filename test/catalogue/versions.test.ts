import { describe, expect, test } from 'vitest';
import { achievementOf } from '../../src/catalogue/versions.ts';
import type { MissionCode } from '../../src/domain/engagement/mission.ts';
import { parseLocalDate } from '../../src/domain/time/calendar.ts';
import {
  criteriaInForce,
  criteriaVersion,
  criteriaVersions,
  FAMILY_CODES,
  framework,
} from '../support/office.ts';

const version1 = criteriaInForce(parseLocalDate('2026-07-12'));

describe('the mission framework', () => {
  test('has five families, twenty missions that count and one that does not', () => {
    const missions = [...framework.missions.values()];
    expect(framework.families.map(({ code }) => code)).toEqual(FAMILY_CODES);
    expect(missions.filter(({ elementary }) => elementary)).toHaveLength(20);
    expect(missions.filter(({ elementary }) => !elementary).map(({ code }) => code)).toEqual(['C9']);
  });

  test('has five missions that depend on the local authority', () => {
    const conditional = [...framework.missions.values()].filter((mission) => mission.conditional);
    expect(conditional.map(({ code }) => code)).toEqual(['C5', 'C6', 'C7', 'C8', 'C9']);
  });

  test('puts every mission in the family of its letter, named in both languages', () => {
    for (const [code, mission] of framework.missions) {
      expect(mission.family).toBe(code.charAt(0));
      expect(mission.label.fr).not.toBe('');
      expect(mission.label.en).not.toBe('');
    }
  });

  test('aligns missions only to competences that it names', () => {
    for (const { alignment } of framework.missions.values()) {
      for (const reference of alignment) {
        const [code = '', competence = ''] = reference.split(':');
        expect(framework.frameworks.get(code)?.competences.get(competence)?.fr ?? reference).not.toBe(
          reference,
        );
      }
    }
  });

  test('knows no mission outside its list', () => {
    expect(framework.missions.get('A4' as MissionCode)).toBeUndefined();
  });
});

describe('the catalogue', () => {
  test('has version 1 in force from 1 September 2019', () => {
    expect(criteriaInForce(parseLocalDate('2019-09-01')).version).toBe(1);
    expect(() => criteriaInForce(parseLocalDate('2019-08-31'))).toThrow(
      expect.objectContaining({ code: 'no-criteria-in-force', params: { on: '2019-08-31' } }),
    );
  });

  test('numbers its versions and dates them in ascending order', () => {
    const dates = criteriaVersions.map(({ inForceFrom }) => inForceFrom);
    expect(criteriaVersions.map(({ version }) => version)).toEqual(dates.map((_, index) => index + 1));
    expect(dates).toEqual(dates.toSorted());
  });

  test('finds a version by its number', () => {
    expect(criteriaVersion(1)).toBe(version1);
    expect(criteriaVersion(99)).toBeUndefined();
  });

  test('finds a badge by its code, and lists the existing codes for an unknown one', () => {
    expect(achievementOf(version1, 'RUPN-CONF').name).toEqual({
      fr: 'RUPN confirmé·e',
      en: 'Established RUPN',
    });
    expect(() => achievementOf(version1, 'RUPN-X')).toThrow(
      expect.objectContaining({
        code: 'unknown-achievement',
        params: { code: 'RUPN-X', known: version1.achievements.map(({ code }) => code) },
      }),
    );
  });

  test('has the eight badges with their recipients and validity', () => {
    const summary = version1.achievements.map(({ code, recipient, validityYears }) => [
      code,
      recipient,
      validityYears,
    ]);
    expect(summary).toEqual([
      ['RUPN-ENG', 'person', undefined],
      ['RUPN-CONF', 'person', undefined],
      ['RUPN-EXP', 'person', 3],
      ['RUPN-ACC', 'person', undefined],
      ['RUPN-ENT', 'person', 3],
      ['RUPN-COM', 'person', undefined],
      ['RUPN-VEILLE', 'person', 3],
      ['RUPN-EQUIPE', 'establishment', 1],
    ]);
  });
});
