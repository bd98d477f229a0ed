import { audit } from '../domain/audit.ts';
import type { Change } from '../domain/change/change.ts';
import { compact } from '../domain/compact.ts';
import { isUnanswered } from '../domain/engagement/mission-proposal.ts';
import { type ClosurePlan, continueAt, planClosure } from '../domain/engagement/school-closure.ts';
import { DomainError } from '../domain/errors.ts';
import type { Engagement, Establishment } from '../domain/records.ts';
import { fromDayNumber, type Instant, type LocalDate, toDayNumber } from '../domain/time/time.ts';
import type { Uai } from '../domain/uai.ts';
import { askHeads } from './confirmations/ask-principals.ts';
import { changesOfSegment, type Deciding } from './engagements/change-of-segment.ts';
import { changesOfWithdrawal } from './engagements/missions.ts';
import { readOpenSchool, readSchool, schoolAsRead } from './engagements/open-school.ts';
import { mailAbout } from './mail/queue-mail.ts';
import type { Store } from './ports.ts';
import type { Ports } from './service-ports.ts';
import { onceMore } from './store/once-more.ts';
import { useCases } from './use-cases.ts';

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
 *  that is the same or closed, `closure-blocked` where a segment must be settled before, `own-engagement`. */
const closeSchool =
  (ports: Ports) =>
  (command: CloseSchool): Promise<ClosurePlan> =>
    onceMore(async () => {
      const { store, clock } = ports;
      const { uai, on, successor, by, reason } = command;
      const school = await readSchool(store, uai);
      if (school.closedOn) throw new DomainError('settled-meanwhile');
      if (successor === uai) throw new DomainError('same-establishment');
      const next = successor && (await readOpenSchool(store, { uai: successor, from: dayAfter(on) }));
      const plan = planClosure(await readEngagementsAt(store, uai), { uai, on });
      if (plan.blocked.length > 0) throw new DomainError('closure-blocked', { blocked: plan.blocked.length });
      const at = clock.now();
      await store.commit([
        ...schoolAsRead(school),
        { kind: 'establishment-saved', establishment: compact({ ...school, closedOn: on, successor }) },
        ...(await changesOfEnds(ports, command, plan, at)),
        ...(next ? await changesOfSuccession(ports, { plan, next, command, at }) : []),
        ...(await changesOfWaiting(store, command, at)),
        ...(await changesOfHeads(store, command, at)),
        audit('establishment-closed', {
          at,
          actor: by.personId,
          subject: uai,
          details: compact({ on, successor, reason, ended: plan.ends.length }),
        }),
      ]);
      return plan;
    });

/** Takes a closure back. Segments that it ended stay ended, and are corrected one by one. Throws
 *  `unknown-establishment`, `settled-meanwhile` where the school is open. */
const reopenSchool =
  ({ store, clock }: Ports) =>
  ({ uai, by }: { readonly uai: Uai; readonly by: Deciding }): Promise<void> =>
    onceMore(async () => {
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
    const [engagements, proposals, invitations, heads] = await Promise.all([
      readEngagementsAt(store, uai),
      store.readMissionProposalsAt(uai),
      store.readMissionInvitationsAt(uai),
      store.readHeadsOf(uai),
    ]);
    const waiting = proposals.filter(isUnanswered).length + invitations.length;
    return { school, ...planClosure(engagements, { uai, on }), waiting, heads };
  };

async function readEngagementsAt(store: Store, uai: Uai): Promise<readonly Engagement[]> {
  const [record] = await store.readEstablishmentRecords([uai]);
  return (record?.people ?? []).flatMap(({ engagements }) => engagements);
}

const dayAfter = (day: LocalDate) => fromDayNumber(toDayNumber(day) + 1);

/** The segments that end on the last day, and one mail to each of their teachers. */
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
      const decided = await changesOfSegment(ports, { engagement, change, by, reason, at });
      changes.push(...decided.changes);
      subjectIds.push(...decided.subjectIds);
    }
    changes.push(...mailAbout(ports, { kind: 'decision', personId, subjectIds, at }));
  }
  return changes;
}

interface Succession {
  readonly plan: ClosurePlan;
  readonly next: Establishment;
  readonly command: CloseSchool;
  readonly at: Instant;
}

/** The segments that go on at the other school, each of which its head is asked to confirm. */
async function changesOfSuccession(
  ports: Ports,
  { plan, next, command, at }: Succession,
): Promise<readonly Change[]> {
  const { uai } = next;
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

/** Proposals and invitations of the school that nobody answered are withdrawn. */
async function changesOfWaiting(
  store: Store,
  { uai, by }: CloseSchool,
  at: Instant,
): Promise<readonly Change[]> {
  const proposals = await store.readMissionProposalsAt(uai);
  const invitations = await store.readMissionInvitationsAt(uai);
  const withdrawal = { by: by.personId, at };
  return [
    ...proposals.filter(isUnanswered).flatMap((one) => changesOfWithdrawal(one, withdrawal)),
    ...invitations.flatMap(({ id }): readonly Change[] => [
      { kind: 'mission-invitation-settled', id },
      audit('mission-invitation-withdrawn', {
        at,
        actor: by.personId,
        subject: uai,
        details: { invitation: id },
      }),
    ]),
  ];
}

/** Nobody heads a school that is closed. */
async function changesOfHeads(
  store: Store,
  { uai, by }: CloseSchool,
  at: Instant,
): Promise<readonly Change[]> {
  const headships = await store.readHeadships([uai]);
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
