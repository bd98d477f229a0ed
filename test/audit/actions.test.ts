import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actionLabels } from '../../src/adapters/http/dane/audit-entries.ts';
import type { MissionCode } from '../../src/domain/engagement/mission.ts';
import type { LocalDate } from '../../src/domain/time/calendar.ts';
import { type Handles, makeRacingFixture, type RacingFixture } from '../races/fixture.ts';
import { SUBJECTS } from '../races/operations.ts';
import { race, type Services } from '../races/run.ts';
import { fr } from '../support/fr.ts';

type Run = (services: Services, handles: Handles) => Promise<unknown>;
const readAll = async (given: AsyncIterable<unknown>) => {
  for await (const one of given) void one;
};
const id = (handles: Handles, name: string) => handles.ids[name] ?? '';
const action = (h: Handles) => ({
  ...{ uai: h.uai, mission: 'C5' as MissionCode, localAuthority: 'Département' },
  period: { from: h.september },
});
const principal = ({ people, emails }: Handles) => ({ personId: people.head, address: emails.head });
const dane = ({ people, emails }: Handles) => ({
  ...{ personId: people.dane, address: emails.dane, as: 'dane' as const, confirms: false },
});
const report = (h: Handles, handsIn: boolean) => ({
  ...{ personId: h.people.paul, uai: h.uai, handsIn, seen: undefined },
  answers: [{ question: 'besoins', asked: { fr: 'Les besoins', en: 'Needs' }, text: 'Du temps.' }],
});
const office = (h: Handles) => ({
  ...{ uai: h.uai, kind: 'office' as const, description: 'B12', since: h.september },
});
const review = (h: Handles, on = h.today) => ({ uai: h.uai, personId: h.people.paul, on, by: h.people.head });
const sheet = (h: Handles) => ({
  ...{ action: action(h), by: h.people.head },
  given: { kind: 'link' as const, url: 'https://collectivite.example/' },
});
const contested = (h: Handles) => ({
  ...{ id: id(h, 'contest'), reason: 'Vu.', by: { personId: h.people.dane, address: h.emails.dane } },
});
const held = (h: Handles) => ({
  ...{
    id: id(h, 'meeting'),
    day: h.today,
    present: [h.people.paul],
    by: h.people.dane,
    side: 'dane' as const,
  },
  notes: { projects: 'Une radio.', difficulties: '', prospects: '' },
});
const decided = (h: Handles) => ({
  ...{ uai: h.school.uai, reference: 'AUTRE-1' },
  by: { personId: h.people.neighbour, address: h.emails.neighbour },
});

/** How each action comes about that no operation of the races writes. */
const FURTHER: Readonly<Record<string, Run>> = {
  'asking-stopped': (s, h) => s.takeBackJob({ id: id(h, 'asking'), actor: h.people.dane }),
  'undoing-stopped': async (s, h) => {
    const command = { importId: id(h, 'import'), actor: h.people.dane };
    const check = await s.beginUndo({ ...command, act: 'look' });
    while ((await s.advanceJob(check.id))?.finishedAt === undefined);
    const job = await s.beginUndo({ ...command, act: 'undo' });
    await s.takeBackJob({ id: job.id, actor: h.people.dane });
  },
  'authorisation-changed': async (s, h) => {
    await s.saveLocalAction({ authorisation: action(h), by: h.people.head });
    const period = { from: h.september, to: h.inDays(90) };
    await s.saveLocalAction({
      authorisation: { ...action(h), period },
      original: action(h),
      by: h.people.head,
    });
  },
  'authorisation-removed': async (s, h) => {
    await s.saveLocalAction({ authorisation: action(h), by: h.people.head });
    await s.removeLocalAction({ authorisation: action(h), by: h.people.head });
  },
  'badge-draft-dropped': async (s, h) => {
    const draft = await s.beginBadge({ from: { kind: 'nothing' }, actor: h.people.dane });
    await s.dropBadge({ id: draft.id, revision: 1, actor: h.people.dane });
  },
  'classes-withdrawn': (s, h) =>
    s.withdrawClasses({ personId: h.people.paul, uai: h.uai, projectId: id(h, 'classProject') }),
  'contest-maintained': (s, h) => s.settleContest({ ...contested(h), verdict: { outcome: 'maintained' } }),
  'contribution-unvalidated': async (s, h) => {
    const references = [id(h, 'contribution')];
    await s.validateContributions({ references, seen: [id(h, 'contributionSeen')], actor: h.people.dane });
    await s.takeBackValidation({ reference: id(h, 'contribution'), reason: 'Erreur.', actor: h.people.dane });
  },
  'credential-shown': async (s, h) => {
    await s.hideCredential({ id: h.badges.claire, actor: h.people.claire });
    await s.showCredential({ id: h.badges.claire, actor: h.people.claire });
  },
  'criteria-draft-sent-back': (s, h) =>
    s.judgeDraft({ id: id(h, 'draft'), actor: h.people.dane, words: 'Trop tôt.' }),
  'decision-released': async (s, h) => {
    const dated = { id: id(h, 'dated'), actor: h.people.agent };
    await s.holdScheduledDecision({ ...dated, isHeld: true });
    await s.holdScheduledDecision({ ...dated, isHeld: false });
  },
  'directory-exported': (s, h) => readAll(s.exportDirectory({ actor: h.people.dane, filter: {} })),
  'directory-left': async (s, h) => {
    await s.chooseDirectory({ personId: h.people.paul, agrees: true });
    await s.chooseDirectory({ personId: h.people.paul, agrees: false });
  },
  'endorsement-taken-back': async (s, h) => {
    const own = { id: id(h, 'words'), personId: h.people.claire };
    await s.addEndorsement({ ...own, credentialId: h.badges.claire });
    await s.takeBackEndorsement(own);
  },
  'engagement-confirmed': (s, h) => s.decideEngagement({ ...decided(h), decision: { kind: 'confirm' } }),
  'engagement-confirmed-with-reservation': (s, h) =>
    s.decideEngagement({ ...decided(h), decision: { kind: 'reserve', reservation: 'À revoir.' } }),
  'engagement-missions': (s, h) =>
    s.changeEngagement({
      ...{ reference: 'PAUL-1', by: { ...principal(h), as: 'principal' as const } },
      change: { kind: 'missions', from: h.inDays(10), missions: ['A1' as MissionCode], roles: [] },
    }),
  'engagement-correction': (s, h) =>
    s.changeEngagement({
      ...{ reference: 'PAUL-1', by: dane(h), reason: 'Erreur.' },
      change: {
        ...{ kind: 'correction', period: { from: h.september } },
        ...{ missions: ['A1' as MissionCode], roles: [] },
      },
    }),
  'establishment-reopened': async (s, h) => {
    const { uai } = h.school;
    await s.closeSchool({ uai, on: h.today, reason: 'Fermé', by: dane(h) });
    await s.reopenSchool({ uai, by: dane(h) });
  },
  'job-begun-measure-coverage-day': (s, h) =>
    s.beginJob({ kind: 'measure-coverage-day', on: h.today }, h.people.dane),
  'means-removed': async (s, h) => {
    await s.saveMeans({ means: office(h), personIds: [h.people.paul], by: h.people.head });
    await s.removeMeans({ means: { ...office(h), personId: h.people.paul }, by: h.people.head });
  },
  'meeting-corrected': async (s, h) => {
    await s.holdMeeting(held(h));
    await s.holdMeeting({ ...held(h), notes: { projects: 'Deux radios.', difficulties: '', prospects: '' } });
  },
  'meeting-taken-back': async (s, h) => {
    await s.holdMeeting(held(h));
    await s.takeMeetingBack({ id: id(h, 'meeting'), by: h.people.dane, side: 'dane' });
  },
  'mission-invitation-withdrawn': async (s, h) => {
    const { id: invitation } = await s.inviteToMissions({
      ...{ uai: h.uai, email: 'ines.nouvelle@ac-test.example', from: h.inDays(20), by: principal(h) },
      ...{ missions: ['B2' as MissionCode], roles: [] },
    });
    await s.withdrawInvitation({ id: invitation, uai: h.uai, by: h.people.head });
  },
  'mission-sharing-said': (s, h) =>
    s.recordMissionSharing({ uai: h.uai, reference: 'PAUL-1', sharing: [], by: h.people.head }),
  'person-exported': (s, h) => s.exportPerson({ id: h.people.paul, actor: h.people.dane }),
  'procedure-sheet-removed': async (s, h) => {
    await s.saveLocalAction({ authorisation: action(h), by: h.people.head });
    await s.saveProcedureSheet(sheet(h));
    await s.removeProcedureSheet({ action: action(h), by: h.people.head });
  },
  'review-planned': (s, h) => s.planReview(review(h, h.inDays(20))),
  'review-plan-cancelled': async (s, h) => {
    await s.planReview(review(h, h.inDays(20)));
    await s.cancelPlan(review(h, h.inDays(20)));
  },
  'training-wish-taken-back': async (s, h) => {
    const event = {
      code: 'F1',
      kind: 'EV-PAF' as const,
      title: 'Un stage',
      startsOn: h.inDays(30),
      tags: [],
    };
    await s.saveEvent({ event, isNew: true, actor: h.people.dane });
    const wish = { eventCode: event.code, personId: h.people.luc };
    await s.wishTraining(wish);
    await s.takeTrainingWishBack(wish);
  },
  'yearly-report-received': async (s, h) => {
    await s.writeYearlyReport(report(h, true));
    await s.receiveReports({ year: h.year, actor: h.people.dane });
  },
  'yearly-report-taken-back': async (s, h) => {
    await s.writeYearlyReport(report(h, true));
    await s.takeYearlyReportBack({ personId: h.people.paul, uai: h.uai });
  },
  'engagement-change-refused': (s, h) =>
    s.settleChange({
      ...{ id: id(h, 'change'), outcome: 'refused', reason: 'Trop tôt.' },
      by: { ...principal(h), as: 'principal' },
    }),
  'job-begun-try-criteria': (s, h) =>
    s.beginJob({ kind: 'try-criteria', figures: {}, on: h.today } as never, h.people.dane),
  'job-begun-measure-coverage': (s, h) => s.beginJob({ kind: 'measure-coverage' } as never, h.people.dane),
  'job-begun-ask-invariants': (s, h) => s.beginJob({ kind: 'ask-invariants' }, h.people.dane),
  'meeting-moved': (s, h) =>
    s.moveMeeting({
      id: id(h, 'meeting'),
      day: h.inDays(20),
      settles: false,
      by: h.people.dane,
      side: 'dane',
    }),
  'mission-proposal-declined': (s, h) =>
    s.answerMissions({ id: id(h, 'missions'), personId: h.people.anne, outcome: 'declined' }),
  'paper-made': (s, h) =>
    s.makePaper({
      uai: h.uai,
      kind: 'imp-file',
      schoolYear: h.year,
      by: { id: h.people.head, givenName: 'Marie', familyName: 'Chevalier' } as never,
    }),
  'review-recorded': (s, h) => s.recordReview({ ...review(h), notes: { doneA: 'Trois.' } as never }),
  'attendance-saved': (s, h) =>
    s.saveAttendance({ personId: h.people.paul, eventCode: id(h, 'training'), proof: 3 }, h.people.dane),
  'attendance-removed': async (s, h) => {
    await s.saveAttendance({ personId: h.people.paul, eventCode: 'STAGE', proof: 3 }, h.people.dane);
    const record = { kind: 'attendance' as const, eventCode: 'STAGE' };
    await s.removeRecord({ personId: h.people.paul, record, actor: h.people.dane, reason: 'Erreur.' });
  },
  'retention-hold-ended': async (s, h) => {
    await s.holdDeletion({ untilOn: h.inDays(30), reason: 'Enquête.', actor: h.people.dane });
    await s.endHold({ actor: h.people.dane });
  },
  'event-changed': (s, h) =>
    s.saveEvent({
      ...{ isNew: false, actor: h.people.dane },
      event: { code: 'STAGE', kind: 'EV-PAF', title: 'Un autre stage', startsOn: h.today, tags: [] },
    }),
  'job-begun-re-sign': (s, h) => s.beginJob({ kind: 're-sign' } as never, h.people.dane),
  'job-begun-revoke-many': (s, h) =>
    s.beginRevocations({ ids: [h.badges.claire], reason: 'Une erreur.', actor: h.people.dane }),
  'engagement-withdrawn': async (s, h) => {
    const { reference } = await declared(s, h);
    await s.withdrawEngagement({ personId: h.people.luc, reference });
  },
  'engagement-redeclared': async (s, h) => {
    const { reference } = await declared(s, h);
    await s.redeclareEngagement({
      ...{ personId: h.people.luc, reference },
      declaration: {
        uai: h.school.uai,
        period: { from: h.inDays(-20) },
        missions: ['A1' as MissionCode],
        roles: [],
      },
    });
  },
  'wish-planned': (s, h) => s.planWish({ ...wish(h), eventCode: 'STAGE' }),
  'wish-plan-removed': async (s, h) => {
    await s.planWish({ ...wish(h), eventCode: 'STAGE' });
    await s.takeBackWish(wish(h));
  },
  'mail-chosen': (s, h) =>
    s.chooseMail({ personId: h.people.paul, wanted: [], language: 'en', actor: h.people.paul }),
  'contest-partial': (s, h) =>
    s.settleContest({
      ...contested(h),
      verdict: {
        outcome: 'partial',
        kept: { period: { from: '2025-09-01' as LocalDate }, missions: ['C1' as MissionCode], roles: [] },
      },
    }),
  'credential-reissued': async (s, h) => {
    await s.changePerson({
      ...{ id: h.people.claire, email: h.emails.claire, givenName: 'Clara', familyName: 'Dupont' },
      ...{ headOf: undefined, profiles: ['rupn'], seen: h.seen.claire, actor: h.people.dane },
    });
    await readAll(s.reSignMisstated({ actor: h.people.dane }));
  },
};
const wish = (h: Handles) => ({ year: h.year as never, wish: 'la robotique', actor: h.people.dane });
const declared = (s: Services, h: Handles) =>
  s.declareEngagement({
    personId: h.people.luc,
    declaration: {
      uai: h.school.uai,
      period: { from: h.inDays(-40) },
      missions: ['A1' as MissionCode],
      roles: [],
    },
  });

/** Actions that another test reads from the audit. Their way there needs more than a service: a clock that goes on, a
 *  mail server, another program, a command. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'office-adopted': 'cli/office',
  'achievement-endorsement-kept': 'dane/endorsements',
  'achievement-endorsement-lapsed': 'dane/endorsements',
  'achievement-endorsement-withdrawn': 'dane/endorsements',
  'audit-let-go': 'audit/retention',
  'award-refusal-reopened': 'dane/decisions',
  'awards-exported': 'dane/exports',
  'backup-made': 'cli/metrics',
  'badge-sent': 'host/sending',
  'clock-cleared': 'reliability/clock-leftovers',
  'confirmation-reminded': 'dane/campaigns',
  'credential-reminded': 'mail/pending-acceptances',
  'credential-signed': 'vc-api/issue',
  'credential-status-set': 'vc-api/status',
  'criteria-withdrawn': 'dane/criteria',
  'engagement-confirmed-on-documents': 'dane/campaigns',
  'engagement-removed': 'dane/removals',
  'engagement-role-taken': 'school/role-conflict',
  'facts-expired': 'dane/retention',
  'held-badge-added': 'host/api',
  'held-badge-removed': 'host/api',
  'held-badge-replaced': 'host/api',
  'host-access-ended': 'host/api',
  'host-access-granted': 'host/api',
  'host-profile-written': 'host/api',
  'import-undone': 'dane/undo-import',
  'invitations-reminded': 'dane/invitations',
  'job-begun-send-message': 'mail/network-messages',
  'job-dropped': 'jobs/set-aside',
  'job-retried': 'jobs/set-aside',
  'key-compromised': 'cli/acting-as',
  'key-generated': 'cli/acting-as',
  'key-retired': 'cli/acting-as',
  'key-rotated': 'cli/acting-as',
  'message-cancelled': 'mail/network-messages',
  'message-written': 'mail/network-messages',
  'person-welcomed': 'school/newcomers',
  'records-exported': 'dane/exports',
  'register-exported': 'dane/audit',
  'review-changed': 'school/reviews',
  'review-removed': 'school/reviews',
  'roll-call-signed': 'dane/roll-call',
  'session-ended': 'accounts/sessions',
  'signed-in': 'identity/sign-out',
  'signed-out-everywhere': 'identity/sign-out',
  'signed-out-here': 'identity/sign-out',
  'support-moved': 'dane/schools',
  'wallet-left': 'wallets/oid4vci',
  'wallet-offer-withdrawn': 'wallets/oid4vci',
  'wallet-offered': 'wallets/oid4vci',
  'wallet-taken': 'wallets/oid4vci',
};

/** Names that come from the states of a confirmation, and that no decision leads to. Lines of earlier versions may have
 *  them. */
const NEVER_WRITTEN: readonly string[] = ['engagement-confirmed-by-dane', 'engagement-requested'];

const ALL = Object.keys(actionLabels(fr as never));

describe('the audit', () => {
  let fixture: RacingFixture;
  const written = new Set<string>();
  beforeAll(async () => {
    fixture = await makeRacingFixture();
    for (const { action } of await fixture.service.ports.store.searchAudit({ limit: 1000 }))
      written.add(action);
    for (const first of Object.values(SUBJECTS).flat())
      for (const one of (await race(fixture, { first, at: -1 })).audited) written.add(one);
  }, 120_000);
  afterAll(() => fixture.stop());

  it.each(Object.entries(FURTHER))('has a line of the action %s', async (name, run) => {
    const { audited, first } = await race(fixture, { first: { name, run }, at: -1 });
    for (const one of audited) written.add(one);
    expect([...audited], first?.what).toContain(name);
  });

  it.each(Object.entries(ELSEWHERE))('has a line of the action %s in %s', (name, path) => {
    expect(readFileSync(`test/${path}.test.ts`, 'utf8')).toContain(`'${name}'`);
  });

  it('has a line of every other action after the operations of the races', () => {
    const others = ALL.filter((one) => !Object.hasOwn(ELSEWHERE, one) && !written.has(one));
    expect(others.toSorted()).toEqual(NEVER_WRITTEN);
  });
});
