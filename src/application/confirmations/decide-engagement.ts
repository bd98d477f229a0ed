import { audit } from '../../domain/audit/entry.ts';
import type { Change } from '../../domain/change/union.ts';
import {
  type ConfirmationOutcome,
  type Decider,
  decideConfirmation,
  type PrincipalDecision,
} from '../../domain/confirmation/confirm.ts';
import { toSeen } from '../../domain/engagement/fields.ts';
import { isToRenew } from '../../domain/engagement/renewal.ts';
import type { RoleSettlement, SettledConflicts } from '../../domain/engagement/resolve-role-conflict.ts';
import type { RoleConflict } from '../../domain/engagement/role-conflict.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import { formatSubject } from '../../domain/mail/subject.ts';
import type { Engagement } from '../../domain/records.ts';
import { type Instant, localDateInParis } from '../../domain/time/calendar.ts';
import { schoolYearOf } from '../../domain/time/school-year.ts';
import type { Uai } from '../../domain/uai.ts';
import { type Contest, isOpen } from '../../features/contests/feature.ts';
import { mailAbout } from '../mail/queue.ts';
import type { Ports } from '../service-ports.ts';
import { useCases } from '../use-cases.ts';

interface SchoolCommand {
  readonly uai: Uai;
  readonly by: Decider;
  /** The engagements shown before the decision, each as text (`toSeen`). Absent if nothing is to be
   *  compared. */
  readonly seen?: readonly string[];
}

interface DecideCommand extends SchoolCommand {
  readonly reference: string;
  readonly decision: PrincipalDecision;
  /** The decision on each single role that another person holds. */
  readonly settlements?: readonly RoleSettlement[];
}

/** Records a principal's first or later decision on an engagement of their school. Where a clash has no
 *  settlement, the clash is returned and nothing is written. Throws `not-found` where the school has no such
 *  engagement, `own-engagement`, `contest-decided`, `role-day-outside`, `store-conflict`. */
const decideEngagement =
  (ports: Ports) =>
  async (command: DecideCommand): Promise<ConfirmationOutcome> => {
    const { store, clock, ids } = ports;
    const { uai, by, decision, settlements = [] } = command;
    const [engagement] = await store.readEngagements([command.reference]);
    if (engagement?.uai !== uai) throw new DomainError('not-found');
    checkSeen([engagement], command.seen);
    const [others, contests] = await Promise.all([
      store.readSingleRoleEngagements([engagement]),
      store.readContestsOfSchool(uai),
    ]);
    const at = clock.now();
    const on = localDateInParis(at);
    const confirmationCase = { engagement, by, on, others, contests, settlements };
    const outcome = decideConfirmation(confirmationCase, decision);
    if (outcome.kind === 'clash') return outcome;
    const isContest = decision.kind === 'contest';
    await store.commit([
      ...roleChanges(ports, outcome.cuts, { actor: by.personId, at }),
      ...changesOf(engagement, outcome, { by, at }),
      ...contestChange(engagement, { contests, decision, by, at, id: ids.uuid() }),
      ...mailAbout(ports, {
        kind: isContest ? 'contest' : 'decision',
        personId: engagement.personId,
        subjectIds: [command.reference, ...roleSubjects(outcome.applied)],
        at,
      }),
    ]);
    return outcome;
  };

/** The result of confirming several engagements together. */
export interface ConfirmedTogether {
  readonly confirmed: readonly Engagement[];
  /** Engagements left unchanged because of a clash. */
  readonly clashes: readonly { readonly engagement: Engagement; readonly clash: RoleConflict }[];
  /** Number of references that are not waiting requests which this principal may confirm. */
  readonly ignored: number;
}

/** Confirms each of these requests that has no clash, and confirms again those that are to be renewed: their
 *  reservation stays. Each confirmed engagement counts as a holder for the engagements after it. References that wait
 *  for no confirmation of the school, or are the principal's own, are ignored. Throws `store-conflict` where an engagement differs from the one that was shown. */
const confirmTogether =
  (ports: Ports) =>
  async (command: SchoolCommand & { readonly references: readonly string[] }): Promise<ConfirmedTogether> => {
    const { store, clock } = ports;
    const { uai, by } = command;
    const found = await store.readEngagements(command.references);
    const at = clock.now();
    const on = localDateInParis(at);
    const waits = (one: Engagement) => one.confirmation === 'requested' || isToRenew(one, schoolYearOf(on));
    const waiting = found.filter((one) => one.uai === uai && waits(one) && one.personId !== by.personId);
    checkSeen(waiting, command.seen);
    const holders = [...(await store.readSingleRoleEngagements(waiting))];
    const changes: Change[] = [];
    const confirmed: Engagement[] = [];
    const clashes: ConfirmedTogether['clashes'][number][] = [];
    for (const engagement of waiting) {
      const confirmationCase = { engagement, by, on, others: holders, contests: [] };
      const outcome = decideConfirmation(confirmationCase, withItsReservation(engagement));
      if (outcome.kind === 'clash') clashes.push({ engagement, clash: outcome.clash });
      else {
        changes.push(...changesOf(engagement, outcome, { by, at }));
        const { personId, reference } = engagement;
        changes.push(...mailAbout(ports, { kind: 'decision', personId, subjectIds: [reference], at }));
        holders.push(outcome.engagement);
        confirmed.push(outcome.engagement);
      }
    }
    await store.commit(changes);
    return { confirmed, clashes, ignored: new Set(command.references).size - waiting.length };
  };

function withItsReservation({ confirmation, reservation = '' }: Engagement): PrincipalDecision {
  return confirmation === 'confirmed-with-reservation'
    ? { kind: 'reserve', reservation }
    : { kind: 'confirm' };
}

function checkSeen(decided: readonly Engagement[], seen: readonly string[] = []): void {
  if (seen.length > 0 && !decided.every((one) => seen.includes(toSeen(one)))) {
    throw new DomainError('store-conflict', { constraint: 'engagement_seen' });
  }
}

function changesOf(
  asRead: Engagement,
  { engagement, cutOff }: Pick<SettledConflicts, 'engagement' | 'cutOff'>,
  { by, at }: { readonly by: Decider; readonly at: Instant },
): readonly Change[] {
  const { reference, personId, uai, confirmation } = engagement;
  return [
    { kind: 'engagement-decided', asRead, engagement, cutOff },
    audit(`engagement-${confirmation}`, {
      at,
      actor: by.personId,
      subject: personId,
      details: { reference, uai },
    }),
  ];
}

interface ContestMove {
  readonly contests: readonly Contest[];
  readonly decision: PrincipalDecision;
  readonly by: Decider;
  readonly at: Instant;
  readonly id: string;
}

/** The contest that a decision opens or withdraws: contesting opens one, and confirming withdraws an open
 *  one. */
function contestChange(
  { reference, personId, uai }: Engagement,
  { contests, decision, by, at, id }: ContestMove,
): readonly Change[] {
  if (decision.kind === 'contest') {
    const { motive } = decision;
    const opening = { motive, openedBy: by.personId, openedAt: at };
    return [
      { kind: 'contest-opened', contest: { id, engagementReference: reference, personId, uai, ...opening } },
    ];
  }
  const open = contests.find((one) => one.engagementReference === reference && isOpen(one));
  return open ? [{ kind: 'contest-withdrawn', id: open.id, at }] : [];
}

interface Settling {
  readonly actor: PersonId;
  readonly at: Instant;
}

/** The changes for the former holders of settled single roles: their engagements are cut, and each of them gets
 *  a mail and an audit entry. In the commit they come before the newcomer's decision, which then finds the
 *  role free. */
export function roleChanges(
  ports: Ports,
  cuts: SettledConflicts['cuts'],
  { actor, at }: Settling,
): readonly Change[] {
  return cuts.flatMap(({ asRead, engagement, cutOff, lost }): readonly Change[] => {
    const { reference, personId, uai } = asRead;
    const details = { reference, uai, roles: lost.join(' ') };
    return [
      { kind: 'engagement-cut', asRead, engagement, cutOff },
      ...mailAbout(ports, {
        kind: 'decision',
        personId,
        subjectIds: [reference, ...lost.map((role) => formatSubject({ kind: 'role-lost', id: role }))],
        at,
      }),
      audit('engagement-role-taken', { at, actor, subject: personId, details }),
    ];
  });
}

/** The mail subjects about the settled roles, for the newcomer. */
export function roleSubjects(applied: readonly RoleSettlement[]): readonly string[] {
  return applied.map(({ kind, role }) =>
    formatSubject({ kind: kind === 'newcomer-takes' ? 'role-given' : 'role-refused', id: role }),
  );
}

export const confirmationServices = useCases({ decideEngagement, confirmTogether });
