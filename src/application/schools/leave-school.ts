import { audit } from '../../domain/audit/entry.ts';
import type { Change } from '../../domain/change/union.ts';
import type { PersonId } from '../../domain/ids.ts';
import { formatSubject } from '../../domain/mail/subject.ts';
import type { Instant } from '../../domain/time/calendar.ts';
import type { Uai } from '../../domain/uai.ts';
import { auditedMeeting, notifyOtherParty } from '../../features/meetings/actions.ts';
import { cancelMeeting, isMeetingOpen, type SchoolMeeting } from '../../features/meetings/feature.ts';
import {
  addText,
  endRequest,
  moveRequest,
  SUPPORT_BOUNDS,
  type SupportRequest,
} from '../../features/support/feature.ts';
import { mailAbout } from '../mail/queue.ts';
import type { Ports } from '../service-ports.ts';

interface Leaving {
  /** The school that takes over. */
  readonly successor: Uai | undefined;
  readonly reason: string;
  readonly by: PersonId;
  readonly at: Instant;
}

/** What becomes of the unended requests about a school that closes: they go on at the one that takes over, or else
 *  the DANE closes them with the reason, and their askers are told. */
export function changesOfRequests(
  ports: Ports,
  requests: readonly SupportRequest[],
  { successor, reason: text, by, at }: Leaving,
): readonly Change[] {
  return requests.flatMap((request): readonly Change[] => {
    const { id, personId } = request;
    const stated = { at, actor: by, subject: personId };
    if (successor) {
      return [
        { kind: 'support-changed', request: moveRequest(request, successor, at) },
        audit('support-moved', { ...stated, details: { id, uai: successor } }),
      ];
    }
    const isFull = request.messages.length >= SUPPORT_BOUNDS.messages;
    const word = { by, side: 'dane' as const, at, text, ends: true };
    return [
      {
        kind: 'support-changed',
        request: isFull ? endRequest(request, 'dane', at) : addText(request, word),
      },
      ...mailAbout(ports, {
        kind: 'support',
        personId,
        subjectIds: [formatSubject({ kind: 'support', id })],
        at,
      }),
      audit('support-ended', { ...stated, details: { id } }),
    ];
  });
}

/** What becomes of the meetings to be held at a school that closes: they are cancelled, and the first is asked for
 *  at the school that takes over, unless one is to be held there already. */
export async function changesOfMeetings(
  ports: Ports,
  meetings: readonly SchoolMeeting[],
  { successor, by }: Leaving,
): Promise<readonly Change[]> {
  const cancelled = meetings
    .map(cancelMeeting)
    .flatMap((meeting): readonly Change[] => [
      { kind: 'school-meeting-changed', meeting },
      auditedMeeting(ports, 'meeting-cancelled', { meeting, by }),
    ]);
  const [first] = meetings;
  if (!first || !successor) return cancelled;
  const there = await ports.store.readSchoolMeetingsAt(successor);
  if (there.some(isMeetingOpen)) return cancelled;
  const meeting = { ...first, id: ports.ids.uuid(), uai: successor, revision: 0 };
  return [
    ...cancelled,
    { kind: 'school-meeting-asked', meeting },
    ...(await notifyOtherParty(ports, meeting, 'dane')),
    auditedMeeting(ports, 'meeting-asked', { meeting, by }),
  ];
}
