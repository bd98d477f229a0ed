import { describe, expect, it } from 'vitest';
import type { Engagement } from '../../src/domain/records.ts';
import type { Contest } from '../../src/features/contests/feature.ts';
import { acceptMissions, type MissionProposal } from '../../src/features/mission-proposals/feature.ts';

const UAI = '0210001M';
const BY = { personId: 'chef', address: 'chef@ac-test.example' };
const PROPOSAL = {
  id: 'p1',
  uai: UAI,
  personId: 'ada',
  missions: ['B1'],
  roles: [],
  from: '2026-02-01',
  by: 'chef',
  at: '2026-01-10T08:00:00Z',
} as unknown as MissionProposal;
const segment = (over: object = {}) =>
  ({
    reference: 'SEG',
    personId: 'ada',
    uai: UAI,
    period: { from: '2025-09-01' },
    missions: ['A1'],
    roles: [],
    confirmation: 'confirmed',
    ...over,
  }) as unknown as Engagement;

interface Around {
  readonly own?: readonly Engagement[];
  readonly others?: readonly Engagement[];
  readonly contests?: readonly Contest[];
  readonly proposal?: object;
}
const accept = ({ own = [], others = [], contests = [], proposal = {} }: Around) =>
  acceptMissions({
    ...{ own, others, contests, reference: 'J-new', on: '2026-01-20' as never, by: BY as never },
    proposal: { ...PROPOSAL, ...proposal } as MissionProposal,
  });

describe('missions that a person accepts', () => {
  it('begin a new engagement, confirmed by the principal who proposed them on the day of acceptance', () => {
    expect(accept({})).toEqual({
      kind: 'new',
      engagement: {
        ...segment({ reference: 'J-new', period: { from: '2026-02-01' }, missions: ['B1'] }),
        confirmedBy: BY.address,
        confirmedOn: '2026-01-20',
        decided: { by: BY.address, on: '2026-01-20', from: 'requested' },
      },
    });
  });

  it('are added to the confirmed engagement of that day, which is cut there', () => {
    const own = [
      segment({ roles: ['referent-site'] }),
      segment({ reference: 'OLD', period: { from: '2024-09-01' } }),
    ];
    expect(accept({ own })).toMatchObject({
      kind: 'added',
      engagement: { reference: 'SEG' },
      change: { kind: 'missions', from: '2026-02-01', missions: ['A1', 'B1'], roles: ['referent-site'] },
    });
  });

  it('never confirm a part that no one has confirmed, nor change a decision of the DANE', () => {
    const settled = {
      engagementReference: 'SEG',
      decision: { outcome: 'lifted', references: ['SEG'] },
    } as unknown as Contest;
    const kinds = [
      accept({ own: [segment({ confirmation: 'requested' })] }),
      accept({ own: [segment({ confirmation: 'contested' })] }),
      accept({ own: [segment({ uai: '0210011Y' })] }),
      accept({ own: [segment({ period: { from: '2025-09-01', to: '2026-01-31' } })] }),
      accept({ own: [segment({ period: { from: '2026-02-01' } })] }),
      accept({ own: [segment()], contests: [settled] }),
    ].map(({ kind }) => kind);
    expect(kinds).toEqual(Array(6).fill('new'));
  });

  it('are refused where the person holds them already, or another person holds their single role', () => {
    const code = (around: Around) => {
      try {
        return accept(around).kind;
      } catch (error) {
        return (error as { code: string }).code;
      }
    };
    expect(code({ own: [segment({ missions: ['A1', 'B1'] })] })).toBe('change-unchanged');
    expect(code({ own: [segment({ missions: ['A1', 'B1'] })], proposal: { roles: ['referent-site'] } })).toBe(
      'added',
    );
    const others = [segment({ reference: 'BOB', personId: 'bob', roles: ['contact-dane'] })];
    expect(code({ others, proposal: { roles: ['contact-dane'] } })).toBe('role-held');
    const requested = others.map((one) => ({ ...one, confirmation: 'requested' as const }));
    expect(code({ others: requested, proposal: { roles: ['contact-dane'] } })).toBe('new');
    expect(code({ proposal: { personId: 'chef' } })).toBe('own-engagement');
  });
});
