import type { Decider } from '../../domain/confirmation/confirm.ts';
import { dutiesOf } from '../../domain/engagement/content.ts';
import type { MissionCode, Role } from '../../domain/engagement/mission.ts';
import type { MissionSharing } from '../../domain/engagement/mission-sharing.ts';
import type { ProposedChange } from '../../domain/engagement/proposal.ts';
import { findConflicts } from '../../domain/engagement/role-conflict.ts';
import { DomainError } from '../../domain/errors.ts';
import { declare } from '../../domain/features/declaration.ts';
import type { PersonId } from '../../domain/ids.ts';
import { type Engagement, isCountable } from '../../domain/records.ts';
import type { Row } from '../../domain/tables/column-names.ts';
import { OWN, WITH_PERSON } from '../../domain/tables/treatments.ts';
import type { Instant, LocalDate } from '../../domain/time/calendar.ts';
import { intersect, toDaySpan } from '../../domain/time/day-spans.ts';
import type { SchoolYear } from '../../domain/time/school-year.ts';
import type { Uai } from '../../domain/uai.ts';
import { type Contest, isSettled } from '../contests/feature.ts';
import { missionProposalErrors } from './feature-errors.ts';

export type MissionProposalOutcome = 'accepted' | 'declined' | 'withdrawn';

/** Missions at a school that its principal proposes to a person, from a day on (docs/rules.md, Proposing a
 *  mission). The proposal waits until the person answers it or the principal withdraws it. */
export interface MissionProposal {
  readonly id: string;
  readonly uai: Uai;
  readonly personId: PersonId;
  readonly missions: readonly MissionCode[];
  readonly roles: readonly Role[];
  readonly from: LocalDate;
  /** The last day; absent if the missions have no end yet. */
  readonly to?: LocalDate;
  /** How the missions are shared out, carried over with them. */
  readonly sharing?: readonly MissionSharing[];
  /** The school year into which last year's split is carried over; absent for other proposals. */
  readonly carriedInto?: SchoolYear;
  /** The principal's message to the person. */
  readonly words?: string;
  readonly by: PersonId;
  readonly at: Instant;
  readonly settlement?: { readonly outcome: MissionProposalOutcome; readonly at: Instant };
}

/** Missions that a principal proposes to an address of which the service knows no one yet (docs/rules.md,
 *  Newcomers). It becomes a proposal when the person comes. */
export interface MissionInvitation
  extends Pick<MissionProposal, 'id' | 'uai' | 'missions' | 'roles' | 'from' | 'words' | 'by' | 'at'> {
  /** Lower case. */
  readonly email: string;
}

/** What an acceptance makes of the person's engagements at the school. */
export type AcceptedMissions =
  /** The confirmed engagement of that day is cut there, and its second part also lists the new missions. */
  | {
      readonly kind: 'added';
      readonly engagement: Engagement;
      readonly change: Extract<ProposedChange, { readonly kind: 'missions' }>;
    }
  | { readonly kind: 'new'; readonly engagement: Engagement };

interface AcceptanceCase {
  readonly proposal: MissionProposal;
  /** The principal, who confirms the missions by proposing them. */
  readonly by: Decider;
  /** The day of the acceptance. */
  readonly on: LocalDate;
  /** Every engagement of the person. */
  readonly own: readonly Engagement[];
  /** All engagements of the school that hold a single role. */
  readonly others: readonly Engagement[];
  /** All contests of the school. */
  readonly contests: readonly Contest[];
  /** The reference of a new engagement. */
  readonly reference: string;
}

/** Decides which engagements an acceptance writes. The proposal counts as the principal's confirmation, but only
 *  of the proposed missions: an unconfirmed engagement is left as it is, next to the new one. Throws
 *  `own-engagement`, `change-unchanged` where the person already holds everything proposed on that day, and
 *  `role-held` where another person holds a single role of it. */
export function acceptMissions(acceptance: AcceptanceCase): AcceptedMissions {
  const { proposal, by, on, own, others, contests, reference } = acceptance;
  const { uai, personId, missions, roles, from, to, sharing } = proposal;
  if (by.personId === personId) throw new DomainError('own-engagement');
  const day = toDaySpan({ from, to: from });
  const held = own.filter(
    (one) =>
      one.uai === uai && isCountable(one.confirmation) && intersect(toDaySpan(one.period), day) !== undefined,
  );
  const lists = (kind: 'missions' | 'roles', codes: readonly string[]) =>
    codes.every((code) => held.some((one) => (one[kind] as readonly string[]).includes(code)));
  if (lists('missions', missions) && lists('roles', roles)) throw new DomainError('change-unchanged');
  // Proposed missions with a last day of their own get a new engagement: a part cut from an engagement would end
  // with that engagement.
  const [base] = (to ? [] : held)
    .filter((one) => one.period.from < from && !isSettled(one.reference, contests))
    .toSorted((a, b) => b.period.from.localeCompare(a.period.from));
  const segment: Engagement = {
    ...{ reference, personId, uai, missions, roles },
    period: base ? { ...base.period, from } : { from, ...(to && { to }) },
    ...(sharing && { sharing }),
    ...{ confirmation: 'confirmed', confirmedBy: by.address, confirmedOn: on },
    decided: { by: by.address, on, from: 'requested' },
  };
  const [conflict] = findConflicts(
    segment,
    others.filter(({ confirmation }) => isCountable(confirmation)),
  );
  if (conflict) throw new DomainError('role-held', { role: conflict.role });
  if (!base) return { kind: 'new', engagement: segment };
  return {
    kind: 'added',
    engagement: base,
    change: {
      ...{ kind: 'missions', from, ...dutiesOf(base) },
      missions: [...new Set([...base.missions, ...missions])].toSorted(),
      roles: [...new Set([...base.roles, ...roles])],
    },
  };
}

/** Whether no one has answered or withdrawn it yet. */
export function isProposalOpen({ settlement }: MissionProposal): boolean {
  return settlement === undefined;
}

/** Changes to proposals of missions. */
export type MissionProposalChange =
  | { readonly kind: 'missions-proposed'; readonly proposal: MissionProposal }
  /** The whole commit is refused where the proposal no longer waits. */
  | {
      readonly kind: 'mission-proposal-settled';
      readonly id: string;
      readonly settlement: NonNullable<MissionProposal['settlement']>;
    }
  | { readonly kind: 'mission-invitation-sent'; readonly invitation: MissionInvitation }
  /** It was withdrawn, or its person has come. The whole commit is refused where it is gone already. */
  | { readonly kind: 'mission-invitation-settled'; readonly id: string };

/** Reads missions that principals propose to people. */
export interface MissionProposalReader {
  readMissionProposal(id: string): Promise<MissionProposal | undefined>;
  /** The newest first. */
  readMissionProposalsOf(personId: PersonId): Promise<readonly MissionProposal[]>;
  /** The newest first. */
  readMissionProposalsAt(uai: Uai): Promise<readonly MissionProposal[]>;
  readMissionInvitation(id: string): Promise<MissionInvitation | undefined>;
  /** The newest first. */
  readMissionInvitationsAt(uai: Uai): Promise<readonly MissionInvitation[]>;
  /** Those to any of these addresses, the newest first. */
  readMissionInvitationsTo(emails: readonly string[]): Promise<readonly MissionInvitation[]>;
}

/** The rows of its tables, exactly as the migrations make them. */
export interface MissionProposalsTables {
  mission_proposal: Row<'mission_proposal', MissionProposal>;
  mission_invitation: Row<'mission_invitation', MissionInvitation>;
}

/** What the other layers read of this feature. */
export const feature = declare<MissionProposalsTables, MissionProposalChange, MissionProposalReader>()({
  group: 'engagements',
  history: [
    'missions-proposed',
    'mission-proposal-accepted',
    'mission-proposal-declined',
    'mission-proposal-withdrawn',
  ],
  audit: ['mission-invitation-sent', 'mission-invitation-withdrawn'],
  errors: missionProposalErrors,
  menu: {
    school: { missions: { under: 'school', after: 'overview', path: '/missions' } },
  },
  people: {
    mission_invitation: {
      by: 'email',
      exportedAfter: 'sign_in_doubt',
      merge: 'stays',
      erase: 'deleted',
      export: 'whole',
      register: 'nothing',
      school: 'kept',
      ends: { after: 'newcomers-forgotten' },
    },
    mission_proposal: {
      ...OWN,
      exportedAfter: 'engagement_proposal',
      merge: 'moves',
      register: 'nothing',
      school: 'kept',
      ends: WITH_PERSON,
    },
  },
});
