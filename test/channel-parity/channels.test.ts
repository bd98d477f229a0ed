import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jalon, ROOT } from '../support/command-line.ts';
import { ACTIONS, type Action, CHANNELS, READ_ONLY } from './actions.ts';
import { actionsDocument } from './actions-table.ts';
import { type ActionsFixture, type FixtureTemplate, makeFixtureTemplate } from './fixture.ts';
import { masked, readRecords, whatChanged } from './recorded.ts';
import { REJECTIONS } from './rejections.ts';

let template: FixtureTemplate;
beforeAll(async () => {
  template = await makeFixtureTemplate();
});
afterAll(() => template.remove());

/** Does an act by a channel in a world of its own: what it wrote, and what it answered. */
async function done(action: Action, road: (typeof CHANNELS)[number]) {
  const fixture = await template.open();
  try {
    const before = readRecords(fixture.database);
    const lines = await action[road]?.run(fixture);
    await fixture.service.services.emptyOutbox('publish-status-list');
    const changed = whatChanged(before, readRecords(fixture.database), fixture);
    return { road, changed: sameActor(fixture, changed), lines: lines && maskedRecords(fixture, lines) };
  } finally {
    await fixture.stop();
  }
}

/** On the holder's own channel, the holder is who acts. */
function sameActor({ people }: ActionsFixture, changed: ReturnType<typeof whatChanged>) {
  const holders: readonly unknown[] = [people.waiting, people.shown];
  const { audit } = changed;
  if (!audit) return changed;
  const written = audit.written.map((line) =>
    holders.includes(line['actor']) ? { ...line, actor: 'ACTOR' } : line,
  );
  return { ...changed, audit: { ...audit, written } };
}

function maskedRecords({ agentId }: ActionsFixture, lines: readonly unknown[]): readonly unknown[] {
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

describe('the same refusal by another channel', () => {
  for (const rejection of REJECTIONS) {
    it(`has the same code, and writes nothing: ${rejection.name}`, async () => {
      const fixture = await template.open();
      try {
        await rejection.before?.(fixture);
        const before = readRecords(fixture.database);
        const { environment } = fixture.service;
        const command = await jalon([...rejection.words(fixture), '--json'], { environment });
        expect(command.lines).toMatchObject([{ kind: 'error', code: rejection.code }]);
        const { path, body } = rejection.request(fixture);
        const answer = await fixture.service.post(`/api/v1${path}`, body, fixture.secret);
        expect([answer.ok, (await answer.json()).code]).toEqual([false, rejection.code]);
        expect(whatChanged(before, readRecords(fixture.database), fixture)).toEqual({});
      } finally {
        await fixture.stop();
      }
    });
  }
});

describe('the same act by another channel', () => {
  for (const action of ACTIONS) {
    it(`leaves the same records, audit and mails, and gives the same answer: ${action.name}`, async () => {
      const channels = CHANNELS.filter((channel) => action[channel]);
      expect(channels.length).toBeGreaterThan(1);
      const runs: Awaited<ReturnType<typeof done>>[] = [];
      for (const channel of channels) runs.push(await done(action, channel));
      const [first, ...others] = runs;
      expect(Object.keys(first?.changed ?? {}).length === 0).toBe(READ_ONLY.test(action.name));
      for (const other of others) {
        expect({ road: first?.road, ...other.changed }).toEqual({ road: first?.road, ...first?.changed });
      }
      const [answered, ...again] = runs.flatMap(({ lines }) => (lines ? [lines] : []));
      for (const lines of again) expect(lines).toEqual(answered);
    });
  }

  it('is told in the documentation as it is tried here', async () => {
    await expect(actionsDocument()).toMatchFileSnapshot(`${ROOT}docs/acts.md`);
  });
});
