import type { ConfirmationRequest } from '../../../domain/confirmation/confirmation-request.ts';
import type { Instant } from '../../../domain/time/time.ts';
import { withoutNulls } from './columns.ts';

export interface ConfirmationRequestTable {
  engagement_reference: string;
  campaign_id: string | null;
  requested_at: Instant;
  first_reminder_at: Instant | null;
  second_reminder_at: Instant | null;
}

export function toRequestRow(it: ConfirmationRequest): ConfirmationRequestTable {
  return {
    engagement_reference: it.engagementReference,
    campaign_id: it.campaignId ?? null,
    requested_at: it.requestedAt,
    first_reminder_at: it.firstReminderAt ?? null,
    second_reminder_at: it.secondReminderAt ?? null,
  };
}

export function fromRequestRow(row: ConfirmationRequestTable): ConfirmationRequest {
  return withoutNulls({
    engagementReference: row.engagement_reference,
    campaignId: row.campaign_id,
    requestedAt: row.requested_at,
    firstReminderAt: row.first_reminder_at,
    secondReminderAt: row.second_reminder_at,
  });
}
