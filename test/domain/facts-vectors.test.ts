import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { PersonFacts, YearFacts } from '../../src/domain/facts/types.ts';
import { deriveFrom, type PersonSketch } from './builders.ts';

interface FactsVector {
  readonly says: string;
  readonly on: string;
  readonly record: PersonSketch;
  readonly expected: Readonly<Record<string, unknown>>;
}

const folder = new URL('../vectors/facts/', import.meta.url);
const vectors = readdirSync(folder).map((name) => {
  return { name, ...(JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as FactsVector) };
});

function byYear(facts: PersonFacts, value: (year: YearFacts) => unknown): Record<string, unknown> {
  return Object.fromEntries(facts.years.map((year) => [year.year, value(year)]));
}

/** Every name for which a vector may expect a value. */
function observe(facts: PersonFacts): Record<string, unknown> {
  return {
    duration: facts.duration,
    families: facts.families,
    reviewYears: facts.reviewYears,
    trainings: facts.trainings.map(({ code }) => code),
    expired: facts.trainings.filter(({ expired }) => expired).map(({ code }) => code),
    contributions: facts.contributions.length,
    linked: facts.contributions.filter(({ linked }) => linked).length,
    confirmedBy: facts.confirmedBy,
    engagedFrom: facts.engagedFrom,
    engagedTo: facts.engagedTo,
    days: byYear(facts, ({ days }) => days),
    yearValues: byYear(facts, ({ value }) => value),
    underway: byYear(facts, ({ underway }) => underway),
    covered: byYear(facts, ({ covered }) => covered),
    coveredWithRole: byYear(facts, ({ coveredWithRole }) => coveredWithRole),
    familiesIn: byYear(facts, ({ families }) => families),
    uais: byYear(facts, ({ uais }) => uais),
    trainingHours: byYear(facts, ({ trainingHours }) => trainingHours),
    daneEvents: byYear(facts, ({ daneEvents }) => daneEvents),
  };
}

describe('facts of a person', () => {
  test('there are vectors for the awkward cases', () => {
    expect(vectors.length).toBeGreaterThan(40);
  });

  test.each(vectors)('$name: $says', ({ record, on, expected }) => {
    const observed = observe(deriveFrom(record, on));
    const names = Object.keys(expected);
    expect(Object.fromEntries(names.map((name) => [name, observed[name]]))).toEqual(expected);
  });
});
