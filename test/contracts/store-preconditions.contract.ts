import { describe, expect, it } from 'vitest';
import type { Change } from '../../src/domain/change/union.ts';
import type { CriteriaDraft } from '../../src/domain/criteria/draft.ts';
import type { MissionCode } from '../../src/domain/engagement/mission.ts';
import type { ClassProject } from '../../src/features/class-projects/feature.ts';
import type { SchoolMeeting } from '../../src/features/meetings/feature.ts';
import type { ProcedureSheet } from '../../src/features/procedure-sheets/feature.ts';
import type { SchoolProject } from '../../src/features/school-projects/feature.ts';
import { MOST_WRONG_PINS } from '../../src/standards/wallets/feature.ts';
import type { StoreUnderTest } from './store-under-test.ts';
import {
  ADA,
  awardId,
  BOB,
  credentialId,
  day,
  engagement,
  establishment,
  event,
  FIXTURE,
  GUYOT,
  LATER,
  LIST,
  NOW,
  SIGNED,
} from './store-values.ts';

/** A change that is refused because another one came first: the same one, if none is named. */
interface Race {
  readonly before: readonly Change[];
  readonly late: Change;
  readonly first?: Change;
}

const E1 = engagement('E1');
const CUT: Change = {
  kind: 'engagement-cut',
  asRead: E1,
  engagement: { ...E1, period: { from: E1.period.from, to: day('2026-01-31') } },
  cutOff: [engagement('E1-2', { period: { from: day('2026-02-01') } })],
};
const draft = (id: string): CriteriaDraft => ({
  ...{ id, baseVersion: 1, figures: {}, badges: [], from: day('2027-09-01') },
  ...{ draftedBy: ADA, draftedAt: NOW },
});
const DRAFTED: Change = { kind: 'criteria-drafted', draft: draft('d1') };
const WITHDRAWN: Change = {
  kind: 'criteria-draft-settled',
  id: 'd1',
  settled: { outcome: 'withdrawn', by: ADA, at: LATER },
};
const SUSPENDED: Change = {
  kind: 'credential-suspended',
  credentialId: credentialId('c1'),
  statusListId: LIST,
  suspension: { at: NOW, by: BOB, cause: 'check', reason: 'Vérification.' },
};
const RESUMED: Change = {
  kind: 'credential-resumed',
  credentialId: credentialId('c1'),
  statusListId: LIST,
  suspendedAt: NOW,
};
const MAIL: Change = {
  kind: 'mail-added',
  mail: { id: 'm1', kind: 'award', personId: ADA, subjectIds: [] },
  messageId: '<m1@jalon.test>',
  at: NOW,
};
const offered = (wrongPins: number, challengeHash?: string): Change => ({
  kind: 'wallet-offered',
  offer: {
    ...{ id: 'o1', personId: ADA, credentialId: credentialId('c1'), secretHash: 's', codeHash: 'c' },
    ...{ pinHash: 'p', wrongPins, createdAt: NOW, expiresAt: LATER },
    ...(challengeHash && { challengeHash }),
  },
});
const CLASSES: ClassProject = {
  ...{ id: 'k1', title: 'Tw’haïku', audience: 'Toutes.', schoolYear: 2026, joinsUntil: day('2026-12-31') },
  ...{ madeBy: BOB, madeAt: NOW },
};
const ADDED: Change = { kind: 'class-project-added', project: CLASSES };
const ENDED: Change = {
  kind: 'class-project-changed',
  asRead: CLASSES,
  project: { ...CLASSES, endedAt: LATER },
};
const INVITED: readonly Change[] = [
  ...FIXTURE,
  { kind: 'event-saved', event: event('F1') },
  { kind: 'person-invited', invitation: { eventCode: 'F1', personId: ADA, invitedAt: NOW, invitedBy: BOB } },
];
const meeting = (id: string, over: Partial<SchoolMeeting> = {}): SchoolMeeting => ({
  ...{ id, uai: GUYOT, askedBy: BOB, askedAt: NOW, state: 'asked', revision: 1 },
  ...over,
});
const MEETING: Change = { kind: 'school-meeting-asked', meeting: meeting('r1') };
const ACTION = {
  ...{ uai: GUYOT, mission: 'C5' as MissionCode, localAuthority: 'Département' },
  period: { from: day('2026-09-01') },
};
const ACTING: readonly Change[] = [...FIXTURE, { kind: 'authorisation-added', authorisation: ACTION }];
const sheet = (id: string): ProcedureSheet => ({
  ...{ id, action: ACTION, keptBy: BOB, keptAt: NOW },
  content: { kind: 'link', url: 'https://collectivite.example/' },
});
const saved = (id: string, replaces?: string): Change => ({
  kind: 'procedure-sheet-saved',
  ...{ sheet: sheet(id), parts: [], replaces },
});
const PROJECT: SchoolProject = {
  ...{ id: 'j1', uai: GUYOT, title: 'Webradio', description: 'Une émission.', members: [ADA] },
  ...{ period: { from: day('2026-09-01') }, keptBy: BOB, keptAt: NOW },
};
const STARTED: readonly Change[] = [...FIXTURE, { kind: 'school-project-added', project: PROJECT }];

const RACES = {
  'school-kept-open': {
    before: FIXTURE,
    first: {
      kind: 'establishment-saved',
      establishment: establishment(GUYOT, { closedOn: day('2026-08-31') }),
    },
    late: { kind: 'school-kept-open', uai: GUYOT },
  },
  'school-as-planned': {
    before: FIXTURE,
    first: { kind: 'engagement-imported', engagement: E1 },
    late: { kind: 'school-as-planned', uai: GUYOT, on: day('2025-12-31'), ids: [] },
  },
  'sign-in-attempt-used': {
    before: [
      {
        kind: 'sign-in-begun',
        attempt: { secretHash: 'a1', attempt: '{}', expiresAt: LATER },
        network: 'n',
      },
    ],
    late: { kind: 'sign-in-attempt-used', secretHash: 'a1' },
  },
  'engagement-cut': { before: [...FIXTURE, { kind: 'engagement-imported', engagement: E1 }], late: CUT },
  'criteria-drafted': {
    before: [DRAFTED],
    first: WITHDRAWN,
    late: { kind: 'criteria-drafted', draft: draft('d2'), replaces: 'd1' },
  },
  'criteria-draft-settled': { before: [DRAFTED], late: WITHDRAWN },
  'award-reminded': { before: SIGNED, late: { kind: 'award-reminded', awardId: awardId('a1'), left: 1 } },
  'credential-resumed': { before: [...SIGNED, SUSPENDED], late: RESUMED },
  'letter-opened': {
    before: [...FIXTURE, MAIL],
    late: { kind: 'letter-opened', id: 'm1', letterKey: 'k', gathered: [] },
  },
  'wallet-pin-tried': {
    before: [...SIGNED, offered(MOST_WRONG_PINS - 1)],
    late: { kind: 'wallet-pin-tried', offerId: 'o1' },
  },
  'wallet-code-used': {
    before: [...SIGNED, offered(0)],
    late: { kind: 'wallet-code-used', offerId: 'o1', tokenHash: 't', expiresAt: LATER },
  },
  'wallet-challenge-used': {
    before: [...SIGNED, offered(0, 'h')],
    late: { kind: 'wallet-challenge-used', offerId: 'o1', challengeHash: 'h' },
  },
  'wallet-nonce-used': {
    before: [{ kind: 'wallet-nonce-given', nonceHash: 'n1', expiresAt: LATER, network: 'n' }],
    late: { kind: 'wallet-nonce-used', nonceHash: 'n1' },
  },
  'class-project-changed': { before: [...FIXTURE, ADDED], late: ENDED },
  'classes-entered': {
    before: [...FIXTURE, ADDED],
    first: ENDED,
    late: {
      kind: 'classes-entered',
      participation: { projectId: 'k1', personId: ADA, uai: GUYOT, classes: '5e B', count: 1, joinedAt: NOW },
      today: day('2026-12-01'),
    },
  },
  'classes-withdrawn': {
    before: [...FIXTURE, ADDED],
    first: ENDED,
    late: { kind: 'classes-withdrawn', projectId: 'k1', personId: ADA, uai: GUYOT, today: day('2026-12-01') },
  },
  'invitation-answered': {
    before: INVITED,
    first: { kind: 'invitations-cancelled', eventCode: 'F1', at: LATER },
    late: { kind: 'invitation-answered', eventCode: 'F1', personId: ADA, answer: 'coming', at: LATER },
  },
  'invitation-reminded': {
    before: INVITED,
    late: { kind: 'invitation-reminded', eventCode: 'F1', personId: ADA, at: LATER, silentSince: NOW },
  },
  'school-meeting-asked': {
    before: FIXTURE,
    first: MEETING,
    late: { kind: 'school-meeting-asked', meeting: meeting('r2') },
  },
  'school-meeting-changed': {
    before: [...FIXTURE, MEETING],
    late: { kind: 'school-meeting-changed', meeting: meeting('r1', { state: 'cancelled', revision: 2 }) },
  },
  'procedure-sheet-saved': {
    before: [...ACTING, saved('s1')],
    first: { kind: 'procedure-sheet-removed', id: 's1' },
    late: saved('s2', 's1'),
  },
  'procedure-sheet-removed': {
    before: [...ACTING, saved('s1')],
    late: { kind: 'procedure-sheet-removed', id: 's1' },
  },
  'school-project-changed': {
    before: STARTED,
    late: { kind: 'school-project-changed', asRead: PROJECT, project: { ...PROJECT, title: 'Radio' } },
  },
  'school-project-removed': { before: STARTED, late: { kind: 'school-project-removed', asRead: PROJECT } },
} satisfies Partial<Record<Change['kind'], Race>>;

/** The contract of changes that are refused because another one came first. */
export function describePreconditions({ store }: StoreUnderTest): void {
  describe('a change whose precondition another one broke', () => {
    it.each(Object.entries(RACES) as [string, Race][])(
      'is refused: %s',
      async (_, { before, late, first = late }) => {
        await store().commit(before);
        await store().commit([first]);
        await expect(store().commit([late])).rejects.toMatchObject({ code: 'store-conflict' });
      },
    );
  });
}
