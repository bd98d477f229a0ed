import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jalon, ROOT } from '../support/command-line.ts';
import { ACTS, type Act, READ_ONLY, ROADS } from './actions.ts';
import { actsDocument } from './actions-table.ts';
import { type ActsWorld, makeWorldTemplate, type WorldTemplate } from './fixture.ts';
import { masked, readRecords, whatChanged } from './recorded.ts';
import { REFUSALS } from './rejections.ts';

let template: WorldTemplate;
beforeAll(async () => {
  template = await makeWorldTemplate();
});
afterAll(() => template.remove());

/** Does an act by a road in a world of its own: what it wrote, and what it answered. */
async function done(act: Act, road: (typeof ROADS)[number]) {
  const world = await template.open();
  try {
    const before = readRecords(world.database);
    const lines = await act[road]?.run(world);
    await world.service.services.emptyOutbox('publish-status-list');
    const changed = whatChanged(before, readRecords(world.database), world);
    return { road, changed: sameActor(world, changed), lines: lines && said(world, lines) };
  } finally {
    await world.stop();
  }
}

/** On the holder's own road, the holder is who acts. */
function sameActor({ people }: ActsWorld, changed: ReturnType<typeof whatChanged>) {
  const holders: readonly unknown[] = [people.waiting, people.shown];
  const { audit } = changed;
  if (!audit) return changed;
  const written = audit.written.map((line) =>
    holders.includes(line['actor']) ? { ...line, actor: 'ACTOR' } : line,
  );
  return { ...changed, audit: { ...audit, written } };
}

function said({ agentId }: ActsWorld, lines: readonly unknown[]): readonly unknown[] {
  return lines.map((line) => JSON.parse(masked(JSON.stringify(sorted(line)), { known: new Set(), agentId })));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([one], [other]) => one.localeCompare(other))
      .map(([name, one]) => [name, sorted(one)]),
  );
}

describe('the same refusal by another road', () => {
  for (const refusal of REFUSALS) {
    it(`has the same code, and writes nothing: ${refusal.name}`, async () => {
      const world = await template.open();
      try {
        await refusal.before?.(world);
        const before = readRecords(world.database);
        const { environment } = world.service;
        const command = await jalon([...refusal.words(world), '--json'], { environment });
        expect(command.lines).toMatchObject([{ kind: 'error', code: refusal.code }]);
        const { path, body } = refusal.request(world);
        const answer = await world.service.post(`/api/v1${path}`, body, world.secret);
        expect([answer.ok, (await answer.json()).code]).toEqual([false, refusal.code]);
        expect(whatChanged(before, readRecords(world.database), world)).toEqual({});
      } finally {
        await world.stop();
      }
    });
  }
});

describe('the same act by another road', () => {
  for (const act of ACTS) {
    it(`leaves the same records, audit and mails, and gives the same answer: ${act.name}`, async () => {
      const roads = ROADS.filter((road) => act[road]);
      expect(roads.length).toBeGreaterThan(1);
      const runs: Awaited<ReturnType<typeof done>>[] = [];
      for (const road of roads) runs.push(await done(act, road));
      const [first, ...others] = runs;
      expect(Object.keys(first?.changed ?? {}).length === 0).toBe(READ_ONLY.test(act.name));
      for (const other of others) {
        expect({ road: first?.road, ...other.changed }).toEqual({ road: first?.road, ...first?.changed });
      }
      const [answered, ...again] = runs.flatMap(({ lines }) => (lines ? [lines] : []));
      for (const lines of again) expect(lines).toEqual(answered);
    });
  }

  it('is told in the documentation as it is tried here', async () => {
    await expect(actsDocument()).toMatchFileSnapshot(`${ROOT}docs/acts.md`);
  });
});
