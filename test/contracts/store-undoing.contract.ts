import { beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../src/application/ports.ts';
import type { Change } from '../../src/domain/change/union.ts';
import type { MissionCode } from '../../src/domain/engagement/mission.ts';
import type { PersonId } from '../../src/domain/ids.ts';
import type { Attendance, Authorisation, Contribution, Event, Person } from '../../src/domain/records.ts';
import type { Uai } from '../../src/domain/uai.ts';
import type { ImportedKind } from '../../src/domain/upload/import-log.ts';
import type { StoreUnderTest } from './store-under-test.ts';
import {
  ADA,
  BOB,
  day,
  engagement,
  establishment,
  event,
  FIXTURE,
  GUYOT,
  LATER,
  person,
} from './store-values.ts';

const AUTHORISATION: Authorisation = {
  uai: GUYOT,
  mission: 'C6' as MissionCode,
  localAuthority: 'Région',
  period: { from: day('2025-09-01') },
};
const ATTENDANCE: Attendance = { personId: ADA, eventCode: 'E', proof: 2 };
const CONTRIBUTION: Contribution = {
  ...{ reference: 'K', personId: ADA, kind: 'project', on: day('2026-01-01'), validated: false },
};
const SEGMENT = engagement('E1');
const ALONE = person('person-alone' as PersonId, { emails: ['seul@ac-dijon.fr', 'autrefois@ac-dijon.fr'] });
const SCHOOL = establishment('0210099U' as Uai);

const WRITTEN: readonly Change[] = [
  { kind: 'person-saved', person: ALONE },
  { kind: 'establishment-saved', establishment: SCHOOL },
  { kind: 'event-saved', event: event('ALONE') },
  { kind: 'event-saved', event: event('E') },
  { kind: 'authorisation-saved', authorisation: AUTHORISATION },
  { kind: 'engagement-imported', engagement: SEGMENT },
  { kind: 'attendance-saved', attendance: ATTENDANCE },
  { kind: 'contribution-saved', contribution: CONTRIBUTION },
];

interface Moved {
  readonly of: ImportedKind;
  readonly what: string;
  readonly asRead: object;
  readonly moves: readonly Change[];
  readonly removes: readonly Change[];
  readonly read: (store: Store) => Promise<unknown>;
}

const personMoved = (what: string, to: Partial<Person>): Moved => ({
  ...{ of: 'person', what, asRead: ALONE },
  moves: [{ kind: 'person-saved', person: { ...ALONE, ...to } }],
  removes: [{ kind: 'records-unmade', of: 'person', records: [{ ...ALONE, ...to }] }],
  read: (store) => store.readPeople([ALONE.id]),
});

const eventMoved = (what: string, to: Partial<Event>): Moved => {
  const asRead = event('ALONE');
  return {
    ...{ of: 'event', what, asRead },
    moves: [{ kind: 'event-saved', event: { ...asRead, ...to } }],
    removes: [{ kind: 'event-removed', code: 'ALONE', attended: [] }],
    read: (store) => store.readEvents(['ALONE']),
  };
};

/** A record of each kind that is changed after it was read, and then removed. */
const MOVED: readonly Moved[] = [
  personMoved('the name was changed', { familyName: 'Autre' }),
  personMoved('an address was added', { emails: [...ALONE.emails, 'neuve@ac-dijon.fr'] }),
  personMoved('the addresses have changed places', { emails: ALONE.emails.toReversed() }),
  personMoved('a profile was given', { profiles: ['rupn', 'dane'] }),
  personMoved('a school was given', { headOf: GUYOT }),
  {
    ...{ of: 'establishment', what: 'the name was changed', asRead: SCHOOL },
    moves: [{ kind: 'establishment-saved', establishment: { ...SCHOOL, name: 'Autre nom' } }],
    removes: [{ kind: 'records-unmade', of: 'establishment', records: [{ ...SCHOOL, name: 'Autre nom' }] }],
    read: (store) => store.readSchoolsByUai([SCHOOL.uai]),
  },
  eventMoved('hours were given', { hours: 6.5 }),
  eventMoved('tags were given', { tags: ['ENT'] }),
  {
    ...{ of: 'authorisation', what: 'an end was given', asRead: AUTHORISATION },
    moves: [
      {
        kind: 'authorisation-saved',
        authorisation: { ...AUTHORISATION, period: { from: day('2025-09-01'), to: day('2026-01-31') } },
      },
    ],
    removes: [{ kind: 'authorisation-removed', authorisation: AUTHORISATION }],
    read: (store) => store.readAuthorisations([GUYOT]),
  },
  {
    ...{ of: 'engagement', what: 'its end was moved', asRead: SEGMENT },
    moves: [
      {
        kind: 'engagement-imported',
        engagement: { ...SEGMENT, period: { from: day('2020-01-01') } },
        asRead: SEGMENT,
      },
    ],
    removes: [{ kind: 'engagement-removed', asRead: { ...SEGMENT, period: { from: day('2020-01-01') } } }],
    read: (store) => store.readEngagements(['E1']),
  },
  {
    ...{ of: 'attendance', what: 'a better proof came', asRead: ATTENDANCE },
    moves: [{ kind: 'attendance-saved', attendance: { ...ATTENDANCE, proof: 3, hours: 2 } }],
    removes: [{ kind: 'attendance-removed', personId: ADA, eventCode: 'E' }],
    read: (store) => store.readAttendances([ADA]),
  },
  {
    ...{ of: 'contribution', what: 'the DANE judged it', asRead: CONTRIBUTION },
    moves: [
      {
        kind: 'contribution-judged',
        asRead: CONTRIBUTION,
        contribution: { ...CONTRIBUTION, validated: true, judged: { by: BOB, at: LATER } },
      },
    ],
    removes: [
      {
        kind: 'contribution-removed',
        asRead: { ...CONTRIBUTION, validated: true, judged: { by: BOB, at: LATER } },
      },
    ],
    read: (store) => store.readContributions(['K']),
  },
];

/** The contract of undoing an import: a later change of a record is never overwritten. */
export function describeUndoing({ store }: StoreUnderTest): void {
  describe('the undoing of an import', () => {
    describe.each(MOVED)('with $of where $what since it was read', ({ of, asRead, moves, removes, read }) => {
      const others: Change = { kind: 'event-saved', event: event('OTHER') };
      beforeEach(() => store().commit([...FIXTURE, ...WRITTEN]));

      it('is undone as long as it is as it was read', async () => {
        await store().commit([{ kind: 'records-as-read', of, records: [asRead] }]);
        await expect(store().commit(moves)).resolves.toBeUndefined();
      });

      it('is not removed', async () => {
        await store().commit(moves);
        const now = await read(store());
        const unmade: Change = { kind: 'records-unmade', of, records: [asRead] };
        await expect(store().commit([others, unmade])).rejects.toMatchObject({ code: 'store-conflict' });
        expect(await read(store())).toEqual(now);
        expect(await store().readEvents(['OTHER'])).toEqual([]);
      });

      it('gets no former values, not even where it is gone', async () => {
        await store().commit(moves);
        const guard: Change = { kind: 'records-as-read', of, records: [asRead] };
        await expect(store().commit([guard, others])).rejects.toMatchObject({ code: 'store-conflict' });
        await store().commit(removes);
        await expect(store().commit([guard, others])).rejects.toMatchObject({ code: 'store-conflict' });
        expect(await store().readEvents(['OTHER'])).toEqual([]);
      });
    });
  });
}
