import { expect, it } from 'vitest';
import { AIMED_ACTIONS, MAY_CHANGE_NOTHING } from './aims.ts';
import { ACTS } from './operations.ts';

it('aims at actions of the simulation alone', () => {
  const names = new Set(ACTS.map(({ name }) => name));
  const own = ACTS.flatMap(({ aim }) => aim?.begins ?? []);
  expect([...AIMED_ACTIONS, ...own, ...MAY_CHANGE_NOTHING].filter((name) => !names.has(name))).toEqual([]);
});
