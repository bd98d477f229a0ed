import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WRITERS } from '../../src/adapters/storage/commit/registry.ts';
import type { Change } from '../../src/domain/change/union.ts';
import { extractPreconditions } from '../support/altered-writer.ts';
import { makeSeededPick } from '../support/seeded-random.ts';
import { makeRacingFixture, type RacingFixture } from './fixture.ts';
import { SUBJECTS } from './operations.ts';
import { makeRaces } from './run.ts';

/** `JALON_TAKEN_OUT=20` draws this many kinds of change at random, `JALON_SEED` says from which seed. */
const DRAWN = Number(process.env['JALON_TAKEN_OUT'] ?? 0);
const SEED = Number(process.env['JALON_SEED'] ?? 1);

/** One kind of each way to be told too late. */
const ALWAYS: readonly Change['kind'][] = [
  'credential-revoked',
  'data-request-settled',
  'campaign-closed',
  'records-as-read',
  'award-granted',
];
describe('without its precondition, the races find two acts that hold together no more:', () => {
  let fixture: RacingFixture;
  beforeAll(async () => {
    fixture = await makeRacingFixture();
  });
  afterAll(() => fixture.stop());

  it('of each kind', { timeout: 1_200_000 }, async () => {
    const missed: string[] = [];
    for (const kind of DRAWN === 0 ? ALWAYS : draw(await committedKinds(fixture))) {
      const putBack = extractPreconditions(kind);
      try {
        if ((await firstError(fixture, kind)) === undefined) missed.push(kind);
      } finally {
        putBack();
      }
    }
    expect(missed).toEqual([]);
  });
});

/** The kinds with a precondition that some act commits. */
async function committedKinds(fixture: RacingFixture): Promise<readonly Change['kind'][]> {
  const { kindsOf } = makeRaces(fixture);
  const all = new Set<string>();
  for (const action of Object.values(SUBJECTS).flat())
    for (const kind of await kindsOf(action)) all.add(kind);
  const kinds = [...all].sort() as Change['kind'][];
  return kinds.filter((kind) => WRITERS[kind].guard.kind === 'premise');
}

function draw(kinds: readonly Change['kind'][]): readonly Change['kind'][] {
  const random = makeSeededPick(SEED);
  const left = [...kinds];
  return Array.from({ length: Math.min(DRAWN, left.length) }, () =>
    left.splice(left.indexOf(random(left)), 1),
  ).flat();
}

async function firstError(fixture: RacingFixture, kind: string): Promise<string | undefined> {
  for (const actions of Object.values(SUBJECTS)) {
    const { errorsOf, kindsOf } = makeRaces(fixture);
    for (const first of actions) {
      if (!(await kindsOf(first)).has(kind)) continue;
      for (const second of actions) {
        const [error] = await errorsOf(first, second, 'commits');
        if (error) return error;
      }
    }
  }
  return undefined;
}
