import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LocalDate } from '../../src/domain/time/calendar.ts';
import { fr } from '../support/fr.ts';
import { type Desk, openPopulatedDesk, UAI } from './support.ts';

const HEADER = 'reference;email;uai;debut;fin;missions;roles;confirmation;confirme_par';

interface ConfirmationLine {
  readonly who: string;
  readonly from?: string;
  readonly to?: string;
  readonly roles?: string;
  readonly state?: string;
  readonly uai?: string;
  readonly by?: string;
}

const line = (reference: string, it: ConfirmationLine) =>
  [
    reference,
    `${it.who}@ac-dijon.fr`,
    it.uai ?? UAI.guyot,
    it.from ?? '2025-09-01',
    it.to ?? '',
    'A1',
    it.roles ?? 'contact-dane',
    it.state ?? 'confirmee',
    it.by ?? '',
  ].join(';');
const file = (...lines: string[]) => ({ 'engagements.csv': `${HEADER}\n${lines.join('\n')}\n` });

let desk: Desk;
beforeEach(async () => {
  desk = await openPopulatedDesk();
});
afterEach(() => desk.close());

const states = async (...references: string[]) => {
  const found = await desk.store.readEngagements(references);
  return references.map((reference) => found.find((one) => one.reference === reference)?.confirmation);
};

describe('a single role that another person holds on a common day', () => {
  it('in an earlier line: the later line is stored as requested and reported', async () => {
    const { notices, refused } = await desk.import(
      file(line('E1', { who: 'ada' }), line('E2', { who: 'bob', by: 'x@y.fr' })),
    );
    expect(refused).toEqual([]);
    expect(notices).toMatchObject([{ line: 3, column: 'roles', code: 'clash' }]);
    expect(notices[0]?.reason).toContain('engagement E1');
    expect(await states('E1', 'E2')).toEqual(['confirmed', 'requested']);
    expect((await desk.store.readEngagements(['E2']))[0]).not.toHaveProperty('confirmedBy');
  });

  it('in the database', async () => {
    await desk.import(file(line('E1', { who: 'ada' })));
    const { notices } = await desk.import(file(line('E2', { who: 'bob', from: '2030-01-01' })));
    expect(notices).toMatchObject([{ code: 'clash' }]);
    expect(await states('E2')).toEqual(['requested']);
  });

  it.each([
    [
      'on no common day',
      { who: 'bob', from: '2025-09-01' },
      { who: 'ada', from: '2024-09-01', to: '2025-08-31' },
    ],
    ['at another school', { who: 'bob', uai: UAI.lacaille }, { who: 'ada' }],
    ['the other single role', { who: 'bob', roles: 'contact-collectivite' }, { who: 'ada' }],
    [
      'a role that several may hold',
      { who: 'bob', roles: 'referent-site' },
      { who: 'ada', roles: 'referent-site' },
    ],
    ['two segments of one person', { who: 'ada' }, { who: 'ada' }],
    ['the other one only requested', { who: 'bob' }, { who: 'ada', state: 'demandee' }],
    ['the other one contested', { who: 'bob' }, { who: 'ada', state: 'contestee' }],
  ])('is no role conflict: %s', async (_, second, first) => {
    const { notices } = await desk.import(file(line('E1', first), line('E2', second)));
    expect(notices).toEqual([]);
    expect(await states('E2')).toEqual(['confirmed']);
  });

  it('overlaps on a single day, both ends included', async () => {
    const { notices } = await desk.import(
      file(line('E1', { who: 'ada', to: '2026-01-31' }), line('E2', { who: 'bob', from: '2026-01-31' })),
    );
    expect(notices).toMatchObject([{ code: 'clash' }]);
  });

  it('is free once the file itself ends it, in any order of the lines', async () => {
    await desk.import(file(line('E1', { who: 'ada' })));
    const handover = file(
      line('E2', { who: 'bob', from: '2026-09-01' }),
      line('E1', { who: 'ada', to: '2026-08-31' }),
    );
    expect((await desk.import(handover)).notices).toEqual([]);
    expect(await states('E1', 'E2')).toEqual(['confirmed', 'confirmed']);
    expect((await desk.import(handover)).summary).toMatchObject({ unchanged: 2, updated: 0 });
  });

  it('stays with the holder in the database where a later line repeats it', async () => {
    await desk.import(file(line('E1', { who: 'ada' })));
    const again = file(line('E2', { who: 'bob' }), line('E1', { who: 'ada' }));
    expect((await desk.import(again)).notices).toMatchObject([{ line: 2, code: 'clash' }]);
    expect(await states('E1', 'E2')).toEqual(['confirmed', 'requested']);
  });
});

describe('a confirmation decided in the service', () => {
  const decide = async () => {
    await desk.import(file(line('E1', { who: 'ada', state: 'demandee' })));
    const [engagement] = await desk.store.readEngagements(['E1']);
    if (!engagement) throw new Error('the engagement is missing');
    const decided = { by: 'person-chef', on: '2026-01-12' as LocalDate };
    const confirmed = { ...engagement, confirmation: 'confirmed' as const, confirmedBy: 'chef', decided };
    await desk.store.commit([{ kind: 'engagement-imported', engagement: confirmed, asRead: engagement }]);
  };

  it('is never changed: the line is refused with the date and the author', async () => {
    await decide();
    const before = desk.dump();
    const { refused } = await desk.import(file(line('E1', { who: 'ada', state: 'contestee' })));
    expect(refused).toMatchObject([{ column: 'confirmation', value: 'contestee', code: 'already-decided' }]);
    expect(refused[0]?.reason).toBe(
      fr.files.refusals['already-decided'].reason({
        date: '2026-01-12',
        author: 'person-chef',
        column: 'confirmation',
      }),
    );
    expect(desk.dump()).toBe(before);
  });

  it('cannot pass to another person: a line with another person under the reference is refused', async () => {
    await decide();
    const before = desk.dump();
    const { refused } = await desk.import(file(line('E1', { who: 'bob' })));
    expect(refused).toMatchObject([{ column: 'email', code: 'already-decided' }]);
    expect(desk.dump()).toBe(before);
  });

  it('stays where the line has the same, and the rest of the line counts', async () => {
    await decide();
    const same = await desk.import(file(line('E1', { who: 'ada', by: 'someone@else.fr' })));
    expect(same.summary).toMatchObject({ unchanged: 1, refused: 0 });
    await desk.import(file(line('E1', { who: 'ada', to: '2026-08-31' })));
    expect(await desk.store.readEngagements(['E1'])).toMatchObject([
      {
        period: { to: '2026-08-31' },
        confirmation: 'confirmed',
        confirmedBy: 'chef',
        decided: { by: 'person-chef', on: '2026-01-12' },
      },
    ]);
  });
});

describe('a confirmation in a file', () => {
  it('is changed by a later import', async () => {
    await desk.import(file(line('E1', { who: 'ada' })));
    expect((await desk.import(file(line('E1', { who: 'ada', state: 'contestee' })))).summary.updated).toBe(1);
    expect(await states('E1')).toEqual(['contested']);
  });

  it('by the person concerned is stored as requested and reported', async () => {
    const { notices, refused } = await desk.import(file(line('E1', { who: 'ada', by: 'Ada@AC-Dijon.fr' })));
    expect(refused).toEqual([]);
    expect(notices).toMatchObject([{ column: 'confirme_par', code: 'self-confirmed' }]);
    expect(await states('E1')).toEqual(['requested']);
  });
});
