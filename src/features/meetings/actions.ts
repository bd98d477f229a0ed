import { requireSchoolOpen } from '../../application/engagements/open-school.ts';
import { mailAbout } from '../../application/mail/queue.ts';
import type { Ports } from '../../application/service-ports.ts';
import { retryOnConflict, useCases } from '../../application/use-cases.ts';
import type { AuditAction } from '../../domain/audit/actions.ts';
import { audit } from '../../domain/audit/entry.ts';
import type { Change } from '../../domain/change/union.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import { formatSubject } from '../../domain/mail/subject.ts';
import type { Engagement, Event } from '../../domain/records.ts';
import type { LocalDate } from '../../domain/time/calendar.ts';
import type { Uai } from '../../domain/uai.ts';
import { notifyDane } from '../support/actions.ts';
import {
  cancelMeeting as cancel,
  holdMeeting as hold,
  isMeetingOpen,
  type MeetingNotes,
  type MeetingSide,
  moveMeeting as move,
  reopenMeeting,
  type SchoolMeeting,
} from './feature.ts';
import { schoolMeetingTitle } from './texts.ts';

/** The person who acts, and their side. */
interface MeetingActor {
  readonly by: PersonId;
  readonly side: MeetingSide;
}

interface AskMeeting extends MeetingActor {
  readonly uai: Uai;
  readonly day?: LocalDate | undefined;
  readonly words?: string | undefined;
}

/** Asks for the yearly meeting of a school, and tells the other side. Throws `unknown-establishment`, `establishment-closed`, and
 *  `meeting-waits` where a meeting there is still to be held. */
const askMeeting =
  (ports: Ports) =>
  (requested: AskMeeting): Promise<SchoolMeeting> =>
    retryOnConflict(async () => {
      const { by, side, uai, day, words } = requested;
      const [openPrecondition, meetings] = await Promise.all([
        requireSchoolOpen(ports.store, { uai, until: undefined }),
        ports.store.readSchoolMeetingsAt(uai),
      ]);
      if (meetings.some(isMeetingOpen)) throw new DomainError('meeting-waits');
      const meeting: SchoolMeeting = {
        ...{ id: ports.ids.uuid(), uai, askedBy: by, askedAt: ports.clock.now(), revision: 0 },
        ...(words && { words }),
        ...(day ? { state: 'proposed', proposedBy: side, day } : { state: 'asked' }),
      };
      await ports.store.commit([
        ...openPrecondition,
        { kind: 'school-meeting-asked', meeting },
        ...(await notifyOtherParty(ports, meeting, side)),
        auditedMeeting(ports, 'meeting-asked', { meeting, by }),
      ]);
      return meeting;
    });

/** Proposes a day, sets it, or accepts the day that the other side proposed. Throws `not-found`,
 *  `meeting-settled`, `store-conflict`. */
const moveMeeting =
  (ports: Ports) =>
  async (
    requested: MeetingActor & { readonly id: string; readonly day: LocalDate; readonly settles: boolean },
  ): Promise<void> => {
    const { by, side, id, day, settles } = requested;
    const meeting = move(await requireMeeting(ports, id), { side, day, settles });
    await ports.store.commit([
      { kind: 'school-meeting-changed', meeting },
      ...(await notifyOtherParty(ports, meeting, side)),
      auditedMeeting(ports, 'meeting-moved', { meeting, by }),
    ]);
  };

/** Cancels a meeting that was not held, for either side. Throws `not-found`, `meeting-settled`,
 *  `store-conflict`. */
const cancelMeeting =
  (ports: Ports) =>
  async ({ id, by, side }: MeetingActor & { readonly id: string }): Promise<void> => {
    const meeting = cancel(await requireMeeting(ports, id));
    await ports.store.commit([
      { kind: 'school-meeting-changed', meeting },
      ...(await notifyOtherParty(ports, meeting, side)),
      auditedMeeting(ports, 'meeting-cancelled', { meeting, by }),
    ]);
  };

/** The meeting with this id. Throws `not-found`. */
async function requireMeeting({ store }: Ports, id: string): Promise<SchoolMeeting> {
  const meeting = await store.readSchoolMeeting(id);
  if (!meeting) throw new DomainError('not-found');
  return meeting;
}

/** The mails to the principals of the school, or to the agents of the DANE. */
export async function notifyOtherParty(
  ports: Ports,
  { id, uai }: SchoolMeeting,
  side: MeetingSide,
): Promise<readonly Change[]> {
  const mail = {
    kind: 'support' as const,
    subjectIds: [formatSubject({ kind: 'meeting', id })],
    at: ports.clock.now(),
  };
  if (side === 'principal') return notifyDane(ports, mail);
  const heads = await ports.store.readHeadsOf(uai);
  return heads.flatMap((personId) => mailAbout(ports, { ...mail, personId }));
}

export function auditedMeeting(
  { clock }: Ports,
  action: AuditAction,
  { meeting, by }: { readonly meeting: SchoolMeeting; readonly by: PersonId },
): Change {
  const { id, uai, state } = meeting;
  return audit(action, { at: clock.now(), actor: by, subject: id, details: { uai, state } });
}

/** The most people present. No school has so many RUPN. */
const MOST_PRESENT = 200;

/** The proof of an attendance: the organiser's list (3) from the DANE, a local sheet (1) from a principal
 *  (docs/rules.md, The meeting in the school). */
const PROOF = { dane: 3, principal: 1 } as const satisfies Record<MeetingSide, number>;

export interface HoldMeeting extends MeetingActor {
  readonly id: string;
  readonly day: LocalDate;
  readonly notes: MeetingNotes;
  readonly present: readonly PersonId[];
}

/** Records that the meeting was held, or corrects its record. The event of the school and the attendances are
 *  written in the same commit. The caller has checked that the day is not in the future. Throws `not-found`,
 *  `meeting-settled`, `not-allowed`, `meeting-not-engaged` where someone present had no engagement there on
 *  that day, `store-conflict`. */
const holdMeeting =
  (ports: Ports) =>
  async ({ id, by, side, day, notes, present }: HoldMeeting): Promise<void> => {
    const before = await requireMeeting(ports, id);
    const [[school], [record]] = await Promise.all([
      ports.store.readSchoolsByUai([before.uai]),
      ports.store.readSchoolRecords([before.uai]),
    ]);
    const engagements = record?.people.flatMap((one) => one.engagements) ?? [];
    const there = engagedOn(engagements, before.uai, day);
    if (present.some((one) => !there.has(one))) throw new DomainError('meeting-not-engaged');
    const eventCode = before.held?.eventCode ?? `ETAB-${before.uai}-${id.slice(0, 8)}`;
    const at = ports.clock.now();
    const meeting = hold(before, { day, held: { notes, by, as: side, at, eventCode } });
    const event: Event = {
      ...{ code: eventCode, kind: 'EV-ETAB', title: schoolMeetingTitle(school?.name ?? before.uai) },
      ...{ startsOn: day, tags: [], uai: before.uai },
    };
    await ports.store.commit([
      { kind: 'event-saved', event },
      { kind: 'school-meeting-changed', meeting },
      ...(await attendances(ports, { meeting, present, side, by })),
      ...(before.held ? [] : await notifyOtherParty(ports, meeting, side)),
      auditedMeeting(ports, before.held ? 'meeting-corrected' : 'meeting-held', { meeting, by }),
    ]);
  };

/** Removes the record that the meeting was held, with its event and attendances. Throws `not-found`,
 *  `meeting-settled`, `not-allowed`, `store-conflict`. */
const takeMeetingBack =
  (ports: Ports) =>
  ({ id, by, side }: MeetingActor & { readonly id: string }): Promise<void> =>
    retryOnConflict(async () => {
      const before = await requireMeeting(ports, id);
      const meeting = reopenMeeting(before, side);
      const code = before.held?.eventCode ?? '';
      const at = ports.clock.now();
      const listed = await ports.store.readEventAttendances(code, { limit: MOST_PRESENT });
      await ports.store.commit([
        { kind: 'school-meeting-changed', meeting },
        { kind: 'event-removed', code, attended: listed.map(({ personId }) => personId) },
        ...listed.map(({ personId }) =>
          audit('attendance-removed', { at, actor: by, subject: personId, details: { event: code } }),
        ),
        auditedMeeting(ports, 'meeting-taken-back', { meeting, by }),
      ]);
    });

/** The people who have, at the school on that day, an engagement that no one contests. */
export function engagedOn(
  engagements: readonly Engagement[],
  uai: string,
  day: LocalDate,
): ReadonlySet<PersonId> {
  const running = engagements.filter(
    ({ uai: of, confirmation, period: { from, to } }) =>
      of === uai && confirmation !== 'contested' && from <= day && (!to || to >= day),
  );
  return new Set(running.map(({ personId }) => personId));
}

interface Presence {
  readonly meeting: SchoolMeeting;
  readonly present: readonly PersonId[];
  readonly side: MeetingSide;
  readonly by: PersonId;
}

/** The attendances of the people who were present. Those of people noted by mistake are removed. */
async function attendances(
  { store, clock }: Ports,
  { meeting, present, side, by }: Presence,
): Promise<readonly Change[]> {
  const eventCode = meeting.held?.eventCode ?? '';
  const at = clock.now();
  const listed = await store.readEventAttendances(eventCode, { limit: MOST_PRESENT });
  const proof = PROOF[side];
  const details = { event: eventCode };
  const gone = listed.filter(({ personId }) => !present.includes(personId));
  return [
    ...present.flatMap((personId): readonly Change[] => [
      { kind: 'attendance-saved', attendance: { personId, eventCode, proof } },
      audit('attendance-saved', { at, actor: by, subject: personId, details: { ...details, proof } }),
    ]),
    ...gone.flatMap(({ personId }): readonly Change[] => [
      { kind: 'attendance-removed', personId, eventCode },
      audit('attendance-removed', { at, actor: by, subject: personId, details }),
    ]),
  ];
}

export const meetingServices = useCases({
  askMeeting,
  moveMeeting,
  cancelMeeting,
  holdMeeting,
  takeMeetingBack,
});
