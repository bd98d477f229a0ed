import type { PersonId } from '../../../domain/ids.ts';
import type {
  SupportKind,
  SupportMessage,
  SupportRequest,
  SupportState,
} from '../../../domain/support/support-request.ts';
import type { Instant, LocalDate } from '../../../domain/time/time.ts';
import type { Uai } from '../../../domain/uai.ts';
import { type Json, withoutNulls } from './columns.ts';

export interface SupportRequestTable {
  id: string;
  kind: SupportKind;
  uai: Uai;
  person_id: PersonId;
  title: string;
  messages: Json;
  asked_at: Instant;
  state: SupportState;
  queue_rank: 0 | 1;
  planned_on: LocalDate | null;
  changed_at: Instant;
  revision: number;
}

export function toSupportRequestRow(it: SupportRequest): SupportRequestTable {
  return {
    id: it.id,
    kind: it.kind,
    uai: it.uai,
    person_id: it.personId,
    title: it.title,
    messages: JSON.stringify(it.messages),
    asked_at: it.askedAt,
    state: it.state,
    queue_rank: it.state === 'open' ? 0 : 1,
    planned_on: it.plannedOn ?? null,
    changed_at: it.changedAt,
    revision: it.revision,
  };
}

export function fromSupportRequestRow(row: SupportRequestTable): SupportRequest {
  return withoutNulls({
    id: row.id,
    kind: row.kind,
    uai: row.uai,
    personId: row.person_id,
    title: row.title,
    messages: JSON.parse(row.messages) as readonly SupportMessage[],
    askedAt: row.asked_at,
    state: row.state,
    plannedOn: row.planned_on,
    changedAt: row.changed_at,
    revision: row.revision,
  });
}
