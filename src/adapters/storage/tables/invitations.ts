import type { Invitation, InvitationAnswer } from '../../../domain/event/invitation.ts';
import type { PersonId } from '../../../domain/ids.ts';
import type { Instant } from '../../../domain/time/time.ts';
import { withoutNulls } from './columns.ts';

export interface EventInvitationTable {
  event_code: string;
  person_id: PersonId;
  invited_at: Instant;
  invited_by: PersonId;
  reminded_at: Instant | null;
  answer: InvitationAnswer | null;
  answered_at: Instant | null;
  cancelled_at: Instant | null;
}

export function toInvitationRow(it: Invitation): EventInvitationTable {
  return {
    event_code: it.eventCode,
    person_id: it.personId,
    invited_at: it.invitedAt,
    invited_by: it.invitedBy,
    reminded_at: it.remindedAt ?? null,
    answer: it.answer?.kind ?? null,
    answered_at: it.answer?.at ?? null,
    cancelled_at: it.cancelledAt ?? null,
  };
}

export function fromInvitationRow(row: EventInvitationTable): Invitation {
  const { answer: kind, answered_at: at } = row;
  return withoutNulls({
    eventCode: row.event_code,
    personId: row.person_id,
    invitedAt: row.invited_at,
    invitedBy: row.invited_by,
    remindedAt: row.reminded_at,
    ...(kind !== null && at !== null && { answer: { kind, at } }),
    cancelledAt: row.cancelled_at,
  });
}
