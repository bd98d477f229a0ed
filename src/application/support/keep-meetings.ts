import { type AuditAction, audit } from '../../domain/audit.ts';
import type { Change } from '../../domain/change/change.ts';
import { DomainError } from '../../domain/errors.ts';
import {
  cancelMeeting as cancel,
  isMeetingOpen,
  type MeetingSide,
  moveMeeting as move,
  type SchoolMeeting,
} from '../../domain/event/school-meeting.ts';
import type { PersonId } from '../../domain/ids.ts';
import { meetingSubject } from '../../domain/mail/mail-subject.ts';
import type { LocalDate } from '../../domain/time/time.ts';
import type { Uai } from '../../domain/uai.ts';
import { mailAbout } from '../mail/mail-about.ts';
import type { Ports } from '../service-ports.ts';
import { onceMore } from '../store/once-more.ts';
import { tellDane } from './tell-dane.ts';

/** The person who acts, and their side. */
export interface MeetingActor {
  readonly by: PersonId;
  readonly side: MeetingSide;
}

interface AskMeeting extends MeetingActor {
  readonly uai: Uai;
  readonly day?: LocalDate | undefined;
  readonly words?: string | undefined;
}

/** Asks for the yearly meeting of a school, and tells the other side. Throws `unknown-establishment`, and
 *  `meeting-waits` where a meeting there is still to be held. */
export const askMeeting =
  (ports: Ports) =>
  (asked: AskMeeting): Promise<SchoolMeeting> =>
    onceMore(async () => {
      const { by, side, uai, day, words } = asked;
      const [[school], meetings] = await Promise.all([
        ports.store.readEstablishments([uai]),
        ports.store.readSchoolMeetingsAt(uai),
      ]);
      if (!school) throw new DomainError('unknown-establishment', { uai });
      if (meetings.some(isMeetingOpen)) throw new DomainError('meeting-waits');
      const meeting: SchoolMeeting = {
        ...{ id: ports.ids.uuid(), uai, askedBy: by, askedAt: ports.clock.now(), revision: 0 },
        ...(words && { words }),
        ...(day ? { state: 'proposed', proposedBy: side, day } : { state: 'asked' }),
      };
      await ports.store.commit([
        { kind: 'school-meeting-asked', meeting },
        ...(await tellOtherSide(ports, meeting, side)),
        auditedMeeting(ports, 'meeting-asked', { meeting, by }),
      ]);
      return meeting;
    });

/** Proposes a day, sets it, or accepts the day that the other side proposed. Throws `not-found`,
 *  `meeting-settled`, `store-conflict`. */
export const moveMeeting =
  (ports: Ports) =>
  async (
    asked: MeetingActor & { readonly id: string; readonly day: LocalDate; readonly settles: boolean },
  ): Promise<void> => {
    const { by, side, id, day, settles } = asked;
    const meeting = move(await requireMeeting(ports, id), { side, day, settles });
    await ports.store.commit([
      { kind: 'school-meeting-changed', meeting },
      ...(await tellOtherSide(ports, meeting, side)),
      auditedMeeting(ports, 'meeting-moved', { meeting, by }),
    ]);
  };

/** Cancels a meeting that was not held, for either side. Throws `not-found`, `meeting-settled`,
 *  `store-conflict`. */
export const cancelMeeting =
  (ports: Ports) =>
  async ({ id, by, side }: MeetingActor & { readonly id: string }): Promise<void> => {
    const meeting = cancel(await requireMeeting(ports, id));
    await ports.store.commit([
      { kind: 'school-meeting-changed', meeting },
      ...(await tellOtherSide(ports, meeting, side)),
      auditedMeeting(ports, 'meeting-cancelled', { meeting, by }),
    ]);
  };

/** The meeting with this id. Throws `not-found`. */
export async function requireMeeting({ store }: Ports, id: string): Promise<SchoolMeeting> {
  const meeting = await store.readSchoolMeeting(id);
  if (!meeting) throw new DomainError('not-found');
  return meeting;
}

/** The mails to the principals of the school, or to the agents of the DANE. */
export async function tellOtherSide(
  ports: Ports,
  { id, uai }: SchoolMeeting,
  side: MeetingSide,
): Promise<readonly Change[]> {
  const mail = { kind: 'support' as const, subjectIds: [meetingSubject(id)], at: ports.clock.now() };
  if (side === 'principal') return tellDane(ports, mail);
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
