import { describe, expect, it } from 'vitest';
import type { ExportReader } from '../../src/application/store/file-readers.ts';
import type { Change } from '../../src/domain/change/union.ts';
import type { MissionCode } from '../../src/domain/engagement/mission.ts';
import type { PersonId } from '../../src/domain/ids.ts';
import type {
  Attendance,
  Authorisation,
  Contribution,
  Engagement,
  Event,
  ProgressReview,
} from '../../src/domain/records.ts';
import type { Slice } from '../../src/domain/tables/keyset-page.ts';
import type { Uai } from '../../src/domain/uai.ts';
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
  LACAILLE,
  LATER,
  person,
} from './store-values.ts';

/** The events, sorted by their keys. */
const EVENTS: readonly Event[] = [
  event('A', { hours: 1.5 }),
  event('B', { tags: ['ENT'], uai: GUYOT }),
  event('C'),
];
const ENGAGEMENTS: readonly Engagement[] = [
  engagement('E1'),
  engagement('E2', { personId: BOB, reservation: 'deux ans', decided: { by: 'x', on: day('2026-01-01') } }),
  engagement('E3'),
];
const AUTHORISATIONS: readonly Authorisation[] = (
  [
    [GUYOT, 'A', '2025-01-01'],
    [GUYOT, 'A', '2026-01-01'],
    [GUYOT, 'B', '2024-01-01'],
    [LACAILLE, 'A', '2024-01-01'],
  ] as const
).map(([uai, localAuthority, from]) => ({
  uai,
  mission: 'C4' as MissionCode,
  localAuthority,
  period: { from: day(from) },
}));
const ATTENDANCES: readonly Attendance[] = [
  { personId: ADA, eventCode: 'A', proof: 2 },
  { personId: ADA, eventCode: 'C', proof: 0, hours: 2.5 },
  { personId: BOB, eventCode: 'B', proof: 3 },
];
const REVIEWS: readonly ProgressReview[] = [
  { personId: ADA, uai: GUYOT, on: day('2025-05-01'), kind: 'review' },
  { personId: ADA, uai: GUYOT, on: day('2025-05-01'), kind: 'self-report' },
  { personId: ADA, uai: LACAILLE, on: day('2024-05-01'), kind: 'review' },
  { personId: BOB, uai: GUYOT, on: day('2023-05-01'), kind: 'review' },
];
const CONTRIBUTIONS: readonly Contribution[] = ['C1', 'C2', 'C3'].map((reference) => ({
  reference,
  personId: reference === 'C2' ? BOB : ADA,
  kind: 'project',
  on: day('2026-01-01'),
  validated: reference === 'C1',
}));

/** All records, the last of each kind first, so that the order of reading differs from the order of
 *  writing. */
const ALL: readonly Change[] = [
  ...FIXTURE,
  ...EVENTS.map((one): Change => ({ kind: 'event-saved', event: one })).reverse(),
  ...ENGAGEMENTS.map((one): Change => ({ kind: 'engagement-imported', engagement: one })).reverse(),
  ...AUTHORISATIONS.map((one): Change => ({ kind: 'authorisation-saved', authorisation: one })).reverse(),
  ...ATTENDANCES.map((one): Change => ({ kind: 'attendance-saved', attendance: one })).reverse(),
  ...REVIEWS.map((one): Change => ({ kind: 'progress-review-saved', review: one })).reverse(),
  ...CONTRIBUTIONS.map((one): Change => ({ kind: 'contribution-saved', contribution: one })).reverse(),
];

/** Reads everything, `limit` records at a time. */
async function readAll<Item, Key>(
  read: (page: Slice<Key>) => Promise<readonly Item[]>,
  keyOf: (item: Item) => Key,
  limit: number,
): Promise<readonly Item[]> {
  const all: Item[] = [];
  for (let after: Key | undefined; ; ) {
    const page = await read(after === undefined ? { limit } : { after, limit });
    all.push(...page);
    const last = page.at(-1);
    if (last === undefined) return all;
    after = keyOf(last);
  }
}

const itself = <Item>(item: Item) => item;

async function readEverything(store: ExportReader, limit: number) {
  return {
    establishments: await readAll<{ uai: Uai }, Uai>(store.readSchoolPage, ({ uai }) => uai, limit),
    people: await readAll<{ id: PersonId }, PersonId>(store.readPersonSlice, ({ id }) => id, limit),
    events: await readAll(store.readEventSlice, ({ code }) => code, limit),
    authorisations: await readAll(store.readAuthorisationSlice, itself, limit),
    engagements: await readAll(store.readEngagementSlice, ({ reference }) => reference, limit),
    attendances: await readAll(store.readAttendanceSlice, itself, limit),
    reviews: await readAll(store.readReviewSlice, itself, limit),
    contributions: await readAll(store.readContributionSlice, ({ reference }) => reference, limit),
  };
}

/** The contract of an export's reads. */
export function describeExport({ store }: StoreUnderTest): void {
  describe('the pages of an export', () => {
    it('contain every record once, in the order of its key, whatever their size', async () => {
      await store().commit(ALL);
      const everything = {
        establishments: [
          establishment(GUYOT),
          establishment(LACAILLE, { sector: 'private', agricultural: true }),
        ],
        people: [
          person(ADA, { emails: ['ada@ac-dijon.fr', 'ada.old@ac-dijon.fr'] }),
          person(BOB, { profiles: ['principal', 'dane'], headOf: LACAILLE }),
        ],
        events: EVENTS,
        authorisations: AUTHORISATIONS,
        engagements: ENGAGEMENTS,
        attendances: ATTENDANCES,
        reviews: REVIEWS,
        contributions: CONTRIBUTIONS,
      };
      expect(await readEverything(store(), 500)).toEqual(everything);
      expect(await readEverything(store(), 1)).toEqual(everything);
      expect(await store().readAttendanceSlice({ limit: 2 })).toEqual(ATTENDANCES.slice(0, 2));
    });

    it('contain nothing about an erased person', async () => {
      await store().commit(ALL);
      await store().commit([
        { kind: 'person-erased', personId: ADA, names: { familyNames: [], emails: [] }, at: LATER },
      ]);
      const { events, authorisations, establishments, ...ofPeople } = await readEverything(store(), 2);
      expect(JSON.stringify(ofPeople)).not.toContain(ADA);
      expect(ofPeople.people).toHaveLength(1);
      expect([establishments, events, authorisations].map(({ length }) => length)).toEqual([2, 3, 4]);
    });
  });
}
