import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Award } from '../../src/domain/award/types.ts';
import { makePeopleCount } from '../../src/domain/holder/recognition.ts';
import type { PersonId } from '../../src/domain/ids.ts';
import type { Uai } from '../../src/domain/uai.ts';
import { award, GUYOT, LACAILLE, toPerson } from '../contracts/store-values.ts';

interface Case {
  readonly person: string;
  readonly years: readonly { readonly value: number; readonly uais: readonly Uai[] }[];
  readonly shown: number;
}

const anyCase: fc.Arbitrary<Case> = fc.record({
  person: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
  years: fc.array(
    fc.record({ value: fc.constantFrom(0.5, 1), uais: fc.subarray([GUYOT, LACAILLE], { minLength: 1 }) }),
    { minLength: 1, maxLength: 2 },
  ),
  shown: fc.constantFrom(1, 2),
});

/** The award of a case. What else it shows is its number. */
function awardOf({ person, years, shown }: Case): Award {
  const made = award('a1', { recipient: toPerson(person as PersonId), sequence: shown });
  const stated = years.map(({ value, uais }, at) => ({
    ...{ year: 2025 + at, value, uais, families: ['A'], covered: [] },
  }));
  const facts = { ...made.evaluation.facts, years: stated } as unknown as Award['evaluation']['facts'];
  return { ...made, evaluation: { ...made.evaluation, facts } };
}

const valuesOf = ({ years }: Case) => JSON.stringify(years.map(({ value }) => value));
const placesOf = ({ years }: Case) => JSON.stringify(years.map(({ uais }) => uais.toSorted()));

/** Counts each person once, by comparing whole cases. */
function recount(own: Case, all: readonly Case[], most: number) {
  const alike = all.filter((one) => one.shown === own.shown && valuesOf(one) === valuesOf(own));
  const people = (some: readonly Case[]) => Math.min(new Set(some.map(({ person }) => person)).size, most);
  return {
    withoutSchools: people(alike),
    withSchools: people(alike.filter((one) => placesOf(one) === placesOf(own))),
  };
}

it('counts the same people as a plain recount, in pages of any size', () => {
  fc.assert(
    fc.property(
      fc.tuple(anyCase, fc.array(anyCase, { maxLength: 30 }), fc.nat(7), fc.integer({ min: 2, max: 6 })),
      ([own, others, size, most]) => {
        const all = [own, ...others];
        const count = makePeopleCount(awardOf(own), ({ sequence }) => sequence === own.shown, most);
        for (let at = 0; at < all.length; at += size + 1) {
          count.add(all.slice(at, at + size + 1).map(awardOf));
          if (count.isFull()) break;
        }
        expect(count.counted()).toEqual(recount(own, all, most));
      },
    ),
    { numRuns: 500 },
  );
});
