import { describe, expect, test } from 'vitest';
import { achievementOf } from '../../src/catalogue/versions.ts';
import { evaluate } from '../../src/domain/criteria/evaluate.ts';
import { familiesMetByTime } from '../../src/domain/criteria/team-met-by-time.ts';
import { deriveTeamFacts } from '../../src/domain/facts/derive-team.ts';
import { parseUai } from '../../src/domain/uai.ts';
import { framework } from '../support/office.ts';
import { basis, criteria, day, GUYOT, makePerson, type PersonSketch } from './builders.ts';

const definition = achievementOf(criteria, 'RUPN-EQUIPE');
const FAMILIES = definition.requirements.find(({ rule }) => 'teamFamilies' in rule)?.name ?? '';

function foreseen(people: readonly PersonSketch[], on: string) {
  const record = { uai: parseUai(GUYOT), people: people.map(makePerson), meetings: [] };
  const evaluation = evaluate({ definition, criteria, facts: deriveTeamFacts(record, day(on), basis) });
  return familiesMetByTime({ record, definition, evaluation, criteria, framework, today: day(on) });
}
const member = (person: string, missions: readonly string[], to?: string): PersonSketch =>
  ({ person, segments: [{ from: '2025-09-01', ...(to && { to }), missions }] }) as PersonSketch;

describe('the day on which time alone gives a team its families', () => {
  const team = [member('p1', ['A1', 'B1']), member('p2', ['C1', 'D1', 'E1'])];

  test('is the 90th day of the last mission', () => {
    expect([...foreseen(team, '2025-11-01')]).toEqual([[FAMILIES, '2025-11-29']]);
    expect([...foreseen(team, '2025-11-28')]).toEqual([[FAMILIES, '2025-11-29']]);
  });

  test('is absent once it has come, and where a family ends before or no one holds it', () => {
    expect(foreseen(team, '2025-11-29').size).toBe(0);
    expect(foreseen([member('p1', ['A1', 'B1'], '2025-11-15'), ...team.slice(1)], '2025-11-01').size).toBe(0);
    expect(foreseen(team.slice(1), '2025-11-01').size).toBe(0);
  });

  test('lies in this school year, whose last day ends the search', () => {
    const late = [
      { ...team[0], segments: [{ from: '2026-04-15', missions: ['A1', 'B1', 'C1', 'D1', 'E1'] }] },
    ];
    expect(foreseen(late as readonly PersonSketch[], '2026-05-01').size).toBe(0);
  });
});
