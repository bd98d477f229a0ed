import { audit } from '../../domain/audit.ts';
import type { Change } from '../../domain/change/change.ts';
import { DomainError } from '../../domain/errors.ts';
import {
  holdMeeting as hold,
  type MeetingNotes,
  type MeetingSide,
  reopenMeeting,
  type SchoolMeeting,
} from '../../domain/event/school-meeting.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Engagement, Event } from '../../domain/records.ts';
import type { LocalDate } from '../../domain/time/time.ts';
import { schoolMeetingTitle } from '../../texts/fr/school-meetings.ts';
import type { Ports } from '../service-ports.ts';
import { onceMore } from '../store/once-more.ts';
import { auditedMeeting, type MeetingActor, requireMeeting, tellOtherSide } from './keep-meetings.ts';

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
 *  `meeting-settled`, `not-allowed`, `meeting-not-engaged` where somebody present had no engagement there on
 *  that day, `store-conflict`. */
export const holdMeeting =
  (ports: Ports) =>
  async ({ id, by, side, day, notes, present }: HoldMeeting): Promise<void> => {
    const before = await requireMeeting(ports, id);
    const [[school], [record]] = await Promise.all([
      ports.store.readEstablishments([before.uai]),
      ports.store.readEstablishmentRecords([before.uai]),
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
      ...(before.held ? [] : await tellOtherSide(ports, meeting, side)),
      auditedMeeting(ports, before.held ? 'meeting-corrected' : 'meeting-held', { meeting, by }),
    ]);
  };

/** Removes the record that the meeting was held, with its event and attendances. Throws `not-found`,
 *  `meeting-settled`, `not-allowed`, `store-conflict`. */
export const takeMeetingBack =
  (ports: Ports) =>
  ({ id, by, side }: MeetingActor & { readonly id: string }): Promise<void> =>
    onceMore(async () => {
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

/** The people who have, at the school on that day, an engagement that nobody contests. */
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
