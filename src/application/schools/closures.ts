import { audit } from '../../domain/audit/entry.ts';
import type { Change } from '../../domain/change/union.ts';
import { type ClosurePlan, continueAt, planClosure } from '../../domain/engagement/school-closure.ts';
import { DomainError } from '../../domain/errors.ts';
import { compact } from '../../domain/text/omit-undefined.ts';
import type { Instant, LocalDate } from '../../domain/time/calendar.ts';
import type { Uai } from '../../domain/uai.ts';
import { isMeetingOpen } from '../../features/meetings/feature.ts';
import { changesOfWithdrawal } from '../../features/mission-proposals/actions.ts';
import { isProposalOpen } from '../../features/mission-proposals/feature.ts';
import { askHeads } from '../confirmations/request-from-principals.ts';
import { changesOfEngagement, type Deciding } from '../engagements/change.ts';
import { readSchool, requireSchoolOpen, schoolAsRead } from '../engagements/open-school.ts';
import { mailAbout } from '../mail/queue.ts';
import type { Store } from '../ports.ts';
import type { Ports } from '../service-ports.ts';
import { retryOnConflict, useCases } from '../use-cases.ts';
import { changesOfMeetings, changesOfRequests } from './leave-school.ts';

interface CloseSchool {
  readonly uai: Uai;
  /** Its last day. */
  readonly on: LocalDate;
  /** The school that takes over, where two become one. */
  readonly successor?: Uai | undefined;
  readonly reason: string;
  readonly by: Deciding;
}

/** Closes a school (docs/rules.md, Schools that close), in one commit. Throws `unknown-establishment`,
 *  `settled-meanwhile` where it is closed already, `same-establishment` and `establishment-closed` for a successor
 *  that is the same or closed, `closure-blocked` where an engagement must be settled before, `own-engagement`. */
const closeSchool =
  (ports: Ports) =>
  (command: CloseSchool): Promise<ClosurePlan> =>
    retryOnConflict(async () => {
      const { store, clock } = ports;
      const { uai, on, successor, by, reason } = command;
      const school = await readSchool(store, uai);
      if (school.closedOn) throw new DomainError('settled-meanwhile');
      if (successor === uai) throw new DomainError('same-establishment');
      const [openPrecondition, here] = await Promise.all([
        successor === undefined ? [] : requireSchoolOpen(store, { uai: successor, until: undefined }),
        readAtSchool(store, uai),
      ]);
      const plan = planClosure(here.engagements, { uai, on });
      if (plan.blocked.length > 0) throw new DomainError('closure-blocked', { blocked: plan.blocked.length });
      const at = clock.now();
      await store.commit([
        ...schoolAsRead(school),
        ...openPrecondition,
        { kind: 'school-as-planned', uai, on, ids: idsOf(here, plan) },
        { kind: 'establishment-saved', establishment: compact({ ...school, closedOn: on, successor }) },
        ...(await changesOfEnds(ports, command, plan, at)),
        ...(successor ? await changesOfSuccession(ports, { plan, uai: successor, command, at }) : []),
        ...changesOfWaiting(here, command, at),
        ...(await changesOfHeads(store, here, command, at)),
        ...changesOfRequests(ports, here.requests, { successor, reason, by: by.personId, at }),
        ...(await changesOfMeetings(ports, here.meetings, { successor, reason, by: by.personId, at })),
        audit('establishment-closed', {
          at,
          actor: by.personId,
          subject: uai,
          details: compact({ on, successor, reason, ended: plan.ends.length }),
        }),
      ]);
      return plan;
    });

/** Takes a closure back. Engagements that it ended stay ended, and are corrected one by one. Throws
 *  `unknown-establishment`, `settled-meanwhile` where the school is open. */
const reopenSchool =
  ({ store, clock }: Ports) =>
  ({ uai, by }: { readonly uai: Uai; readonly by: Deciding }): Promise<void> =>
    retryOnConflict(async () => {
      const closed = await readSchool(store, uai);
      if (!closed.closedOn) throw new DomainError('settled-meanwhile');
      const { closedOn: _day, successor: _next, ...school } = closed;
      await store.commit([
        ...schoolAsRead(closed),
        { kind: 'establishment-saved', establishment: school },
        audit('establishment-reopened', { at: clock.now(), actor: by.personId, subject: uai }),
      ]);
    });

/** What a closure on that day would do. Throws `unknown-establishment`. */
const readClosure =
  ({ store }: Ports) =>
  async ({ uai, on }: { readonly uai: Uai; readonly on: LocalDate }) => {
    const school = await readSchool(store, uai);
    const here = await readAtSchool(store, uai);
    return { school, ...planClosure(here.engagements, { uai, on }), here };
  };

/** What goes on at a school, and ends or moves with it. */
async function readAtSchool(store: Store, uai: Uai) {
  const [[record], proposals, invitations, headships, requests, meetings, newcomers] = await Promise.all([
    store.readSchoolRecords([uai]),
    store.readMissionProposalsAt(uai),
    store.readMissionInvitationsAt(uai),
    store.readHeadships([uai]),
    store.readUnendedSupportAt(uai),
    store.readSchoolMeetingsAt(uai),
    store.readNewcomersAt(uai),
  ]);
  return {
    engagements: (record?.people ?? []).flatMap(({ engagements }) => engagements),
    proposals: proposals.filter(isProposalOpen),
    ...{ invitations, headships, requests, newcomers },
    meetings: meetings.filter(isMeetingOpen),
  };
}

type AtSchool = Awaited<ReturnType<typeof readAtSchool>>;

function idsOf(here: AtSchool, { ends }: ClosurePlan): readonly string[] {
  const { proposals, invitations, requests, meetings, newcomers } = here;
  return [
    ...ends.map(({ reference }) => reference),
    ...[proposals, invitations, requests, meetings, newcomers].flat().map(({ id }) => id),
    ...here.headships.map(({ personId }) => personId),
  ];
}

/** The engagements that end on the last day, and one mail to each of their teachers. */
async function changesOfEnds(
  ports: Ports,
  { on, by, reason }: CloseSchool,
  { ends }: ClosurePlan,
  at: Instant,
): Promise<readonly Change[]> {
  const changes: Change[] = [];
  for (const [personId, own] of Map.groupBy(ends, (one) => one.personId)) {
    const subjectIds: string[] = [];
    for (const engagement of own) {
      const change = { kind: 'end' as const, to: on };
      const decided = await changesOfEngagement(ports, { engagement, change, by, reason, at });
      changes.push(...decided.changes);
      subjectIds.push(...decided.subjectIds);
    }
    changes.push(...mailAbout(ports, { kind: 'decision', personId, subjectIds, at }));
  }
  return changes;
}

interface Succession {
  readonly plan: ClosurePlan;
  /** The school that takes over. */
  readonly uai: Uai;
  readonly command: CloseSchool;
  readonly at: Instant;
}

/** The engagements that go on at the other school, each of which its head is asked to confirm. */
async function changesOfSuccession(
  ports: Ports,
  { plan, uai, command, at }: Succession,
): Promise<readonly Change[]> {
  const [first] = plan.ends;
  if (!first) return [];
  const continued = plan.ends.map((one) =>
    continueAt(one, { uai, after: command.on, reference: `J-${ports.ids.credentialId()}` }),
  );
  return [
    ...continued.flatMap((engagement): readonly Change[] => {
      const { reference, personId } = engagement;
      return [
        { kind: 'engagement-entered', engagement },
        { kind: 'confirmation-asked', request: { engagementReference: reference, requestedAt: at } },
        audit('engagement-entered', {
          at,
          actor: command.by.personId,
          subject: personId,
          details: { reference, uai, reason: command.reason },
        }),
      ];
    }),
    ...(await askHeads(ports, { uai, personId: first.personId }, at)),
  ];
}

/** Proposals and invitations of the school that no one answered are withdrawn. Newcomers who named it wait at the
 *  school that takes over, or say again where they come from. */
function changesOfWaiting(
  { proposals, invitations, newcomers }: AtSchool,
  { uai, by, successor }: CloseSchool,
  at: Instant,
): readonly Change[] {
  const withdrawal = { by: by.personId, at };
  return [
    ...proposals.flatMap((one) => changesOfWithdrawal(one, withdrawal)),
    ...invitations.flatMap(({ id }): readonly Change[] => [
      { kind: 'mission-invitation-settled', id },
      audit('mission-invitation-withdrawn', {
        at,
        actor: by.personId,
        subject: uai,
        details: { invitation: id },
      }),
    ]),
    ...newcomers.flatMap(({ id, request }): readonly Change[] => {
      if (!request) return [];
      if (successor) {
        return [{ kind: 'newcomer-said', id, request: { ...request, uai: successor }, replaces: request }];
      }
      return [
        { kind: 'sign-in-doubt-settled', id, askedAt: request.at },
        audit('sign-in-doubt-settled', { at, actor: by.personId, subject: id }),
      ];
    }),
  ];
}

/** No one heads a school that is closed. */
async function changesOfHeads(
  store: Store,
  { headships }: AtSchool,
  { uai, by }: CloseSchool,
  at: Instant,
): Promise<readonly Change[]> {
  const named = headships.filter(({ says }) => says === 'dane').map(({ personId }) => personId);
  const people = await store.readPeople(named);
  const declared = headships.filter(({ says }) => says === 'declaration');
  return [
    ...(people.length > 0
      ? [{ kind: 'records-as-read' as const, of: 'person' as const, records: people }]
      : []),
    ...people.map(({ headOf: _, ...person }) => ({ kind: 'person-saved' as const, person })),
    ...declared.flatMap(({ personId }): readonly Change[] => [
      { kind: 'headship-withdrawn', personId, uai },
      audit('headship-withdrawn', { at, actor: by.personId, subject: personId, details: { uai } }),
    ]),
  ];
}

export const closureServices = useCases({ closeSchool, reopenSchool, readClosure });
