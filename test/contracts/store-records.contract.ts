import { describe, expect, it } from 'vitest';
import type { Change } from '../../src/domain/change/union.ts';
import type { MissionCode } from '../../src/domain/engagement/mission.ts';
import type { PersonId } from '../../src/domain/ids.ts';
import type { Authorisation, Contribution, Engagement } from '../../src/domain/records.ts';
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
  person,
} from './store-values.ts';

const engagementSaved = (it: Engagement, asRead?: Engagement): Change => ({
  kind: 'engagement-imported',
  engagement: it,
  ...(asRead && { asRead }),
});

/** The contract of schools, people and facts: saved and read whole, replaced by their key. */
export function describeRecords(underTest: StoreUnderTest): void {
  describePeople(underTest);
  describeEngagements(underTest);
  describeWholeRecords(underTest);
}

function describePeople({ store }: StoreUnderTest): void {
  describe('schools and people', () => {
    it('are read back as they were saved', async () => {
      await store().commit(FIXTURE);
      expect(await store().readSchoolsByUai([LACAILLE, '0000000A' as Uai])).toEqual([
        establishment(LACAILLE, { sector: 'private', agricultural: true }),
      ]);
      const found = await store().readPeopleByEmail([
        'ada.old@ac-dijon.fr',
        'ada@ac-dijon.fr',
        'nobody@x.fr',
      ]);
      expect(found).toEqual([person(ADA, { emails: ['ada@ac-dijon.fr', 'ada.old@ac-dijon.fr'] })]);
      expect(await store().readPeople([BOB])).toEqual([
        person(BOB, { profiles: ['principal', 'dane'], headOf: LACAILLE }),
      ]);
    });

    it('are found by their current address', async () => {
      await store().commit(FIXTURE);
      const addresses = await store().readCurrentAddresses([ADA, BOB, 'nobody' as PersonId]);
      expect(addresses.get(ADA)).toBe('ada@ac-dijon.fr');
      expect([...addresses.keys()].sort()).toEqual([ADA, BOB].sort());
    });

    it('are replaced entirely by a second save', async () => {
      await store().commit(FIXTURE);
      const next = person(BOB, {
        givenName: 'B',
        emails: ['b@x.fr', 'person-bob@ac-dijon.fr'],
        profiles: ['rupn'],
      });
      await store().commit([
        { kind: 'person-saved', person: next },
        { kind: 'establishment-saved', establishment: establishment(GUYOT, { name: 'Autre' }) },
      ]);
      expect(await store().readPeople([BOB])).toEqual([next]);
      expect(await store().readSchoolsByUai([GUYOT])).toMatchObject([{ name: 'Autre' }]);
    });

    it('who are RUPN or engaged are listed by id, a page at a time', async () => {
      const eve = 'person-eve' as PersonId;
      await store().commit([
        ...FIXTURE,
        { kind: 'person-saved', person: person(eve, { profiles: ['principal'] }) },
        engagementSaved(engagement('E1', { personId: BOB })),
        engagementSaved(engagement('E2', { personId: BOB, uai: LACAILLE })),
      ]);
      expect(await store().readRupnIds({ limit: 10 })).toEqual([ADA, BOB]);
      expect(await store().readRupnIds({ limit: 1 })).toEqual([ADA]);
      expect(await store().readRupnIds({ after: ADA, limit: 1 })).toEqual([BOB]);
      expect(await store().readEngagedUais({ limit: 10 })).toEqual([GUYOT, LACAILLE]);
      expect(await store().readEngagedUais({ after: GUYOT, limit: 10 })).toEqual([LACAILLE]);
    });

    it('are read by thousands in one query', async () => {
      const many = Array.from({ length: 3000 }, (_, at) => `p${at}` as PersonId);
      await store().commit(many.map((id) => ({ kind: 'person-saved', person: person(id) })));
      expect(await store().readPeople(many)).toHaveLength(3000);
      expect(await store().readPeople([])).toEqual([]);
    });
  });
}

function describeEngagements({ store }: StoreUnderTest): void {
  describe('an engagement', () => {
    const whole = engagement('E1', {
      period: { from: day('2025-09-01'), to: day('2026-08-31') },
      roles: ['contact-dane', 'referent-site'],
      confirmation: 'confirmed-with-reservation',
      confirmedBy: 'chef@x.fr',
      confirmedOn: day('2025-10-01'),
      reservation: 'deux ans',
      decided: { by: 'person-chef', on: day('2025-10-01') },
    });

    it('is read back whole, and without optional values after a save without them', async () => {
      await store().commit([...FIXTURE, engagementSaved(whole)]);
      expect(await store().readEngagements(['E1', 'E9'])).toEqual([whole]);
      await store().commit([engagementSaved(engagement('E1'), whole)]);
      expect(await store().readEngagements(['E1'])).toEqual([engagement('E1')]);
    });

    it('of a file is written where it is as it was read, and refused whole after a decision', async () => {
      const imported = (one: Engagement, asRead?: Engagement): Change => ({
        kind: 'engagement-imported',
        engagement: one,
        ...(asRead && { asRead }),
      });
      const [requested, other] = [engagement('E1'), engagement('E2')];
      await store().commit([...FIXTURE, imported(requested), imported(other)]);
      expect(await store().readEngagements(['E1'])).toEqual([requested]);
      const ended = { ...requested, period: { ...requested.period, to: day('2026-02-28') } };
      await store().commit([imported(ended, requested)]);
      expect(await store().readEngagements(['E1'])).toEqual([ended]);
      const decision = { by: 'person-chef', on: day('2026-03-01'), from: 'requested' as const };
      const decided = { ...ended, decided: decision };
      await store().commit([engagementSaved(decided, ended)]);
      const late = { ...other, missions: ended.missions, reservation: 'trop tard' };
      for (const stale of [imported(ended, requested), imported(ended, ended), imported(requested)]) {
        await expect(store().commit([imported(late, other), stale])).rejects.toMatchObject({
          code: 'store-conflict',
        });
      }
      expect(await store().readEngagements(['E1'])).toEqual([decided]);
      expect(await store().readEngagements(['E2'])).toEqual([other]);
    });

    it('with a single role is found by common days while it is countable', async () => {
      await store().commit([
        ...FIXTURE,
        engagementSaved(whole),
        engagementSaved(
          engagement('open', { roles: ['contact-collectivite'], period: { from: day('2027-01-01') } }),
        ),
        engagementSaved(engagement('requested', { roles: ['contact-dane'], confirmation: 'requested' })),
        engagementSaved(engagement('contested', { roles: ['contact-dane'], confirmation: 'contested' })),
        engagementSaved(engagement('other role', { roles: ['referent-site'] })),
        engagementSaved(engagement('elsewhere', { roles: ['contact-dane'], uai: LACAILLE })),
      ]);
      const find = async (from: string, to?: string) => {
        const period = { from: day(from), ...(to && { to: day(to) }) };
        const found = await store().readSingleRoleEngagements([
          { uai: GUYOT, period },
          { uai: GUYOT, period },
        ]);
        return found.map(({ reference }) => reference).sort();
      };
      expect(await find('2020-01-01')).toEqual(['E1', 'open']);
      expect(await find('2020-01-01', '2025-09-01')).toEqual(['E1']);
      expect(await find('2020-01-01', '2025-08-31')).toEqual([]);
      expect(await find('2026-08-31', '2026-12-31')).toEqual(['E1']);
      expect(await find('2026-09-01', '2026-12-31')).toEqual([]);
      expect(await find('2040-01-01', '2040-01-01')).toEqual(['open']);
      expect(await store().readSingleRoleEngagements([])).toEqual([]);
    });
  });
}

const authorisation: Authorisation = {
  uai: GUYOT,
  mission: 'C5' as MissionCode,
  localAuthority: 'Région',
  period: { from: day('2025-09-01'), to: day('2026-08-31') },
  convention: 'CV-1',
};
const contribution: Contribution = {
  reference: 'C1',
  personId: ADA,
  kind: 'showcase',
  on: day('2026-01-01'),
  url: 'https://x.fr',
  validated: true,
};
const review = { personId: ADA, uai: GUYOT, on: day('2026-05-01'), kind: 'review' as const };
const meeting = event('ET', { kind: 'EV-ETAB', uai: GUYOT, tags: ['ENT'], endsOn: day('2025-10-02') });
const FACTS: readonly Change[] = [
  ...FIXTURE,
  engagementSaved(engagement('E1')),
  engagementSaved(engagement('E2', { personId: BOB, uai: LACAILLE })),
  { kind: 'authorisation-saved', authorisation },
  { kind: 'event-saved', event: event('PAF', { hours: 6.5 }) },
  { kind: 'event-saved', event: event('BARE') },
  { kind: 'event-saved', event: meeting },
  { kind: 'attendance-saved', attendance: { personId: ADA, eventCode: 'PAF', proof: 2 } },
  { kind: 'attendance-saved', attendance: { personId: ADA, eventCode: 'BARE', proof: 0 } },
  { kind: 'attendance-saved', attendance: { personId: ADA, eventCode: 'ET', hours: 1.5, proof: 3 } },
  { kind: 'progress-review-saved', review },
  { kind: 'progress-review-saved', review },
  { kind: 'contribution-saved', contribution },
];

function describeWholeRecords({ store }: StoreUnderTest): void {
  describe('the whole record', () => {
    it('of a person contains facts, authorisations of the schools, and the hours that count', async () => {
      await store().commit(FACTS);
      const [ada, noOne] = await store().readPersonRecords([ADA, 'nobody' as PersonId]);
      expect(ada).toEqual({
        personId: ADA,
        engagements: [engagement('E1')],
        authorisations: [authorisation],
        attended: expect.arrayContaining([
          { event: event('PAF', { hours: 6.5 }), hours: 6.5, proof: 2 },
          { event: event('BARE'), hours: 0, proof: 0 },
          { event: meeting, hours: 1.5, proof: 3 },
        ]),
        reviews: [review],
        contributions: [contribution],
      });
      expect(ada?.attended).toHaveLength(3);
      expect(noOne).toMatchObject({ personId: 'nobody', engagements: [], attended: [] });
    });

    it('of a school contains everyone engaged there, and its meetings', async () => {
      await store().commit([...FACTS, engagementSaved(engagement('E3', { personId: BOB }))]);
      const [guyot, lacaille] = await store().readSchoolRecords([GUYOT, LACAILLE]);
      expect(guyot?.people.map(({ personId }) => personId)).toEqual([ADA, BOB]);
      expect(guyot?.people[1]?.engagements.map(({ uai }) => uai).sort()).toEqual([GUYOT, LACAILLE]);
      expect(guyot?.meetings).toEqual([meeting]);
      expect(lacaille).toMatchObject({ uai: LACAILLE, people: [{ personId: BOB }], meetings: [] });
    });

    it('of a school contains only the people engaged in a period, where one is given', async () => {
      await store().commit([
        ...FACTS,
        engagementSaved(
          engagement('E3', { personId: BOB, period: { from: day('2023-09-01'), to: day('2024-08-31') } }),
        ),
      ]);
      const peopleIn = async (from: string, to: string) => {
        const [guyot] = await store().readSchoolRecords([GUYOT], { from: day(from), to: day(to) });
        return guyot?.people.map(({ personId }) => personId);
      };
      expect(await peopleIn('2023-09-01', '2024-08-31')).toEqual([BOB]);
      expect(await peopleIn('2024-08-31', '2025-09-01')).toEqual([ADA, BOB]);
      expect(await peopleIn('2024-09-01', '2025-08-31')).toEqual([]);
      expect(await peopleIn('2026-09-01', '2026-11-26')).toEqual([ADA]);
    });

    it('of a person lists engagements by their first day, then by reference', async () => {
      const from = (date: string) => ({ period: { from: day(date) } });
      await store().commit([
        ...FIXTURE,
        engagementSaved(engagement('E-b', from('2025-09-01'))),
        engagementSaved(engagement('E-c', from('2024-09-01'))),
        engagementSaved(engagement('E-a', from('2025-09-01'))),
      ]);
      const [ada] = await store().readPersonRecords([ADA]);
      expect(ada?.engagements.map(({ reference }) => reference)).toEqual(['E-c', 'E-a', 'E-b']);
    });

    it('is read piece by piece for an import', async () => {
      await store().commit(FACTS);
      expect(await store().readAuthorisations([GUYOT])).toEqual([authorisation]);
      expect(await store().readEvents(['PAF', 'none'])).toEqual([event('PAF', { hours: 6.5 })]);
      expect(await store().readAttendances([ADA])).toHaveLength(3);
      expect(await store().readReviews([ADA, BOB])).toEqual([review]);
      expect(await store().readContributions(['C1'])).toEqual([contribution]);
      expect((await store().countRows()).engagements).toBe(2);
    });

    it('is replaced one fact at a time', async () => {
      await store().commit(FACTS);
      const ended = { ...authorisation, period: { from: authorisation.period.from } };
      const { url: _, ...bare } = contribution;
      await store().commit([
        { kind: 'authorisation-saved', authorisation: ended },
        { kind: 'event-saved', event: event('PAF', { title: 'Autre' }) },
        { kind: 'attendance-saved', attendance: { personId: ADA, eventCode: 'PAF', hours: 2, proof: 1 } },
        { kind: 'contribution-saved', contribution: { ...bare, validated: false } },
      ]);
      expect(await store().readAuthorisations([GUYOT])).toEqual([ended]);
      expect(await store().readEvents(['PAF'])).toEqual([event('PAF', { title: 'Autre' })]);
      expect(await store().readAttendances([ADA])).toContainEqual({
        personId: ADA,
        eventCode: 'PAF',
        hours: 2,
        proof: 1,
      });
      expect(await store().readContributions(['C1'])).toEqual([{ ...bare, validated: false }]);
    });
  });
}
