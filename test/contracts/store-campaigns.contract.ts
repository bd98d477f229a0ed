import { describe, expect, it } from 'vitest';
import type { Change } from '../../src/domain/change/union.ts';
import type { Engagement } from '../../src/domain/records.ts';
import type { Instant } from '../../src/domain/time/calendar.ts';
import type { Campaign } from '../../src/features/campaigns/feature.ts';
import type { StoreUnderTest } from './store-under-test.ts';
import { ADA, BOB, day, engagement, FIXTURE, GUYOT, LACAILLE, LATER, NOW, person } from './store-values.ts';

const EARLY = '2026-10-01T08:00:00Z' as Instant;
const PERIOD = { from: day('2026-09-01'), to: day('2027-08-31') };

const campaign = (id: string, over: Partial<Campaign> = {}): Campaign => ({
  id,
  name: `Campagne ${id}`,
  schoolYear: 2026,
  closesOn: day('2026-12-31'),
  openedAt: NOW,
  openedBy: BOB,
  ...over,
});
const opened = (id: string): Change => ({ kind: 'campaign-opened', campaign: campaign(id) });
const waiting = (reference: string, over: Partial<Engagement> = {}): Engagement =>
  engagement(reference, { confirmation: 'requested', period: { from: day('2026-09-01') }, ...over });
const engagementSaved = (one: Engagement, asRead?: Engagement): Change => ({
  kind: 'engagement-imported',
  engagement: one,
  ...(asRead && { asRead }),
});
const confirmationRequest = (reference: string, at = NOW, campaignId = 'c1', replaces?: string): Change => ({
  kind: 'confirmation-asked',
  request: { engagementReference: reference, campaignId, requestedAt: at },
  ...(replaces !== undefined && { replaces: { campaignId: replaces } }),
});
const reminded = (references: readonly string[], turn: 'first' | 'second', at: Instant): Change => ({
  kind: 'confirmation-reminded',
  references,
  turn,
  at,
});
const confirmed = (one: Engagement, documents = 'Lettre de mission'): Change => ({
  kind: 'confirmed-on-documents',
  asRead: one,
  engagement: {
    ...one,
    confirmation: 'confirmed-by-dane',
    confirmedOn: day('2026-11-24'),
    decided: { by: BOB, on: day('2026-11-24') },
  },
  documents,
  by: BOB,
  at: NOW,
});
/** Guyot has a principal, Bob heads Lacaille. Three engagements wait at Guyot, one at Lacaille. */
const SEGMENTS: readonly Change[] = [
  ...FIXTURE,
  { kind: 'person-saved', person: person('person-eve' as typeof ADA, { headOf: GUYOT }) },
  ...['s1', 's2', 's3'].map((reference) => engagementSaved(waiting(reference))),
  engagementSaved(waiting('t1', { uai: LACAILLE })),
  opened('c1'),
];

/** Confirmed, without a last day, and to be renewed in 2026. */
const OLD = engagement('old', {
  confirmation: 'confirmed',
  period: { from: day('2024-09-01') },
  confirmedOn: day('2026-08-31'),
});

/** The contract of campaigns and confirmation requests. */
export function describeCampaigns(underTest: StoreUnderTest): void {
  describeRequests(underTest);
  describeRenewals(underTest);
  describeReminders(underTest);
  describeDocuments(underTest);
}

function describeRequests({ store }: StoreUnderTest): void {
  describe('a campaign', () => {
    it('is read back, the newest first, a page at a time', async () => {
      await store().commit([...FIXTURE, opened('c1'), opened('c2'), opened('c3')]);
      const ids = async (page: { after?: string; limit: number }) =>
        (await store().readCampaigns(page)).map(({ id }) => id);
      expect(await ids({ limit: 2 })).toEqual(['c3', 'c2']);
      expect(await ids({ limit: 2, after: 'c2' })).toEqual(['c1']);
      expect(await store().readCampaign('c2')).toEqual(campaign('c2'));
      expect(await store().readCampaign('none')).toBeUndefined();
    });

    it('finds the waiting engagements of its period, at the schools that are counted', async () => {
      const over = { period: { from: day('2025-09-01'), to: day('2026-08-31') } };
      await store().commit([
        ...SEGMENTS,
        engagementSaved(waiting('last-year', over)),
        engagementSaved(engagement('confirmed', { period: PERIOD })),
      ]);
      const all = { scope: 'all', ...PERIOD } as const;
      const counted = { scope: 'public', ...PERIOD } as const;
      expect(await store().countWaitingSegments(all)).toBe(4);
      expect(await store().countWaitingSegments(counted)).toBe(3);
      expect(await store().readWaitingSchools({ ...all, limit: 5 })).toEqual([GUYOT, LACAILLE]);
      expect(await store().readWaitingSchools({ ...all, limit: 5, after: GUYOT })).toEqual([LACAILLE]);
      expect(await store().readWaitingSchools({ ...counted, limit: 5 })).toEqual([GUYOT]);
      const read = await store().readWaitingSegments([GUYOT], all);
      expect(read).toEqual([waiting('s1'), waiting('s2'), waiting('s3')]);
    });

    it('asks about an engagement once, unless it takes over the request', async () => {
      await store().commit([...SEGMENTS, opened('c2'), confirmationRequest('s1')]);
      await expect(
        store().commit([confirmationRequest('s2'), confirmationRequest('s1')]),
      ).rejects.toMatchObject({
        code: 'store-conflict',
      });
      await expect(store().commit([confirmationRequest('s1', LATER, 'c2', 'other')])).rejects.toMatchObject({
        code: 'store-conflict',
      });
      expect(await store().readConfirmationRequests(['s1', 's2'])).toEqual([
        { engagementReference: 's1', campaignId: 'c1', requestedAt: NOW },
      ]);
      await store().commit([confirmationRequest('s1', LATER, 'c2', 'c1')]);
      expect(await store().readConfirmationRequests(['s1'])).toEqual([
        { engagementReference: 's1', campaignId: 'c2', requestedAt: LATER },
      ]);
    });

    it('counts each request once, by its state', async () => {
      await store().commit([
        ...SEGMENTS,
        engagementSaved(waiting('s4')),
        confirmationRequest('s1', EARLY),
        confirmationRequest('s2'),
        confirmationRequest('s3'),
        confirmationRequest('s4'),
        confirmationRequest('t1'),
      ]);
      await store().commit([reminded(['s1', 's2'], 'first', NOW), confirmed(waiting('s3'))]);
      await store().commit([engagementSaved(waiting('s4', { confirmation: 'contested' }), waiting('s4'))]);
      expect(await store().countCampaignRequests('c1', EARLY)).toEqual({
        answered: 2,
        waiting: 1,
        reminded: 1,
        silent: 1,
      });
      expect(await store().countCampaignRequests('none', EARLY)).toEqual({
        answered: 0,
        waiting: 0,
        reminded: 0,
        silent: 0,
      });
      expect(await store().countSilentRequests(EARLY)).toBe(1);
    });

    it('lists its silent requests by reference, with their engagements', async () => {
      await store().commit([
        ...SEGMENTS,
        opened('c2'),
        ...['s1', 's2', 's3'].map((one) => confirmationRequest(one, EARLY)),
      ]);
      await store().commit([confirmationRequest('t1', EARLY, 'c2'), confirmed(waiting('s2'))]);
      const search = { campaignId: 'c1', askedUntil: EARLY, limit: 5 };
      const read = await store().readSilentRequests(search);
      expect(read.map(({ engagement: one }) => one)).toEqual([waiting('s1'), waiting('s3')]);
      expect(read[0]?.request).toEqual({
        engagementReference: 's1',
        campaignId: 'c1',
        requestedAt: EARLY,
      });
      expect(await store().readSilentRequests({ ...search, after: 's1' })).toHaveLength(1);
      const before = '2026-10-01T07:59:59Z' as Instant;
      expect(await store().readSilentRequests({ ...search, askedUntil: before })).toEqual([]);
    });
  });
}

function describeRenewals({ store }: StoreUnderTest): void {
  describe('an engagement to renew', () => {
    const others: readonly Engagement[] = [
      engagement('dateless', { confirmation: 'confirmed', period: { from: day('2025-09-01') } }),
      { ...OLD, reference: 'renewed', confirmedOn: day('2026-09-01') },
      { ...OLD, reference: 'ended', period: { from: day('2024-09-01'), to: day('2027-01-31') } },
      { ...OLD, reference: 'new', period: { from: day('2026-09-01') } },
      { ...OLD, reference: 'contested', confirmation: 'contested' },
    ];

    it('waits for its principal next to the requests, and is asked for once', async () => {
      await store().commit([...SEGMENTS, ...[OLD, ...others].map((one) => engagementSaved(one))]);
      const asking = { scope: 'all', ...PERIOD } as const;
      const read = await store().readWaitingSegments([GUYOT], asking);
      expect(read.map(({ reference }) => reference)).toEqual(['dateless', 'old', 's1', 's2', 's3']);
      expect(await store().countWaitingSegments(asking)).toBe(6);
      const openOn = day('2026-10-01');
      expect(await store().countAskedSchools({ ...asking, openOn })).toMatchObject({
        segments: 6,
        askedBefore: 0,
      });
      await store().commit([confirmationRequest('old', EARLY)]);
      expect(await store().countAskedSchools({ ...asking, openOn })).toMatchObject({
        segments: 5,
        askedBefore: 1,
      });
    });

    it('is unanswered in its campaign until it is confirmed again, or ends', async () => {
      await store().commit([...SEGMENTS, engagementSaved(OLD), confirmationRequest('old', NOW)]);
      const figures = () => store().countCampaignRequests('c1', EARLY);
      expect(await figures()).toEqual({ answered: 0, waiting: 1, reminded: 0, silent: 0 });
      expect(await store().readUnansweredSchools({ campaignId: 'c1', limit: 5 })).toMatchObject([
        { uai: GUYOT, asked: 1, unanswered: 1 },
      ]);
      const ended = { ...OLD, period: { ...OLD.period, to: day('2026-08-31') } };
      await store().commit([engagementSaved(ended, OLD)]);
      expect(await figures()).toEqual({ answered: 1, waiting: 0, reminded: 0, silent: 0 });
      await store().commit([engagementSaved({ ...OLD, confirmedOn: day('2026-11-24') }, ended)]);
      expect(await figures()).toEqual({ answered: 1, waiting: 0, reminded: 0, silent: 0 });
      expect(await store().readUnansweredSchools({ campaignId: 'c1', limit: 5 })).toEqual([]);
    });

    it('loses its request where the campaign is cancelled', async () => {
      await store().commit([...SEGMENTS, engagementSaved(OLD), confirmationRequest('old', NOW)]);
      await store().commit([{ kind: 'campaign-closed', id: 'c1', at: LATER, cancelled: true }]);
      expect(await store().readConfirmationRequests(['old'])).toEqual([]);
    });
  });
}

function describeReminders({ store }: StoreUnderTest): void {
  describe('a reminder', () => {
    const first = { turn: 'first', since: EARLY, year: 2026 } as const;
    const second = { turn: 'second', since: NOW, year: 2026 } as const;

    it('is due where there is still no answer, the second one after the first', async () => {
      await store().commit([
        ...SEGMENTS,
        confirmationRequest('s1', EARLY),
        confirmationRequest('s2', EARLY),
        confirmationRequest('s3'),
        confirmationRequest('t1', EARLY),
      ]);
      await store().commit([confirmed(waiting('s2'))]);
      expect(await store().readSchoolsToRemind({ ...first, limit: 5 })).toEqual([GUYOT, LACAILLE]);
      expect(await store().readSchoolsToRemind({ ...first, limit: 5, after: GUYOT })).toEqual([LACAILLE]);
      expect(await store().readDueReminders(GUYOT, first)).toEqual(['s1']);
      expect(await store().readSchoolsToRemind({ ...second, limit: 5 })).toEqual([]);
      await store().commit([reminded(['s1'], 'first', NOW)]);
      expect(await store().readDueReminders(GUYOT, first)).toEqual([]);
      expect(await store().readSchoolsToRemind({ ...second, limit: 5 })).toEqual([GUYOT]);
      expect(await store().readDueReminders(GUYOT, second)).toEqual(['s1']);
      await store().commit([reminded(['s1'], 'second', LATER)]);
      expect(await store().readDueReminders(GUYOT, second)).toEqual([]);
    });

    it('is due of an engagement that no one renewed, only in the year of its campaign', async () => {
      await store().commit([...SEGMENTS, engagementSaved(OLD), confirmationRequest('old', EARLY)]);
      expect(await store().readDueReminders(GUYOT, first)).toEqual(['old']);
      expect(await store().readSchoolsToRemind({ ...first, limit: 5 })).toEqual([GUYOT]);
      expect(await store().readDueReminders(GUYOT, { ...first, year: 2027 })).toEqual([]);
      await store().commit([engagementSaved({ ...OLD, confirmedOn: day('2026-09-01') }, OLD)]);
      expect(await store().readDueReminders(GUYOT, first)).toEqual([]);
    });

    it('is not due where a school has no principal on record', async () => {
      await store().commit([...SEGMENTS, confirmationRequest('t1', EARLY)]);
      await store().commit([{ kind: 'person-saved', person: person(BOB) }]);
      expect(await store().readSchoolsToRemind({ ...first, limit: 5 })).toEqual([]);
    });

    it('is written once: a second commit is refused as a whole', async () => {
      await store().commit([...SEGMENTS, confirmationRequest('s1', EARLY), confirmationRequest('s2', EARLY)]);
      await store().commit([reminded(['s1'], 'first', NOW)]);
      await expect(store().commit([reminded(['s1', 's2'], 'first', LATER)])).rejects.toMatchObject({
        code: 'store-conflict',
        params: { constraint: 'reminder_not_written' },
      });
      expect(await store().readConfirmationRequests(['s1', 's2'])).toEqual([
        { engagementReference: 's1', campaignId: 'c1', requestedAt: EARLY, firstReminderAt: NOW },
        { engagementReference: 's2', campaignId: 'c1', requestedAt: EARLY },
      ]);
    });
  });
}

function describeDocuments({ store }: StoreUnderTest): void {
  describe('a confirmation on documents', () => {
    it('changes the engagement while it waits, and is refused once it was decided', async () => {
      await store().commit([...SEGMENTS, confirmed(waiting('s1'))]);
      expect(await store().readEngagements(['s1'])).toMatchObject([
        {
          confirmation: 'confirmed-by-dane',
          confirmedOn: '2026-11-24',
          decided: { by: BOB, on: '2026-11-24' },
        },
      ]);
      await expect(store().commit([confirmed(waiting('s1'), 'Autre pièce')])).rejects.toMatchObject({
        code: 'store-conflict',
        params: { constraint: 'engagement_as_read' },
      });
      expect((await store().exportPerson(ADA))?.['documentary_confirmation']).toEqual([
        { engagement_reference: 's1', confirmed_at: NOW, confirmed_by: BOB, documents: 'Lettre de mission' },
      ]);
    });

    it('is listed by campaign, with its documents', async () => {
      await store().commit([
        ...SEGMENTS,
        opened('c2'),
        confirmationRequest('s1'),
        confirmationRequest('s2'),
        confirmationRequest('t1', NOW, 'c2'),
      ]);
      await store().commit([confirmed(waiting('s1')), confirmed(waiting('s2'), 'Procès-verbal')]);
      const read = await store().readDocumentaryConfirmations({ campaignId: 'c1', limit: 1 });
      expect(read).toMatchObject([
        { engagement: { reference: 's1' }, documents: 'Lettre de mission', at: NOW },
      ]);
      const next = { campaignId: 'c1', limit: 5, after: 's1' };
      expect(await store().readDocumentaryConfirmations(next)).toMatchObject([
        { documents: 'Procès-verbal' },
      ]);
      expect(await store().readDocumentaryConfirmations({ campaignId: 'c2', limit: 5 })).toEqual([]);
    });

    it('is exported with its request to the people concerned, and erased with them', async () => {
      await store().commit([...SEGMENTS, confirmationRequest('s1'), confirmed(waiting('s1'))]);
      expect((await store().exportPerson(ADA))?.['confirmation_request']).toMatchObject([
        { engagement_reference: 's1', campaign_id: 'c1' },
      ]);
      expect((await store().exportPerson(BOB))?.['confirmation_request']).toEqual([]);
      await store().commit([
        { kind: 'person-erased', personId: ADA, names: { familyNames: [], emails: [] }, at: LATER },
      ]);
      expect(await store().readConfirmationRequests(['s1'])).toEqual([]);
      expect(await store().readCampaign('c1')).toEqual(campaign('c1'));
    });
  });
}
