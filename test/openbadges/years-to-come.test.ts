import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FIRST_CHOICE } from '../../src/domain/award/types.ts';
import { derivePersonFacts } from '../../src/domain/facts/derive-person.ts';
import { deriveTeamFacts } from '../../src/domain/facts/derive-team.ts';
import type { Facts } from '../../src/domain/facts/types.ts';
import { schoolYearOf } from '../../src/domain/time/school-year.ts';
import { parseUai } from '../../src/domain/uai.ts';
import { drawnYears } from '../../src/drawings/badge-svg.ts';
import { yearLineSvg } from '../../src/drawings/year-line-svg.ts';
import { buildCredential } from '../../src/issuing/credential.ts';
import { credentialPageTexts as en } from '../../src/texts/en/public/credential-page.ts';
import { credentialPageTexts as fr } from '../../src/texts/fr/public/credential-page.ts';
import { dates, people } from '../domain/arbitraries.ts';
import { basis, LACAILLE, makePerson } from '../domain/builders.ts';
import { rounds } from '../support/property-runs.ts';
import { makeAward, makeInput, onlyCriteria } from './builders.ts';

const names = fc.constantFrom('none' as const, 'initials' as const, 'full' as const);
const confirmed = definitionOf('RUPN-CONF');
const team = definitionOf('RUPN-EQUIPE');

function definitionOf(code: string) {
  const found = onlyCriteria().achievements.find((one) => one.code === code);
  if (!found) throw new Error(`no badge ${code}`);
  return found;
}

/** The years that a text names, each school year by its first. */
function yearsIn(text: string): readonly number[] {
  const names = text.replace(/\b(20\d\d)-(20\d\d)\b/g, (span, first, last) =>
    Number(last) === Number(first) + 1 ? first : span,
  );
  return (names.match(/\b20\d\d\b/g) ?? []).map(Number);
}

/** The statements of a badge about its holder: neither its identifiers and dates of signing, nor the criteria
 *  that are published for everybody, which may name the year of a rule. */
function statementsOf({
  credentialSubject,
  evidence = [],
  name,
}: Awaited<ReturnType<typeof buildCredential>>) {
  const { term, role, result } = credentialSubject;
  const stated = evidence.map(({ narrative, ...one }) => [
    one.name,
    narrative.replace(/règle d’avant \S+/u, ''),
  ]);
  return JSON.stringify([name, term, role, result.map(({ value }) => value), stated]);
}

async function expectNothingToCome(facts: Facts, choice = FIRST_CHOICE): Promise<void> {
  const definition = facts.kind === 'person' ? confirmed : team;
  const award = makeAward(definition, facts, { schoolYear: facts.schoolYear });
  const body = await buildCredential(makeInput(definition, { award, choice }));
  const judged = schoolYearOf(facts.on);
  expect(Math.max(0, ...yearsIn(statementsOf(body)))).toBeLessThanOrEqual(judged);
  const { activityStartDate, activityEndDate, term } = body.credentialSubject;
  for (const day of [activityStartDate, activityEndDate]) {
    expect((day ?? '').slice(0, 10) <= facts.on).toBe(true);
  }
  // A team's badge has one year, and a person's at most a first and a last one.
  if (term !== undefined) expect(term).toMatch(/^20\d\d(-20\d\d)?$/);
  expect((term ?? '').split('-').every((year) => Number(year) <= judged)).toBe(true);
}

describe('a year that has not come', () => {
  test('is in no statement of a person’s signed badge, whatever the engagements and the day', async () => {
    await fc.assert(
      fc.asyncProperty(people, dates, names, async (person, on, name) => {
        const facts = derivePersonFacts(makePerson(person), on, basis);
        await expectNothingToCome(facts, { ...FIRST_CHOICE, name });
      }),
      { numRuns: rounds(400) },
    );
  });

  test('is in no statement of a team’s signed badge', async () => {
    await fc.assert(
      fc.asyncProperty(people, dates, async (person, on) => {
        const members = [makePerson({ ...person, person: 'p1' })];
        const record = { uai: parseUai(LACAILLE), people: members, meetings: [] };
        await expectNothingToCome(deriveTeamFacts(record, on, basis));
      }),
      { numRuns: 100 },
    );
  });

  test('is neither written on a drawing nor in a heading', () => {
    const spans = fc.tuple(fc.integer({ min: 2000, max: 2060 }), fc.integer({ min: 0, max: 30 }));
    fc.assert(
      fc.property(spans, ([first, more]) => {
        const last = first + more;
        const years = [...new Set([first, last])].map((year) => ({ year, value: 1 as const }));
        const line = yearLineSvg({ title: '', description: '', years });
        const drawn = [...line.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text = '']) => text).join(' ');
        const stated = [
          drawn,
          drawnYears(years, { kind: 'rings', rings: 3 }),
          drawnYears(years.slice(-1), { kind: 'team' }).replace('–', '-'),
          fr('DANE').span(first, last),
          en('DANE').span(first, last),
        ];
        for (const text of stated) expect(Math.max(...yearsIn(text))).toBeLessThanOrEqual(last);
      }),
    );
  });

  test('is not looked for in vain: the names of years are found in a text', () => {
    expect(yearsIn('2022-2027, 2026-2027 et 2031')).toEqual([2022, 2027, 2026, 2031]);
  });
});
