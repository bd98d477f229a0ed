import { audit } from '../../domain/audit/entry.ts';
import type { Change } from '../../domain/change/union.ts';
import {
  type ChangedEngagement,
  checkChange,
  endedByDeparture,
} from '../../domain/engagement/change-or-end.ts';
import { contentOf } from '../../domain/engagement/content.ts';
import { isStillOpen } from '../../domain/engagement/declaration.ts';
import { toSeen } from '../../domain/engagement/fields.ts';
import { type EngagementProposal, isWaiting, type ProposedChange } from '../../domain/engagement/proposal.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import { formatSubject } from '../../domain/mail/subject.ts';
import { refuseNumen } from '../../domain/person/numen.ts';
import type { Engagement } from '../../domain/records.ts';
import type { Instant, LocalDate } from '../../domain/time/calendar.ts';
import type { Uai } from '../../domain/uai.ts';
import { isSettled } from '../../features/contests/feature.ts';
import { askHeads } from '../confirmations/request-from-principals.ts';
import { mailAbout } from '../mail/queue.ts';
import type { Ports } from '../service-ports.ts';
import { retryOnConflict, useCases } from '../use-cases.ts';
import { changesOfEngagement, type Deciding } from './change.ts';

interface ProposeChange {
  readonly personId: PersonId;
  readonly reference: string;
  readonly change: ProposedChange;
  /** The teacher's message to the person who decides. */
  readonly reason?: string | undefined;
}

/** Proposes a change of one of the teacher's own engagements, and tells the heads of the school. The engagement
 *  stays unchanged until someone decides. Throws `not-found`, `change-proposed`, `engagement-not-open` where
 *  the teacher can still change the engagement directly, and the errors of `checkChange`. */
const proposeChange =
  (ports: Ports) =>
  async ({ personId, reference, change, reason }: ProposeChange): Promise<EngagementProposal> => {
    const { store, clock, ids } = ports;
    const [[engagement], proposals, declared] = await Promise.all([
      store.readEngagements([reference]),
      store.readEngagementProposalsOf(personId),
      store.readDeclaredReferences(personId),
    ]);
    if (engagement?.personId !== personId) throw new DomainError('not-found');
    if (isStillOpen(engagement, declared)) throw new DomainError('engagement-not-open');
    const waits = proposals.some((one) => one.engagementReference === reference && isWaiting(one));
    if (waits) throw new DomainError('change-proposed');
    checkChange(engagement, change);
    const at = clock.now();
    const { uai } = engagement;
    const proposal: EngagementProposal = {
      ...{ id: ids.uuid(), engagementReference: reference, personId, uai, change },
      ...{ before: contentOf(engagement), by: personId, at, ...(reason && { reason }) },
    };
    await store.commit([
      { kind: 'engagement-change-proposed', proposal },
      audit('engagement-change-proposed', {
        at,
        actor: personId,
        subject: personId,
        details: { reference, uai, kind: change.kind },
      }),
      ...(await askHeads(ports, engagement, at)),
    ]);
    return proposal;
  };

/** Withdraws a teacher's own proposal. Throws `not-found` for another person's proposal, `change-settled`. */
const withdrawChange =
  ({ store, clock }: Ports) =>
  async ({ personId, id }: { readonly personId: PersonId; readonly id: string }): Promise<void> => {
    const proposal = await store.readEngagementProposal(id);
    // `by` is not compared: the proposal may have been made under a record that was merged into this one.
    if (proposal?.personId !== personId) throw new DomainError('not-found');
    if (!isWaiting(proposal)) throw new DomainError('change-settled');
    const at = clock.now();
    const { engagementReference: reference, uai } = proposal;
    await store.commit([
      { kind: 'engagement-change-settled', id, settlement: { outcome: 'withdrawn', by: personId, at } },
      audit('engagement-change-withdrawn', {
        at,
        actor: personId,
        subject: personId,
        details: { reference, uai },
      }),
    ]);
  };

interface ChangeEngagement {
  readonly reference: string;
  readonly change: ProposedChange;
  readonly by: Deciding;
  /** Required of an agent of the DANE. */
  readonly reason?: string | undefined;
  /** The engagement that its author saw, as text (`toSeen`). Absent if nothing is to be compared. */
  readonly seen?: string | undefined;
}

/** Ends, changes or corrects an engagement without a proposal, for a head of the school or the DANE. Throws
 *  `not-found`, `reason-required`, `numen-refused`, the errors of `changeOrEndEngagement`, `store-conflict`. */
const changeEngagement =
  (ports: Ports) =>
  async ({ reference, change, by, reason, seen }: ChangeEngagement): Promise<ChangedEngagement> => {
    requireReason(by, reason);
    const [engagement] = await ports.store.readEngagements([reference]);
    if (!engagement) throw new DomainError('not-found');
    requireSeen(engagement, seen);
    const at = ports.clock.now();
    const decided = await changesOfEngagement(ports, { engagement, change, by, reason, at });
    await ports.store.commit([
      ...decided.changes,
      ...decisionMail(ports, engagement, decided.subjectIds, at),
    ]);
    return decided.changed;
  };

interface SettleChange {
  readonly id: string;
  readonly outcome: 'accepted' | 'refused';
  readonly by: Deciding;
  /** Required for a refusal, and always required of an agent of the DANE. */
  readonly reason?: string | undefined;
  /** The engagement that was shown next to the proposal, as text (`toSeen`). A proposal made for another state of
   *  the engagement could undo a later decision. */
  readonly seen?: string | undefined;
}

/** Decides on a teacher's proposal: the engagement is changed, or stays as it is. The teacher is told. Throws
 *  `not-found`, `change-settled`, `own-engagement`, `reason-required`, the errors of `changeOrEndEngagement`,
 *  `store-conflict`. */
const settleChange =
  (ports: Ports) =>
  async ({ id, outcome, by, reason, seen }: SettleChange): Promise<ChangedEngagement | undefined> => {
    const { store, clock } = ports;
    const proposal = await store.readEngagementProposal(id);
    if (!proposal) throw new DomainError('not-found');
    if (!isWaiting(proposal)) throw new DomainError('change-settled');
    const { engagementReference: reference, personId, uai, change } = proposal;
    if (personId === by.personId) throw new DomainError('own-engagement');
    if (outcome === 'refused' && !reason) throw new DomainError('reason-required');
    requireReason(by, reason);
    const at = clock.now();
    if (outcome === 'accepted') {
      const [engagement] = await store.readEngagements([reference]);
      if (!engagement) throw new DomainError('not-found');
      requireSeen(engagement, seen);
      const accepted = { engagement, change, by, reason, at, proposal };
      const decided = await changesOfEngagement(ports, accepted);
      await store.commit([...decided.changes, ...decisionMail(ports, engagement, decided.subjectIds, at)]);
      return decided.changed;
    }
    const settlement = { outcome, by: by.personId, at, ...(reason && { reason }) };
    await store.commit([
      { kind: 'engagement-change-settled', id, settlement },
      ...decisionMail(ports, { personId }, [reference, formatSubject({ kind: 'change', id })], at),
      audit('engagement-change-refused', {
        at,
        actor: by.personId,
        subject: personId,
        details: { reference, uai, ...(reason && { reason }) },
      }),
    ]);
    return undefined;
  };

interface LeaveSchool {
  readonly personId: PersonId;
  readonly uai: Uai;
  readonly lastDay: LocalDate;
  readonly by: Deciding;
  readonly reason?: string | undefined;
}

/** Records that a person leaves a school: all their engagements there end on that day, in one commit. A
 *  principal cannot end engagements on which the DANE decided. Returns the engagements that ended. Throws
 *  `own-engagement`, `reason-required`, `change-day-outside` where no engagement has both that day and a later
 *  one, `store-conflict`. */
const leaveSchool =
  (ports: Ports) =>
  async ({ personId, uai, lastDay, by, reason }: LeaveSchool): Promise<readonly Engagement[]> => {
    if (personId === by.personId) throw new DomainError('own-engagement');
    requireReason(by, reason);
    const { store, clock } = ports;
    return retryOnConflict(async () => {
      const [[record], contests] = await Promise.all([
        store.readPersonRecords([personId]),
        store.readContestsOfSchool(uai),
      ]);
      const ended = endedByDeparture(record?.engagements ?? [], { personId, uai, lastDay }).filter(
        ({ reference }) => by.as === 'dane' || !isSettled(reference, contests),
      );
      if (ended.length === 0) throw new DomainError('change-day-outside', { field: 'lastDay' });
      const at = clock.now();
      const change = { kind: 'end' as const, to: lastDay };
      const written: Change[] = [];
      const subjectIds: string[] = [];
      for (const engagement of ended) {
        const decided = await changesOfEngagement(ports, { engagement, change, by, reason, at });
        written.push(...decided.changes);
        subjectIds.push(...decided.subjectIds);
      }
      await store.commit([...written, ...decisionMail(ports, { personId }, subjectIds, at)]);
      return ended;
    });
  };

/** One mail to the teacher about everything that was decided together. */
function decisionMail(
  ports: Ports,
  { personId }: Pick<Engagement, 'personId'>,
  subjectIds: readonly string[],
  at: Instant,
): readonly Change[] {
  return mailAbout(ports, { kind: 'decision', personId, subjectIds, at });
}

function requireReason({ as }: Deciding, reason: string | undefined): void {
  if (as === 'dane' && !reason) throw new DomainError('reason-required');
  refuseNumen(reason);
}

function requireSeen(engagement: Engagement, seen: string | undefined): void {
  if (seen !== undefined && seen !== toSeen(engagement)) {
    throw new DomainError('store-conflict', { constraint: 'engagement_seen' });
  }
}

export const engagementChangeServices = useCases({
  proposeChange,
  withdrawChange,
  changeEngagement,
  settleChange,
  leaveSchool,
});
