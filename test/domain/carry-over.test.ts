import { describe, expect, it } from 'vitest';
import { decideCarryOver } from '../../src/domain/engagement/carry-decision.ts';
import { deriveCarryOver, yearToPrepare } from '../../src/domain/engagement/carry-over.ts';
import type { Engagement } from '../../src/domain/records.ts';
import type { MissionProposal } from '../../src/features/mission-proposals/feature.ts';

const UAI = '0210001M' as never;
const day = (text: string) => text as never;
let count = 0;

function segment(person: string, from: string, to: string, over: Partial<Engagement> = {}): Engagement {
  count += 1;
  return {
    ...{ reference: `E${count}`, personId: person as never, uai: UAI, missions: ['A1' as never], roles: [] },
    period: { from: day(from), ...(to && { to: day(to) }) },
    confirmation: 'confirmed',
    ...over,
  };
}

function proposal(person: string, over: Partial<MissionProposal> = {}): MissionProposal {
  return {
    ...{ id: `P-${person}`, uai: UAI, personId: person as never, missions: ['A1' as never], roles: [] },
    ...{ from: day('2026-09-01'), to: day('2027-08-31'), carriedInto: 2026, by: 'chef' as never },
    at: '2026-09-02T08:00:00Z' as never,
    ...over,
  };
}

const carried = (engagements: readonly Engagement[], proposals: readonly MissionProposal[] = []) =>
  deriveCarryOver({ uai: UAI, engagements, proposals, into: 2026 });

describe('last year’s split', () => {
  it('prepares the next school year from May on, and the current one from September', () => {
    expect(
      ['2026-04-30', '2026-05-01', '2026-08-31', '2026-09-01'].map((it) => yearToPrepare(day(it))),
    ).toEqual([2025, 2026, 2026, 2026]);
  });

  it('distinguishes what ended with the year from what ended by 29 June at the latest', () => {
    const states = ['2026-08-31', '2026-06-30', '2026-06-29', '2026-01-15'].map(
      (to) => carried([segment('ada', '2025-09-01', to)])[0],
    );
    expect(states.map((one) => one?.state)).toEqual(['ended', 'ended', 'left', 'left']);
    expect(states.map((one) => one?.until)).toEqual(['2026-08-31', '2026-06-30', '2026-06-29', '2026-01-15']);
  });

  it('offers the missions held on the last day that the new year lacks', () => {
    const [line] = carried([
      segment('ada', '2025-09-01', '2026-01-31', { missions: ['B1' as never] }),
      segment('ada', '2026-02-01', '2026-08-31', {
        missions: ['A1', 'C4'] as never,
        roles: ['referent-site'],
      }),
      segment('ada', '2026-09-01', '', { missions: ['A1' as never], confirmation: 'requested' }),
    ]);
    expect(line).toMatchObject({
      ...{ state: 'ended', missions: ['C4'], roles: ['referent-site'] },
      held: { missions: ['A1', 'C4'] },
    });
  });

  it('leaves out what continues, is requested or proposed already, and what no one had confirmed', () => {
    const lines = carried(
      [
        segment('goes-on', '2024-09-01', ''),
        segment('asked', '2025-09-01', '2026-08-31'),
        segment('asked', '2026-09-01', '', { confirmation: 'requested' }),
        segment('proposed', '2025-09-01', '2026-08-31'),
        segment('never', '2025-09-01', '2026-08-31', { confirmation: 'requested' }),
        segment('contested', '2025-09-01', '2026-08-31'),
        segment('contested', '2026-09-01', '', { confirmation: 'contested' }),
        segment('before', '2024-09-01', '2025-08-31'),
      ],
      [proposal('proposed')],
    );
    expect(lines.map(({ personId, state }) => [personId, state])).toEqual([
      ['goes-on', 'goes-on'],
      ['asked', 'asked'],
      ['proposed', 'proposed'],
      ['contested', 'ended'],
    ]);
  });

  it('names single roles that another person holds in the new year, and includes a role’s missions', () => {
    const [line] = carried([
      segment('ada', '2025-09-01', '2026-08-31', { roles: ['contact-dane'] }),
      segment('ada', '2026-09-01', ''),
      segment('bob', '2026-10-01', '', { roles: ['contact-dane'] }),
    ]);
    expect(line).toMatchObject({ missions: ['A1'], roles: ['contact-dane'] });
    expect(line?.clashes.map(({ role, holder }) => [role, holder.personId])).toEqual([
      ['contact-dane', 'bob'],
    ]);
  });

  it('keeps how a mission was shared out, where the mission itself is carried over', () => {
    const sharing = [
      { mission: 'C4' as never, kind: 'service' as const, words: 'Pearltrees' },
      { mission: 'B1' as never, kind: 'time' as const, words: 'le lundi' },
    ];
    const [line] = carried([
      segment('ada', '2025-09-01', '2026-08-31', { missions: ['A1', 'C4'] as never, sharing }),
    ]);
    expect(line?.sharing).toEqual(sharing.slice(0, 1));
  });
});

describe('a split that is carried over', () => {
  const decide = (
    wanted: readonly MissionProposal[],
    engagements: readonly Engagement[],
    proposals: readonly MissionProposal[] = [],
  ) => {
    const by = { personId: 'chef' as never, address: 'chef@ac-test.example' };
    const decided = decideCarryOver({
      ...{ wanted, by, on: day('2026-09-02'), engagements, proposals, contests: [] },
    });
    return [
      decided.proposed.map(({ personId }) => personId),
      decided.left.map(({ proposal: { personId }, why }) => [personId, why]),
    ];
  };
  const last = (person: string, over: Partial<Engagement> = {}) =>
    segment(person, '2025-09-01', '2026-08-31', over);

  it('is proposed line by line, and each refusal has its reason', () => {
    const wanted = ['ada', 'chef', 'stranger', 'waits', 'held'].map((person) => proposal(person));
    const known = [last('ada'), last('chef'), last('waits'), segment('held', '2025-09-01', '')];
    const elsewhere = last('stranger', { uai: '0210011Y' as never });
    expect(
      decide([...wanted, proposal('ada', { missions: [] })], [...known, elsewhere], [proposal('waits')]),
    ).toEqual([
      ['ada'],
      [
        ['chef', 'own'],
        ['stranger', 'unknown'],
        ['waits', 'waits'],
        ['held', 'held'],
        ['ada', 'nothing'],
      ],
    ]);
  });

  it('gives a single role to the first of two lines, and to none if another person holds it', () => {
    const role = { roles: ['contact-dane' as const] };
    const both = [proposal('ada', role), proposal('bob', role)];
    expect(decide(both, [last('ada'), last('bob')])).toEqual([['ada'], [['bob', 'role-held']]]);
    const holder = segment('cleo', '2027-01-01', '', role);
    expect(decide(both, [last('ada'), last('bob'), holder])).toEqual([
      [],
      [
        ['ada', 'role-held'],
        ['bob', 'role-held'],
      ],
    ]);
  });
});
