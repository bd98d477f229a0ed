import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SOLO_CAST } from '../../demo/cast.ts';
import { ordinary } from '../../demo/ordinary.ts';
import { makeRandom } from '../../demo/random.ts';
import { compileRule } from '../../src/domain/criteria/compile-rule.ts';
import type { Criteria, Requirement, Thresholds } from '../../src/domain/criteria/definition.ts';
import { isMet } from '../../src/domain/criteria/evaluate.ts';
import type { Evaluation } from '../../src/domain/criteria/evaluation.ts';
import type { Rule } from '../../src/domain/criteria/rule.ts';
import { derivePersonFacts } from '../../src/domain/facts/derive-person.ts';
import { deriveTeamFacts } from '../../src/domain/facts/derive-team.ts';
import type { Facts } from '../../src/domain/facts/types.ts';
import { EVENT_KINDS, type SchoolRecord } from '../../src/domain/records.ts';
import { fromDayNumber, type LocalDate, toDayNumber } from '../../src/domain/time/calendar.ts';
import { parseUai } from '../../src/domain/uai.ts';
import { evaluateAll } from '../support/evaluate-all.ts';
import { rounds } from '../support/property-runs.ts';
import { MUCH_WORK_MS } from '../support/timeouts.ts';
import { dates, people } from './arbitraries.ts';
import { basis, criteria, day, GUYOT, LACAILLE, makePerson, type PersonSketch } from './builders.ts';
import { builtRequirements, newBadge } from './built-rules.ts';
import { anyoneLeaves } from './plain-judgment/anyone-leaf-rules.ts';
import { derivePersonFacts as derivePlainly } from './plain-judgment/derive-facts.ts';
import { deriveTeamFacts as deriveTeamPlainly } from './plain-judgment/derive-team-facts.ts';
import { evaluateAll as evaluatePlainly } from './plain-judgment/evaluate.ts';
import { evaluateRule } from './plain-judgment/evaluate-rule.ts';
import { personLeaves } from './plain-judgment/person-leaf-rules.ts';
import { teamLeaves } from './plain-judgment/team-leaf-rules.ts';
import { toDayNumber as countPlainly } from './plain-judgment/time.ts';
import { sketchStory } from './sketch-story.ts';

const meets = fc.record({ meets: fc.constantFrom('RUPN-ENG', 'RUPN-EXP', 'RUPN-VEILLE') });
const decision = anyoneLeaves.decision.rules;
const personRules = fc.oneof(...Object.values(personLeaves).map(({ rules }) => rules), meets, decision);
const teamRules = fc.oneof(...Object.values(teamLeaves).map(({ rules }) => rules), decision);

/** No fact at all, or the decision that a grant adds to the facts of the records. */
const decided = fc.constantFrom({}, { decided: true as const });

/** Any rule made of these leaves, up to four levels deep. */
function rulesOver(leaf: fc.Arbitrary<Rule>): fc.Arbitrary<Rule> {
  return fc.letrec<{ rule: Rule }>((tie) => {
    const parts = fc.array(tie('rule'), { minLength: 1, maxLength: 3 });
    return {
      rule: fc.oneof(
        { maxDepth: 4, withCrossShrink: true },
        leaf,
        fc.record({ all: parts }),
        fc.record({ any: parts }),
        fc.record({ atLeast: fc.integer({ min: 1, max: 3 }), of: parts }),
        fc.record({ someYear: tie('rule') }),
        fc.record({ someWindow: fc.record({ years: fc.integer({ min: 1, max: 3 }), rule: tie('rule') }) }),
      ) as fc.Arbitrary<Rule>,
    };
  }).rule;
}

const thresholds: fc.Arbitrary<Thresholds> = fc.record({
  fullYearDays: fc.integer({ min: 150, max: 220 }),
  halfYearDays: fc.integer({ min: 1, max: 149 }),
  coveredMissionDays: fc.integer({ min: 1, max: 200 }),
  trainingExpiryYears: fc.integer({ min: 1, max: 6 }),
  trainingProof: fc.integer({ min: 0, max: 3 }),
  daneEventProof: fc.integer({ min: 0, max: 3 }),
  trainingKinds: fc.subarray([...EVENT_KINDS]),
  daneEventKinds: fc.subarray([...EVENT_KINDS]),
  reviewWaivedBefore: fc.integer({ min: 2019, max: 2027 }),
  selfReportRestYears: fc.integer({ min: 0, max: 3 }),
});

/** Compares both judgments as text, because awards keep them as JSON, in which the order of members counts
 *  too. */
function expectSame(fast: unknown, plain: unknown): void {
  const [one, other] = [JSON.stringify(fast), JSON.stringify(plain)];
  if (one === other) return;
  expect(fast).toEqual(plain);
  expect(one).toBe(other);
}

function schoolOf(members: readonly PersonSketch[], uai: string, on: LocalDate): SchoolRecord {
  const meeting = { code: 'M', kind: 'EV-ETAB', title: '', tags: [], uai: parseUai(uai) } as const;
  return {
    uai: parseUai(uai),
    people: members.map((member, at) => makePerson({ ...member, person: `p${at}` })),
    meetings: [
      { ...meeting, startsOn: on },
      { ...meeting, code: 'N', startsOn: fromDayNumber(toDayNumber(on) - 200) },
    ],
  };
}

function withoutFacts({ facts: _, ...evaluation }: Evaluation) {
  return evaluation;
}

function expectSameBadges(version: Criteria, facts: Facts): void {
  const plain = evaluatePlainly(version, facts);
  const judged = evaluateAll(version, facts);
  expect(judged.every((evaluation) => evaluation.facts === facts)).toBe(true);
  expectSame(judged.map(withoutFacts), plain.map(withoutFacts));
  const definitions = version.achievements.filter(({ recipient }) => recipient === facts.kind);
  const met = definitions.map((definition) => isMet({ definition, criteria: version, facts }));
  expect(met).toEqual(plain.map((evaluation) => evaluation.met));
}

/** The version with one more badge, as the builder makes it. */
function versionWith(recipient: Facts['kind'], requirements: readonly Requirement[]): Criteria {
  return { ...criteria, achievements: [...criteria.achievements, { ...newBadge(recipient), requirements }] };
}

describe('the compiled judgment', { timeout: MUCH_WORK_MS }, () => {
  test('finds the same as the plain one, for all records and thresholds', () => {
    fc.assert(
      fc.property(people, dates, thresholds, (sketch, on, figures) => {
        const record = makePerson(sketch);
        const version = { ...criteria, thresholds: figures };
        const facts = derivePersonFacts(record, on, { ...basis, thresholds: figures });
        expectSame(facts, derivePlainly(record, on, { ...basis, thresholds: figures }));
        expectSameBadges(version, facts);
      }),
      { numRuns: rounds(500) },
    );
  });

  test('finds the same as the plain one for any rule on a person', () => {
    fc.assert(
      fc.property(people, dates, rulesOver(personRules), decided, (sketch, on, rule, added) => {
        const facts = { ...derivePersonFacts(makePerson(sketch), on, basis), ...added };
        const plain = evaluateRule(rule, { criteria, facts });
        expectSame(compileRule(rule, criteria).judge(facts), plain);
        expect(compileRule(rule, criteria).isMet(facts)).toBe(plain.met);
      }),
      { numRuns: rounds(1500) },
    );
  });

  test('finds the same as the plain one for any rule on a school', () => {
    const members = fc.array(people, { maxLength: 4 });
    fc.assert(
      fc.property(members, dates, rulesOver(teamRules), decided, (sketches, on, rule, added) => {
        const school = schoolOf(sketches, GUYOT, on);
        const derived = deriveTeamFacts(school, on, basis);
        expectSame(derived, deriveTeamPlainly(school, on, basis));
        const facts = { ...derived, ...added };
        const plain = evaluateRule(rule, { criteria, facts });
        expectSame(compileRule(rule, criteria).judge(facts), plain);
        expect(compileRule(rule, criteria).isMet(facts)).toBe(plain.met);
        expectSameBadges(criteria, facts);
      }),
      { numRuns: rounds(400) },
    );
  });

  test('finds the same as the plain one for any badge that someone builds for a person', () => {
    fc.assert(
      fc.property(people, dates, builtRequirements('person'), (sketch, on, requirements) => {
        const facts = derivePersonFacts(makePerson(sketch), on, basis);
        expectSameBadges(versionWith('person', requirements), facts);
      }),
      { numRuns: rounds(4000) },
    );
  });

  test('finds the same as the plain one for any badge that someone builds for a school', () => {
    const members = fc.array(people, { maxLength: 4 });
    fc.assert(
      fc.property(members, dates, builtRequirements('establishment'), (sketches, on, requirements) => {
        const facts = deriveTeamFacts(schoolOf(sketches, GUYOT, on), on, basis);
        expectSameBadges(versionWith('establishment', requirements), facts);
      }),
      { numRuns: rounds(1500) },
    );
  });

  test('finds the same as the plain one for thousands of lives of the demonstration', () => {
    const random = makeRandom(20_261_126);
    const reported = Object.values(SOLO_CAST).map(([report]) => report());
    const lives = [...reported, ...Array.from({ length: rounds(1200) }, () => ordinary(random))].map(
      sketchStory,
    );
    for (const [at, life] of lives.entries()) {
      const record = makePerson({ ...life, person: `p${at}` });
      for (const on of [day('2026-11-24'), day(random.pick(['2024-06-30', '2025-08-31', '2026-03-01']))]) {
        const facts = derivePersonFacts(record, on, basis);
        expectSame(facts, derivePlainly(record, on, basis));
        expectSameBadges(criteria, facts);
      }
    }
    for (let at = 0; at + 4 < lives.length; at += 4) {
      const on = day('2026-11-24');
      for (const uai of [GUYOT, LACAILLE]) {
        const school = schoolOf(lives.slice(at, at + 4), uai, on);
        const facts = deriveTeamFacts(school, on, basis);
        expectSame(facts, deriveTeamPlainly(school, on, basis));
        expectSameBadges(criteria, facts);
      }
    }
  });

  test('lists two trainings of one day by their codes, in any order of recording', () => {
    for (const codes of [
      ['A', 'B'],
      ['B', 'A'],
    ]) {
      const attended = codes.map((code) => ({ code, on: '2025-10-01' }));
      const record = makePerson({ attended });
      const facts = derivePersonFacts(record, day('2026-08-31'), basis);
      expectSame(facts, derivePlainly(record, day('2026-08-31'), basis));
      expect(facts.trainings.map(({ code }) => code)).toEqual(['A', 'B']);
    }
  });

  test('refuses a rule on the wrong kind of facts, and a badge that does not exist', () => {
    const facts = derivePersonFacts(makePerson({}), day('2026-08-31'), basis);
    const { judge, isMet: isRuleMet } = compileRule({ members: { atLeast: 1 } }, criteria);
    const unknown = compileRule({ meets: 'NOTHING' }, criteria);
    expect(() => judge(facts)).toThrow('wrong-recipient-kind');
    expect(() => isRuleMet(facts)).toThrow('wrong-recipient-kind');
    expect(() => unknown.judge(facts)).toThrow('unknown-achievement');
    expect(() => unknown.isMet(facts)).toThrow('unknown-achievement');
  });
});

describe('a day as a number', () => {
  test('is the result of parsing its text, for every day of four hundred years', () => {
    const [first, last] = [countPlainly('1850-01-01' as LocalDate), countPlainly('2250-12-31' as LocalDate)];
    let wrong = 0;
    for (let number = first; number <= last; number += 1) {
      const date = fromDayNumber(number);
      if (toDayNumber(date) !== number || countPlainly(date) !== number) wrong += 1;
    }
    expect(wrong).toBe(0);
  });
});
